import { useLocale } from "next-intl";
import { type Format, formatIn } from "@/lib/core/i18n/format";

/** Promises the formatter in the language of the page, on the server and in the browser. */
export function useFormat(): Format {
  return formatIn(useLocale());
}
