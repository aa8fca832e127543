import type { IconName } from "@/components/ui/icon-sprite";
import type { Messages } from "@/lib/core/i18n/namespaces";

/** What a menu may lead to: its icon, and the key of its words. */
export type Place = IconName & keyof Messages["shell"]["places"];

/** An entry of the menu; the phone's bottom bar holds four at most. */
export type MenuEntry = { href: string; icon: Place; inPhoneBar?: true };
