import { type ListState, listHref } from "@/components/members/list-address";
import type { DataColumn } from "@/components/ui/data-table-columns";
import type { CardRole, ColumnSort } from "@/components/ui/table-sort";
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
  "qualification",
  "theory",
  "status",
  "rating",
] as const;

/** One of those columns, which is also its message key. */
export type MemberColumn = (typeof memberColumns)[number];

const shownFirst: readonly MemberColumn[] = ["branch", "birth", "admitted", "status", "rating"];

/** The columns that a reader may see. */
export function openColumns(rights: { seeEthnicity: boolean }): MemberColumn[] {
  return memberColumns.filter((column) => column !== "ethnicity" || rights.seeEthnicity);
}

/** The columns asked for, in the order asked for; the usual ones where none is named that the reader may see. */
export function columnsIn(cols: string, rights: { seeEthnicity: boolean }): MemberColumn[] {
  const open = openColumns(rights);
  const asked = new Set(cols.split(","));
  const chosen = [...asked].flatMap((name) => open.find((column) => column === name) ?? []);
  return chosen.length > 0 ? chosen : open.filter((column) => shownFirst.includes(column));
}

/** How a column reads its cells: its head, and for cells that are places in a list, what stands at each place. */
export type ColumnWords = { header: string; values: readonly { word: string; tone?: Tone }[] | null };

/** The columns for the table: the name first, each reading its place in a row of id, name, then the chosen columns. */
export function tableColumns(
  chosen: readonly MemberColumn[],
  state: ListState,
  name: string,
  words: (column: MemberColumn) => ColumnWords,
): DataColumn[] {
  return [
    { kind: "link", header: name, at: 1, hrefPrefix: "/members/", hrefAt: 0, card: "title", sort: nameSort(state) },
    ...chosen.map((column, place) => columnAt(column, place + 2, state, words(column))),
  ];
}

function columnAt(column: MemberColumn, at: number, state: ListState, { header, values }: ColumnWords): DataColumn {
  const shared = { header, at, card: cards[column] ?? "wide", sort: oneWaySort(state, column) } as const;
  if (values === null) return { ...shared, kind: "text" };
  return { ...shared, kind: "tag", words: Object.fromEntries(values.entries()) };
}

const cards: Partial<Record<MemberColumn, CardRole>> = { branch: "status", birth: "fact", status: "status" };

function nameSort(state: ListState): ColumnSort {
  const direction = state.sort === "name" ? "ascending" : state.sort === "-name" ? "descending" : undefined;
  return { href: listHref(state, { sort: state.sort === "name" ? "-name" : "name" }), direction };
}

function oneWaySort(state: ListState, column: MemberColumn): ColumnSort | undefined {
  if (column !== "branch" && column !== "birth" && column !== "admitted") return undefined;
  return { href: listHref(state, { sort: column }), direction: state.sort === column ? "ascending" : undefined };
}
