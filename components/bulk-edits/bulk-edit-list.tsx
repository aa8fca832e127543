import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBulkWords } from "@/components/bulk-edits/use-bulk-words";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BulkEditFacts } from "@/lib/features/bulk-edits/queries/get-bulk-edit";

/** The latest bulk edits, each leading to where it is confirmed, looked at or taken back. */
export function BulkEditList({ edits }: { edits: readonly BulkEditFacts[] }) {
  const t = useTranslations("bulkEdits");
  const words = useBulkWords();
  const format = useFormat();
  const columns: Column<BulkEditFacts>[] = [
    {
      id: "what",
      header: t("history.what"),
      card: "title",
      cell: ({ id, field, value }) => (
        <Link href={`/members/bulk/${id}`} prefetch={false}>
          {t("history.entry", { field: words.field(field), value: words.value(field, value) })}
        </Link>
      ),
    },
    { id: "state", header: t("history.state"), cell: ({ state }) => t(`states.${state}`) },
    { id: "by", header: t("history.by"), cell: ({ editorName }) => editorName },
    { id: "at", header: t("history.at"), cell: ({ preparedAt }) => format.moment(preparedAt) },
  ];
  return <Table caption={t("history.title")} columns={columns} rows={edits} rowId={({ id }) => id} />;
}
