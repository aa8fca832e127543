/** The languages of the interface, the first one first. */
export const locales = ["vi", "en"] as const;

/** A language of the screens. */
export type Locale = (typeof locales)[number];

/** The language before anyone has chosen. */
export const defaultLocale: Locale = "vi";

/** The commune's time zone; every moment is shown in it. */
export const communeTimeZone = "Asia/Ho_Chi_Minh";

/** Promises a language of the screens for whatever a cookie or a form holds: Vietnamese unless it names another one. */
export function localeFrom(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? defaultLocale;
}
