const TOKEN = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/uy;
const BARE = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/iu;

/** Whether a part is nothing but elements and text, each element closed where it should be, with no bare sign in between. */
export function isWellFormed(xml: string): boolean {
  const body = xml.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/u, "");
  const open: string[] = [];
  let elements = 0;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const [token, closes, name, , isEmpty] = TOKEN.exec(body) ?? [];
    if (token === undefined || BARE.test(token)) return false;
    if (name === undefined) continue;
    elements += 1;
    if (closes ? open.pop() !== name : !isEmpty && open.push(name) > 1000) return false;
  }
  return elements > 0 && open.length === 0;
}
