import { type Locale, localeFrom, locales } from "@/lib/core/i18n/locale";

/** The three sizes of text. */
export const textSizes = ["100", "115", "130"] as const;
/** Light, dark, or as the system has it. */
export const themes = ["system", "light", "dark"] as const;

/** Size of all text in per cent. */
export type TextSize = (typeof textSizes)[number];
/** Colours: as the device asks, or chosen by the person. */
export type Theme = (typeof themes)[number];
/** How a person wants to see every page; kept in cookies so that the first byte is already right. */
export type Preferences = { locale: Locale; textSize: TextSize; theme: Theme };

const preferenceNames = ["locale", "textSize", "theme"] as const;

/** Names of the cookies that hold the preferences. */
export const preferenceCookies = { locale: "locale", textSize: "text-size", theme: "theme" } as const;

/** Promises complete preferences: what is missing or unknown becomes Vietnamese, 100 % and the colours of the device. */
export function preferencesFrom(read: (cookie: string) => string | undefined): Preferences {
  return {
    locale: localeFrom(read(preferenceCookies.locale)),
    textSize: textSizes.find((size) => size === read(preferenceCookies.textSize)) ?? "100",
    theme: themes.find((theme) => theme === read(preferenceCookies.theme)) ?? "system",
  };
}

/** Promises the cookies of the preferences that a sent form names with a known value, and no others. */
export function chosenCookies(form: FormData): { cookie: string; value: string }[] {
  const known = { locale: locales, textSize: textSizes, theme: themes } as const;
  return preferenceNames.flatMap((name) => {
    const value = known[name].find((candidate) => candidate === form.get(name));
    return value === undefined ? [] : [{ cookie: preferenceCookies[name], value }];
  });
}
