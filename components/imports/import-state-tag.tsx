import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import type { ImportState } from "@/lib/core/db/generated/enums";

const tones: Record<ImportState, Tone> = {
  STAGED: "draft",
  CHECKED: "info",
  REJECTED: "err",
  RUNNING: "info",
  DONE: "ok",
  UNDONE: "warn",
  DISCARDED: "neutral",
};

/** Where an import stands, in words. */
export function ImportStateTag({ state }: { state: ImportState }) {
  const t = useTranslations("imports.states");
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}
