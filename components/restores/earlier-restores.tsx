import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RestoreView } from "@/lib/features/restores/queries/list-restores";

/** The restores that were accepted or replaced, newest first. */
export function EarlierRestores({ restores }: { restores: readonly RestoreView[] }) {
  const t = useTranslations("restores");
  const format = useFormat();
  const outcomeOf = ({ accepted }: RestoreView) =>
    accepted ? t("earlier.ACCEPTED", { name: accepted.by, at: format.moment(accepted.at) }) : t("earlier.SUPERSEDED");
  return (
    <Table
      caption={t("earlier.caption", { count: restores.length })}
      rows={restores}
      rowId={({ id }) => id}
      columns={[
        { id: "takenAt", header: t("pending.takenAt"), card: "title", cell: ({ takenAt }) => format.moment(takenAt) },
        { id: "restoredAt", header: t("pending.restoredAt"), cell: ({ restoredAt }) => format.moment(restoredAt) },
        { id: "restoredBy", header: t("pending.restoredBy"), cell: ({ restoredBy }) => restoredBy },
        { id: "state", header: t("earlier.state"), cell: outcomeOf },
      ]}
    />
  );
}
