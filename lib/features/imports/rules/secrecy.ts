const MARK =
  /^(?:(?:[\u0110\u0111]\u1ED9|[Mm]\u1EE9c \u0111\u1ED9) m\u1EADt\s*:?\s*)?(T\u1ED0I M\u1EACT|TUY\u1EC6T M\u1EACT|M\u1EACT)$/u;
const GRAVE = /^(T\u1ED0I|TUY\u1EC6T) M\u1EACT$/u;

/**
 * Whether a secrecy mark stands alone in one of the texts: around the tables any of the three, among the people only the
 * two that are no given name. Secret papers are not taken (Law 117/2025/QH15).
 */
export function hasSecrecyMark(around: readonly string[], inside: readonly string[]): boolean {
  return around.some((text) => MARK.test(written(text))) || inside.some((text) => GRAVE.test(written(text)));
}

function written(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
