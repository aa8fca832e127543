import { useTranslations } from "next-intl";
import type { ListState } from "@/components/members/list-address";
import { type MemberColumn, tableColumns } from "@/components/members/member-columns";
import { useMemberWords } from "@/components/members/use-member-words";
import { DataTable } from "@/components/ui/data-table";
import type { Cell, Tuple } from "@/components/ui/data-table-columns";
import type { Day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import type { Format } from "@/lib/core/i18n/format";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberRow } from "@/lib/features/members/queries/list-members";

type MemberTableProps = {
  rows: readonly MemberRow[];
  columns: readonly MemberColumn[];
  state: ListState;
  on: Day;
  ratingYear: number;
  caption: string;
};

type Writing = { on: Day; format: Format; official: string };

/** Members of a list as a table, written on the server so that the browser gets plain arrays. */
export function MemberTable({ rows, columns, state, on, ratingYear, caption }: MemberTableProps) {
  const t = useTranslations("members");
  const format = useFormat();
  const words = useMemberWords();
  const header = (column: MemberColumn | "name") =>
    column === "rating" ? t("columns.ratingOf", { year: String(ratingYear) }) : t(`columns.${column}`);
  return (
    <DataTable
      caption={caption}
      idAt={0}
      columns={tableColumns(columns, state, { header, ...words })}
      rows={rows.map(
        (row): Tuple => [
          row.id,
          row.fullName,
          ...columns.map((column) => cellOf(row, column, { on, format, official: words.status.OFFICIAL ?? "" })),
        ],
      )}
    />
  );
}

function cellOf(row: MemberRow, column: MemberColumn, { on, format, official }: Writing): Cell {
  switch (column) {
    case "branch":
      return row.branch;
    case "birth":
      return row.birthOn && format.partialDay(partialDay(row.birthOn));
    case "sex":
      return row.sex;
    case "ethnicity":
      return row.ethnicity;
    case "admitted":
      return row.admittedOn && format.day(row.admittedOn);
    case "official":
      return row.officialOn && row.officialOn <= on ? format.day(row.officialOn) : null;
    case "card":
      return row.cardNumber;
    case "education":
      return row.education;
    case "theory":
      return row.theoryLevel;
    case "status":
      return statusOf(row, on, official);
    case "rating":
      return row.isNotRated ? "NOT_RATED" : row.level;
  }
}

/** The deviation in force, else the stage; nothing where the record is not open to the reader. */
function statusOf(row: MemberRow, on: Day, official: string): string | null {
  if (row.activity) return row.activity;
  if (row.admittedOn === null) return null;
  return row.officialOn !== null && row.officialOn <= on ? official : "PROBATIONARY";
}
