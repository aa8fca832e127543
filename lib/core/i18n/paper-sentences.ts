import "server-only";
import { createTranslator } from "next-intl";
import { messages } from "@/lib/core/i18n/namespaces";

/** The sentences of papers: in Vietnamese whatever the language of the screen. */
export const paperSentences = createTranslator({ locale: "vi", messages: messages.vi });
