import Link from "next/link";
import { useTranslations } from "next-intl";
import { PhoneLinks } from "@/components/organization/phone-links";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchList, BranchRow } from "@/lib/features/organization/queries/branches";

type BranchTableProps = {
  rows: BranchList["rows"];
  on: Day;
  isToday: boolean;
  /** Whether these are all there are, so that their sums are the register's. */
  isAll: boolean;
};
type CountName = "total" | "probationary" | "female" | "minority";

const countNames: readonly CountName[] = ["total", "probationary", "female", "minority"];

/** The branches of a day with their leaders, their numbers and their latest rating; numbers open the list they count. */
export function BranchTable({ rows, on, isToday, isAll }: BranchTableProps) {
  const t = useTranslations("organization");
  const format = useFormat();
  const day = isToday ? null : on;
  const dash = <span className="text-ink-2">–</span>;
  const counted = (name: CountName): Column<BranchRow> => ({
    id: name,
    header: t(`columns.${name}`),
    numeric: true,
    card: name === "total" ? "fact" : "wide",
    foot: isAll ? totalOf(rows, name, (sum) => format.number(sum)) : undefined,
    cell: ({ id, counts }) => {
      const value = counts?.[name] ?? null;
      if (value === null) return dash;
      const filter = name === "total" ? {} : filters[name];
      return <Link href={addressOf("/members", { on: day, branch: id, ...filter })}>{format.number(value)}</Link>;
    },
  });
  const columns: Column<BranchRow>[] = [
    {
      id: "name",
      header: t("columns.name"),
      card: "title",
      foot: isAll && rows.length > 1 ? t("list.total") : undefined,
      cell: (row) =>
        row.can.open ? <Link href={addressOf(`/branches/${row.id}`, { on: day })}>{row.name}</Link> : row.name,
    },
    { id: "secretary", header: t("columns.secretary"), cell: (row) => <Secretary row={row} /> },
    {
      id: "deputies",
      header: t("columns.deputies"),
      cell: ({ deputies }) =>
        deputies.map((deputy) => (
          <span key={deputy.id} className="block">
            {deputy.name}
          </span>
        )),
    },
    ...countNames.map(counted),
    { id: "inCharge", header: t("columns.inCharge"), cell: (row) => row.inCharge?.name ?? dash },
    {
      id: "rating",
      header: t("columns.rating"),
      card: "status",
      cell: ({ rating }) => {
        if (rating === null) return dash;
        return t("yearLevel", { level: t(`levels.${rating.level ?? "NOT_RATED"}`), year: String(rating.year) });
      },
    },
  ];
  const shown = columns.filter(({ id }) => rows.some((row) => !isCount(id) || row.counts !== null));
  return (
    <div className="captioned">
      <Table caption={t("list.caption", { day: format.day(on) })} columns={shown} rows={rows} rowId={(row) => row.id} />
    </div>
  );
}

function Secretary({ row: { secretary, phone, heads } }: { row: BranchRow }) {
  const t = useTranslations("organization");
  if (secretary === null && heads === null) return <span className="text-ink-2">–</span>;
  return (
    <>
      <span className="block md:whitespace-nowrap">{secretary?.name ?? t("page.noSecretary")}</span>
      {heads === "CONCURRENT" && (
        <span className="block text-ink-2 text-small md:whitespace-nowrap">{t("list.headsVillage")}</span>
      )}
      {heads === "LACKING" && <Tag tone="warn">{t("list.headsNotVillage")}</Tag>}
      {secretary && phone && (
        <span className="block md:hidden print:hidden">
          <PhoneLinks phone={phone} name={secretary.name} />
        </span>
      )}
    </>
  );
}

const filters: Record<Exclude<CountName, "total">, Record<string, string>> = {
  probationary: { status: "PROBATIONARY" },
  female: { sex: "FEMALE" },
  minority: { ethnicity: "MINORITY" },
};

function isCount(id: string): boolean {
  return countNames.some((name) => name === id);
}

/** The sum over all branches, only where every one of them is known. */
function totalOf(rows: BranchList["rows"], name: CountName, written: (sum: number) => string): string | undefined {
  const values = rows.map((row) => row.counts?.[name] ?? null);
  if (values.some((value) => value === null)) return undefined;
  return written(values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
}
