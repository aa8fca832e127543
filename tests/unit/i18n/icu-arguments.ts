/** The arguments of an ICU message, each with its kind: `count:plural`, `name:text`. */
export function icuArguments(message: string): string[] {
  const found = new Set<string>();
  read(message, 0, found);
  return [...found].sort();
}

function read(text: string, start: number, found: Set<string>): number {
  let at = start;
  while (at < text.length && text[at] !== "}") {
    at = text[at] === "{" ? readArgument(text, at + 1, found) : at + 1;
  }
  return at;
}

function readArgument(text: string, start: number, found: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(start));
  if (head === null) throw new Error(`Not an ICU argument: ${text.slice(start)}`);
  found.add(`${head[1]}:${head[2] ?? "text"}`);
  let at = start + head[0].length;
  while (at < text.length && text[at] !== "}") {
    at = text[at] === "{" ? read(text, at + 1, found) + 1 : at + 1;
  }
  return at + 1;
}
