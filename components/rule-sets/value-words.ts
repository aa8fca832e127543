import type { AnyKeyTranslator } from "@/lib/core/i18n/problem-text";

/** A value of a rule set in words: codes by their name, fractions as such, lists with commas. */
export function inWords(value: unknown, words: AnyKeyTranslator): string {
  if (typeof value === "boolean") return words(`ruleSets.values.${value ? "yes" : "no"}`);
  if (typeof value === "string") return /^[A-Z_]+$/u.test(value) ? words(`ruleSets.values.${value}`) : value;
  if (Array.isArray(value)) return value.map((one) => inWords(one, words)).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  const { comparison, ...parts } = { comparison: null, ...value };
  const said = Object.values(parts).map((one) => inWords(one, words));
  const together = said.join(Object.values(parts).every((one) => typeof one === "number") ? "/" : " ");
  return comparison === null ? together : `${inWords(comparison, words)} ${together}`;
}
