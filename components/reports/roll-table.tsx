import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import type { BranchRoll, RiseAndFall } from "@/lib/features/reports/queries/get-rise-and-fall";
import { type RollColumn, type RollInput, rollColumns } from "@/lib/features/reports/schema";

type RollTableProps = { view: RiseAndFall; input: RollInput };
type Row = Omit<BranchRoll, "id"> & { id: string | null };

/** The table of rises and falls; every number opens the names behind it. */
export function RollTable({ view, input }: RollTableProps) {
  const t = useTranslations("reports");
  const total: Row | null = view.total && {
    id: null,
    name: t("roll.total"),
    line: view.total,
    differences: view.differences,
  };
  const columns: Column<BranchRoll>[] = [
    { id: "branch", header: t("roll.branch"), card: "title", cell: (row) => row.name, foot: total?.name },
    ...rollColumns.map((column) => ({
      id: column,
      header: t(`roll.columns.${column}`),
      numeric: true,
      cell: (row: Row) => <RollNumber row={row} column={column} input={input} />,
      foot: total ? <RollNumber row={total} column={column} input={input} /> : undefined,
    })),
  ];
  return (
    <Table
      caption={t(view.closing ? "roll.captionClosed" : "roll.caption")}
      columns={columns}
      rows={view.branches}
      rowId={(row) => row.id}
      isSelected={(row) => input.column !== null && row.id === input.branch}
      density="compact"
    />
  );
}

function RollNumber({ row, column, input }: { row: Row; column: RollColumn; input: RollInput }) {
  const t = useTranslations("reports.roll");
  const difference = row.differences[column];
  return (
    <>
      <OpenNames row={row} column={column} input={input} />
      {difference ? (
        <span className="block text-ink-2">
          {t("now", { count: row.line[column].length + difference, difference: signed(difference) })}
        </span>
      ) : null}
    </>
  );
}

function OpenNames({ row, column, input }: { row: Row; column: RollColumn; input: RollInput }) {
  const t = useTranslations("reports.roll");
  const count = row.line[column].length;
  if (count === 0) return 0;
  const { from, to } = input;
  const href = addressOf("/reports/roll", { from, to, column, branch: row.id });
  return (
    <Link
      href={`${href}#names`}
      prefetch={false}
      aria-label={t("open", { branch: row.name, column: t(`columns.${column}`), count })}
    >
      {count}
    </Link>
  );
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
