import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { DocumentDirection } from "@/lib/core/db/generated/enums";
import type { KindName } from "@/lib/features/party-documents/queries/list-kinds";

/** The kinds to choose from, each with its abbreviation. */
export function useKindOptions(kinds: readonly KindName[]): { value: string; label: string }[] {
  const t = useTranslations("partyDocuments");
  return kinds.map(({ kind, abbreviation }) => ({
    value: kind,
    label: t("kindOption", { kind: t(`kinds.${kind}`), abbreviation }),
  }));
}

/** Whether a paper came in or is an own one, and that it was annulled. */
export function DirectionTag({ direction, isAnnulled }: { direction: DocumentDirection; isAnnulled: boolean }) {
  const t = useTranslations("partyDocuments");
  if (isAnnulled) return <Tag tone="warn">{t("annulled")}</Tag>;
  return <Tag tone={direction === "OWN" ? "info" : "neutral"}>{t(`directionsShort.${direction}`)}</Tag>;
}
