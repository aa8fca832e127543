import { getRequestConfig } from "next-intl/server";
import { communeTimeZone } from "@/lib/core/i18n/locale";
import { messages } from "@/lib/core/i18n/namespaces";
import { readPreferences } from "@/lib/core/i18n/read-preferences";

/** Language, catalogue and time zone of a request. */
export default getRequestConfig(async () => {
  const { locale } = await readPreferences();
  return { locale, messages: messages[locale], timeZone: communeTimeZone };
});
