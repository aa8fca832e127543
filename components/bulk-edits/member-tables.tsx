import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBulkWords } from "@/components/bulk-edits/use-bulk-words";
import { type Column, Table } from "@/components/ui/table";
import type { BulkEditMember, BulkEditView } from "@/lib/features/bulk-edits/queries/get-bulk-edit";

type Members = readonly BulkEditMember[];

/** Whose record is changed, from what to what. */
export function ChangedTable({ edit, members }: { edit: BulkEditView; members: Members }) {
  const t = useTranslations("bulkEdits");
  const words = useBulkWords();
  const isPrepared = edit.state === "PREPARED";
  const result: Column<BulkEditMember> = {
    id: "state",
    header: t("history.state"),
    cell: ({ outcome }) => t(`outcomes.${outcome}`),
  };
  const columns: Column<BulkEditMember>[] = [
    ...useNameColumns(),
    {
      id: "before",
      header: t("table.before"),
      cell: ({ before }) => (before === null ? t("form.empty") : words.value(edit.field, before)),
    },
    { id: "after", header: t("table.after"), cell: () => <b>{words.value(edit.field, edit.value)}</b> },
    ...(edit.state === "UNDONE" ? [result] : []),
  ];
  const count = { count: members.length };
  return (
    <Table
      caption={isPrepared ? t("check.caption", count) : t("result.caption", count)}
      columns={columns}
      rows={members}
      rowId={({ id }) => id}
    />
  );
}

/** Whose record is left as it is, and why. */
export function LeftOutTable({ members }: { members: Members }) {
  const t = useTranslations("bulkEdits");
  const columns: Column<BulkEditMember>[] = [
    ...useNameColumns(),
    { id: "why", header: t("table.why"), cell: ({ outcome }) => t(`outcomes.${outcome}`) },
  ];
  return (
    <Table
      caption={t("table.leftOut", { count: members.length })}
      columns={columns}
      rows={members}
      rowId={({ id }) => id}
    />
  );
}

function useNameColumns(): Column<BulkEditMember>[] {
  const t = useTranslations("bulkEdits.table");
  return [
    {
      id: "name",
      header: t("name"),
      card: "title",
      cell: ({ id, name }) => (
        <Link href={`/members/${id}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    { id: "branch", header: t("branch"), cell: ({ branch }) => branch ?? t("noBranch") },
  ];
}
