import { type Locale, localeFrom, locales } from "@/lib/core/i18n/locale";

/** The three sizes of text. */
export const textSizes = ["100", "115", "130"] as const;
/** Light, dark, or as the system has it. */
export const themes = ["system", "light", "dark"] as const;
/** Whether single keys do something. */
export const shortcutChoices = ["on", "off"] as const;

/** Size of all text in per cent. */
export type TextSize = (typeof textSizes)[number];
/** Colours: as the device asks, or chosen by the person. */
export type Theme = (typeof themes)[number];
/** Single keys work, or do nothing. */
export type Shortcuts = (typeof shortcutChoices)[number];
/**
 * How a person wants to see every page. Kept in cookies, so that the first byte is already right, and with the account, so
 * that another device shows the same. `columns` are those of the list of members, in order, comma-separated; empty: the usual ones.
 */
export type Preferences = {
  locale: Locale;
  textSize: TextSize;
  theme: Theme;
  shortcuts: Shortcuts;
  columns: string;
};

/** Some of the preferences, as they are stored. */
export type ChosenPreferences = Partial<Record<keyof Preferences, string>>;

const choiceNames = ["locale", "textSize", "theme", "shortcuts"] as const;
const preferenceNames = [...choiceNames, "columns"] as const;
const known = { locale: locales, textSize: textSizes, theme: themes, shortcuts: shortcutChoices } as const;
const COLUMNS = /^[a-zA-Z]{1,30}(,[a-zA-Z]{1,30}){0,11}$/;

/** Names of the cookies that hold the preferences. */
export const preferenceCookies = {
  locale: "locale",
  textSize: "text-size",
  theme: "theme",
  shortcuts: "shortcuts",
  columns: "columns",
} as const;

/** Promises complete preferences: what is missing or unknown becomes Vietnamese, 100 %, the colours of the device, keys at work, the usual columns. */
export function preferencesFrom(read: (cookie: string) => string | undefined): Preferences {
  const columns = read(preferenceCookies.columns) ?? "";
  return {
    locale: localeFrom(read(preferenceCookies.locale)),
    textSize: textSizes.find((size) => size === read(preferenceCookies.textSize)) ?? "100",
    theme: themes.find((theme) => theme === read(preferenceCookies.theme)) ?? "system",
    shortcuts: shortcutChoices.find((choice) => choice === read(preferenceCookies.shortcuts)) ?? "on",
    columns: COLUMNS.test(columns) ? columns : "",
  };
}

/** Promises the preferences that a sent form names with a known value, and no others. */
export function chosenPreferences(form: FormData): ChosenPreferences {
  const columns = form.has("columns") ? { columns: columnsIn(form) } : {};
  const chosen = choiceNames.flatMap((name) => {
    const value = known[name].find((candidate) => candidate === form.get(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(chosen), ...columns };
}

/** Promises the cookies of the preferences given. */
export function preferenceCookiesOf(chosen: ChosenPreferences): { cookie: string; value: string }[] {
  return preferenceNames.flatMap((name) => {
    const value = chosen[name];
    return value === undefined ? [] : [{ cookie: preferenceCookies[name], value }];
  });
}

/* The ticked columns in their order; `move` names one that goes a place up or down, `reset` asks for the usual ones. */
function columnsIn(form: FormData): string {
  if (form.has("reset")) return "";
  const names = form.getAll("columns").filter((name): name is string => typeof name === "string" && name !== "");
  const move = form.get("move");
  const [name = "", way] = typeof move === "string" ? move.split(" ") : [];
  const columns = moved(names, name, way === "up" ? -1 : 1).join(",");
  return COLUMNS.test(columns) ? columns : "";
}

function moved(names: readonly string[], name: string, by: number): readonly string[] {
  const from = names.indexOf(name);
  if (from < 0 || from + by < 0) return names;
  const others = names.filter((one) => one !== name);
  return others.toSpliced(from + by, 0, name);
}
