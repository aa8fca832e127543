"use client";

import { type Locale, NextIntlClientProvider, useLocale } from "next-intl";
import { type ReactNode, use } from "react";

const load = {
  vi: () => import("@/lib/core/i18n/messages/vi/palette.json"),
  en: () => import("@/lib/core/i18n/messages/en/palette.json"),
};
const loaded = new Map<Locale, ReturnType<(typeof load)["vi"]>>();

function wordsIn(locale: Locale) {
  const words = loaded.get(locale) ?? load[locale]();
  loaded.set(locale, words);
  return words;
}

/** Gives dialogs that few people open their words, which come with the first of them and not with every page. */
export function PaletteWords({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const { default: palette } = use(wordsIn(locale));
  return (
    <NextIntlClientProvider locale={locale} messages={{ palette }}>
      {children}
    </NextIntlClientProvider>
  );
}
