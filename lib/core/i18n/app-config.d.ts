import type { Locale } from "@/lib/core/i18n/locale";
import type { Messages } from "@/lib/core/i18n/namespaces";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
