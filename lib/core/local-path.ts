/**
 * Promises a path of this product that is safe to send a browser to: `value` when it is one, else `fallback`.
 * Other hosts, `//host`, backslashes and control characters never pass.
 */
export function localPathOr(value: unknown, fallback: string): string {
  if (typeof value !== "string" || !value.startsWith("/")) return fallback;
  const base = "http://local.invalid";
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  if (url === null || url.origin !== base || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}`;
}
