import { useTranslations } from "next-intl";
import { filtersInWords } from "@/components/members/filters-in-words";
import { type ListState, listHref } from "@/components/members/list-address";
import type { FilterChip } from "@/components/ui/filter-chips";
import type { Option } from "@/components/ui/select";

/** The filters in use as chips, each with the address without it. */
export function useFilterChips(state: ListState, branches: readonly Option[], ratingYear: number): FilterChip[] {
  const t = useTranslations("members");
  return filtersInWords(t, state, branches, ratingYear).map(({ label, value, without }) => ({
    label,
    value,
    removeHref: listHref(state, without),
  }));
}
