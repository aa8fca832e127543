import Link from "next/link";
import { useTranslations } from "next-intl";
import { useWorkWords } from "@/components/month-work/use-work-words";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import type { BranchWork } from "@/lib/features/month-work/queries/get-month-work";

/** The branches that the reader sees to: how much is open in each, and when it was reminded last. */
export function BranchWorkTable({ branches }: { branches: readonly BranchWork[] }) {
  const t = useTranslations("monthWork");
  const words = useWorkWords();
  const columns: Column<BranchWork>[] = [
    {
      id: "branch",
      header: t("branches.branch"),
      card: "title",
      cell: ({ id, name }) => (
        <Link href={addressOf("/month-work", { branch: id })} prefetch={false}>
          {name}
        </Link>
      ),
    },
    { id: "open", header: t("branches.open"), numeric: true, cell: ({ open }) => open },
    { id: "late", header: t("branches.late"), numeric: true, cell: ({ late }) => late },
    {
      id: "reminder",
      header: t("branches.reminder"),
      cell: ({ reminder }) => words.reminder(reminder),
    },
  ];
  return <Table caption={t("branches.caption")} columns={columns} rows={branches} rowId={({ id }) => id} />;
}
