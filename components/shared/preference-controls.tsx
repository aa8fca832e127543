"use client";

import { useTranslations } from "next-intl";
import { usePreferences } from "@/components/shared/preferences-context";
import { locales } from "@/lib/core/i18n/locale";
import { textSizes, themes } from "@/lib/core/i18n/preferences";

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

/** Colours as the device asks, light or dark. */
export function ThemeControl() {
  const { theme } = usePreferences();
  const t = useTranslations("shell");
  return (
    <form action="/preferences" method="post">
      <fieldset>
        <legend className="sr-only">{t("theme")}</legend>
        {themes.map((name) => (
          <button key={name} type="submit" name="theme" value={name} className="pref-btn" aria-pressed={name === theme}>
            {t(`themes.${name}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
