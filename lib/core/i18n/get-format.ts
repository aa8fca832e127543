import "server-only";
import { getLocale } from "next-intl/server";
import { type Format, formatIn } from "@/lib/core/i18n/format";
import { localeFrom } from "@/lib/core/i18n/locale";

/** The formatter in the language of the request. */
export async function getFormat(): Promise<Format> {
  return formatIn(localeFrom(await getLocale()));
}
