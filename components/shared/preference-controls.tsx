"use client";

import { useTranslations } from "next-intl";
import { usePreferences } from "@/components/shared/preferences-context";
import { locales } from "@/lib/core/i18n/locale";
import { type Preferences, shortcutChoices, textSizes, themes } from "@/lib/core/i18n/preferences";

const signs = { 100: "A−", 115: "A", 130: "A+" } as const;

/** Text size in three steps; a plain form, so it works without JavaScript. */
export function TextSizeControl() {
  const { textSize } = usePreferences();
  const t = useTranslations("shell");
  return (
    <form action="/preferences" method="post">
      <fieldset>
        <legend className="sr-only">{t("textSize")}</legend>
        {textSizes.map((size) => (
          <button
            key={size}
            type="submit"
            name="textSize"
            value={size}
            className={`pref-btn pref-size-${size}`}
            aria-pressed={size === textSize}
          >
            {signs[size]}
            <span className="sr-only"> {t(`textSizes.${size}`)}</span>
          </button>
        ))}
      </fieldset>
    </form>
  );
}

/** The other language of the screens. */
export function LanguageControl() {
  const { locale } = usePreferences();
  const t = useTranslations("shell.switchTo");
  return (
    <form action="/preferences" method="post">
      {locales
        .filter((other) => other !== locale)
        .map((other) => (
          <button key={other} type="submit" name="locale" value={other} lang={other} className="pref-btn">
            {t(other)}
          </button>
        ))}
    </form>
  );
}

/** Both languages, the one in use marked. */
export function LanguageChoice() {
  const { locale } = usePreferences();
  const t = useTranslations("shell");
  const options = locales.map((value) => ({ value, label: t(`switchTo.${value}`), lang: value }));
  return <Choices name="locale" legend={t("language")} options={options} current={locale} />;
}

/** Colours as the device asks, light or dark. */
export function ThemeControl() {
  const { theme } = usePreferences();
  const t = useTranslations("shell");
  const options = themes.map((value) => ({ value, label: t(`themes.${value}`) }));
  return <Choices name="theme" legend={t("theme")} options={options} current={theme} />;
}

/** Whether single keys do something on lists. */
export function ShortcutControl() {
  const { shortcuts } = usePreferences();
  const t = useTranslations("shell");
  const options = shortcutChoices.map((value) => ({ value, label: t(`shortcutChoices.${value}`) }));
  return <Choices name="shortcuts" legend={t("shortcuts")} options={options} current={shortcuts} />;
}

type ChoicesProps = {
  name: keyof Preferences;
  legend: string;
  /** `lang` where the label is in a language of its own. */
  options: readonly { value: string; label: string; lang?: string }[];
  current: string;
};

function Choices({ name, legend, options, current }: ChoicesProps) {
  return (
    <form action="/preferences" method="post">
      <fieldset>
        <legend className="sr-only">{legend}</legend>
        {options.map(({ value, label, lang }) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            lang={lang}
            className="pref-btn"
            aria-pressed={value === current}
          >
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
