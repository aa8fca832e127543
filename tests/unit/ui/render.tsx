import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "@/lib/core/i18n/locale";
import { messages } from "@/lib/core/i18n/namespaces";

/** The HTML of a part of a page in a language. */
export function html(part: ReactNode, locale: Locale = "vi"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="Asia/Ho_Chi_Minh">
      {part}
    </NextIntlClientProvider>,
  );
}
