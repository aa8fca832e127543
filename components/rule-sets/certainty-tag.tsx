import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { Certainty } from "@/lib/features/rule-sets/schema";

/** How sure a value is. */
export function CertaintyTag({ certainty }: { certainty: Certainty }) {
  const t = useTranslations("ruleSets.certainties");
  return <Tag tone={certainty === "CONFIRMED" ? "ok" : "warn"}>{t(certainty)}</Tag>;
}
