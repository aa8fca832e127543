import Link from "next/link";
import { useTranslations } from "next-intl";
import { useValueWords } from "@/components/imports/use-value-words";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import type {
  Differing,
  Reconciliation as Facts,
  FileOnly,
  RegisterOnly,
} from "@/lib/features/imports/queries/get-reconciliation";

/** A file held against the register, by name: to be read, printed, and settled with who keeps the other list. */
export function Reconciliation({ facts }: { facts: Facts }) {
  const t = useTranslations("imports.reconciliation");
  const field = useTranslations("imports.fields");
  const words = useValueWords();
  const { onlyInFile, onlyInRegister, differing, same } = facts;
  const member = (memberId: string, name: string) => (
    <Link href={`/members/${memberId}`} prefetch={false}>
      {name}
    </Link>
  );
  const line: Column<FileOnly | Differing> = { id: "line", header: t("line"), numeric: true, cell: (row) => row.line };
  const inFile: Column<FileOnly>[] = [
    { id: "name", header: t("name"), card: "title", cell: (row) => row.name },
    { id: "birthOn", header: t("birthOn"), cell: (row) => words(row.birthOn) },
    line,
  ];
  const inRegister: Column<RegisterOnly>[] = [
    { id: "name", header: t("name"), card: "title", cell: (row) => member(row.memberId, row.name) },
    { id: "branch", header: t("branch"), cell: (row) => row.branch },
  ];
  const inBoth: Column<Differing>[] = [
    { id: "name", header: t("name"), card: "title", cell: (row) => member(row.memberId, row.name) },
    line,
    {
      id: "differences",
      header: t("differences"),
      cell: (row) => (
        <ul>
          {row.differences.map((one) => (
            <li key={one.field}>
              {t("difference", { field: field(one.field), register: words(one.before), file: words(one.after) })}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <div className="grid gap-6">
      <p className="prose-line">{t("same", { count: same })}</p>
      <Part title={t("onlyInFile", { count: onlyInFile.length })} rows={onlyInFile} columns={inFile} />
      <Part title={t("onlyInRegister", { count: onlyInRegister.length })} rows={onlyInRegister} columns={inRegister} />
      <Part title={t("differing", { count: differing.length })} rows={differing} columns={inBoth} />
    </div>
  );
}

function Part<Row extends FileOnly | RegisterOnly | Differing>({
  title,
  rows,
  columns,
}: {
  title: string;
  rows: readonly Row[];
  columns: Column<Row>[];
}) {
  if (rows.length === 0) return <EmptyState title={title} />;
  const idOf = (row: Row) => ("line" in row ? String(row.line) : row.memberId);
  return <Table caption={title} columns={columns} rows={rows} rowId={idOf} />;
}
