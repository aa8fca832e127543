import { type ListState, listHref } from "@/components/members/list-address";
import type { DataColumn } from "@/components/ui/data-table-columns";
import type { ColumnSort } from "@/components/ui/table-sort";
import type { Tone } from "@/components/ui/tag";

/** The columns a list of members can show beside the name, in their order. */
export const memberColumns = [
  "branch",
  "birth",
  "sex",
  "ethnicity",
  "admitted",
  "official",
  "card",
  "education",
  "theory",
  "status",
  "rating",
] as const;

/** One of those columns, which is also its message key. */
export type MemberColumn = (typeof memberColumns)[number];

const shownFirst: readonly MemberColumn[] = ["branch", "birth", "sex", "admitted", "status", "rating"];

/** The columns an address asks for, in the list's own order; the usual ones where it names none that the reader may see. */
export function columnsIn(cols: string, rights: { seeEthnicity: boolean }): MemberColumn[] {
  const open = memberColumns.filter((column) => column !== "ethnicity" || rights.seeEthnicity);
  const asked = cols.split(",");
  const chosen = open.filter((column) => asked.includes(column));
  return chosen.length > 0 ? chosen : open.filter((column) => shownFirst.includes(column));
}

/** The words the columns are drawn with. */
export type ColumnWords = {
  header: (column: MemberColumn | "name") => string;
  sex: Record<string, string>;
  education: Record<string, string>;
  theory: Record<string, string>;
  status: Record<string, string>;
  levels: Record<string, string>;
};

/* The usual status is a plain word; only what deviates is marked. */
const statusTones: Record<string, Tone> = {
  PROBATIONARY: "info",
  EXEMPT: "draft",
  SUSPENDED: "warn",
  INTERRUPTED: "warn",
};

/** The columns for the table: the name first, each reading its place in a row of id, name, then the chosen columns. */
export function tableColumns(chosen: readonly MemberColumn[], state: ListState, words: ColumnWords): DataColumn[] {
  const name: DataColumn = {
    kind: "link",
    header: words.header("name"),
    at: 1,
    hrefPrefix: "/members/",
    hrefAt: 0,
    card: "title",
    sort: nameSort(state),
  };
  return [name, ...chosen.map((column, place) => columnAt(column, place + 2, state, words))];
}

function columnAt(column: MemberColumn, at: number, state: ListState, words: ColumnWords): DataColumn {
  const header = words.header(column);
  switch (column) {
    case "branch":
      return { kind: "text", header, at, sort: oneWaySort(state, "branch") };
    case "birth":
      return { kind: "text", header, at, sort: oneWaySort(state, "birth") };
    case "admitted":
      return { kind: "text", header, at, card: "wide", sort: oneWaySort(state, "admitted") };
    case "sex":
    case "education":
    case "theory":
      return { kind: "code", header, at, card: "wide", words: words[column] };
    case "rating":
      return { kind: "code", header, at, card: "wide", words: words.levels };
    case "status": {
      const tags = Object.entries(statusTones).map(([code, tone]) => [
        code,
        { word: words.status[code] ?? code, tone },
      ]);
      return { kind: "tag", header, at, card: "status", words: Object.fromEntries(tags) };
    }
    default:
      return { kind: "text", header, at, card: "wide" };
  }
}

function nameSort(state: ListState): ColumnSort {
  const direction = state.sort === "name" ? "ascending" : state.sort === "-name" ? "descending" : undefined;
  return { href: listHref(state, { sort: state.sort === "name" ? "-name" : "name" }), direction };
}

function oneWaySort(state: ListState, sort: "branch" | "birth" | "admitted"): ColumnSort {
  return { href: listHref(state, { sort }), direction: state.sort === sort ? "ascending" : undefined };
}
