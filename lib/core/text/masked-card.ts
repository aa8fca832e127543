const SHOWN = 4;

/** What a screen shows of a card number: its length and the last four digits, by which a member is found. */
export function maskedCard(number: string | null): string | null {
  return number === null ? null : `${"•".repeat(Math.max(0, number.length - SHOWN))}${number.slice(-SHOWN)}`;
}
