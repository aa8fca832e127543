const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The letter of the Vietnamese alphabet that a given name begins with: the last word's, without its tone; A, Ă and Â are three. */
export function initialOf(fullName: string): string {
  const given = fullName.trim().split(/\s+/u).at(-1) ?? "";
  const [first = ""] = given.normalize("NFC");
  return first.normalize("NFD").replace(TONES, "").normalize("NFC").toLocaleUpperCase("vi");
}
