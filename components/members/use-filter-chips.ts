import { useTranslations } from "next-intl";
import { type ListState, listHref } from "@/components/members/list-address";
import { useMemberWords } from "@/components/members/use-member-words";
import type { FilterChip } from "@/components/ui/filter-chips";
import type { Option } from "@/components/ui/select";

/** The filters in use as chips, each with the address without it. */
export function useFilterChips(state: ListState, branches: readonly Option[], ratingYear: number): FilterChip[] {
  const t = useTranslations("members");
  const words = useMemberWords();
  const { q, branch, status, sex, ethnicity, education, qualification, theory, office, rating } = state;
  const branchName = branches.find((option) => option.value === branch)?.label ?? branch;
  const minority = ethnicity === "MINORITY" ? t("list.minority") : ethnicity;
  const span = (from: number | null, to: number | null) => {
    if (from !== null && to !== null) return t("list.between", { from, to });
    if (from !== null) return t("list.atLeast", { years: from });
    return to === null ? null : t("list.atMost", { years: to });
  };
  const chips = [
    { label: t("list.searchChip"), value: q, without: { q: "" } },
    { label: t("columns.branch"), value: branchName, without: { branch: null } },
    { label: t("columns.status"), value: status && words.status[status], without: { status: null } },
    { label: t("columns.sex"), value: sex && words.sex[sex], without: { sex: null } },
    { label: t("columns.ethnicity"), value: minority, without: { ethnicity: null } },
    { label: t("columns.education"), value: education && words.education[education], without: { education: null } },
    {
      label: t("columns.qualification"),
      value: qualification && words.qualification[qualification],
      without: { qualification: null },
    },
    { label: t("columns.theory"), value: theory && words.theory[theory], without: { theory: null } },
    { label: t("list.office"), value: office && t(`heldOffices.${office}`), without: { office: null } },
    { label: t("list.ageChip"), value: span(state.ageFrom, state.ageTo), without: { ageFrom: null, ageTo: null } },
    {
      label: t("list.partyChip"),
      value: span(state.partyFrom, state.partyTo),
      without: { partyFrom: null, partyTo: null },
    },
    {
      label: t("columns.ratingOf", { year: String(ratingYear) }),
      value: rating && words.levels[rating],
      without: { rating: null },
    },
  ];
  return chips.flatMap(({ label, value, without }) =>
    value ? [{ label, value, removeHref: listHref(state, without) }] : [],
  );
}
