import { addressOf } from "@/lib/core/address";
import type { MemberListInput } from "@/lib/features/members/schema";

/** The state of a list of members, as its address holds it; `on` is a day as stored, or empty for today. */
export type ListState = MemberListInput;

const defaults: Partial<ListState> = { sort: "name", page: 1, size: "25" };

/** The state without any filter. */
export const noFilters = {
  q: "",
  branch: null,
  status: null,
  sex: null,
  ethnicity: null,
  education: null,
  qualification: null,
  theory: null,
  office: null,
  ageFrom: null,
  ageTo: null,
  partyFrom: null,
  partyTo: null,
  rating: null,
  year: null,
} as const satisfies Partial<ListState>;

/** The values of the address, without what it would say anyway. */
export function listValues(state: ListState): Record<string, string | number | null> {
  const { sort, size, page, cols, on, ...filters } = state;
  return {
    ...filters,
    on,
    sort: sort === defaults.sort ? null : sort,
    size: size === defaults.size ? null : size,
    page: page === defaults.page ? null : page,
    cols,
  };
}

/** The address of the list in another state; every change but of the page goes back to the first page. */
export function listHref(state: ListState, changes: Partial<ListState> = {}): string {
  return addressOf("/members", listValues({ ...state, page: 1, ...changes }));
}

/** The file with the same members, columns and order. */
export function exportHref(state: ListState, format: "xlsx" | "csv"): string {
  return addressOf(`/api/export/members.${format}`, listValues({ ...state, page: 1, size: "25" }));
}

/** Where the same list is ordered as a file with sensitive columns. */
export function orderHref(state: ListState): string {
  return addressOf("/members/export", listValues({ ...state, page: 1, size: "25" }));
}

/** Where the register of the branch and the day of the list is taken away. */
export function registerHref({ branch, on }: ListState): string {
  return addressOf("/reports/register", { branch, on });
}

/** Where one field of many members of the same list is edited. */
export function bulkHref(state: ListState): string {
  return addressOf("/members/bulk", listValues({ ...state, page: 1, size: "25", cols: "" }));
}
