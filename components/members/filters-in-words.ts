import type { useTranslations } from "next-intl";
import { memberWords } from "@/components/members/use-member-words";
import type { Option } from "@/components/ui/select";
import type { MemberListInput } from "@/lib/features/members/schema";

type Filters = Omit<MemberListInput, "on" | "page" | "size" | "cols">;

/** A filter in use: what it narrows, to what, and the state without it. */
type FilterInWords = { readonly label: string; readonly value: string; readonly without: Partial<Filters> };

/** The filters in use in the reader's words, the same on the screen and in a file. */
export function filtersInWords(
  t: ReturnType<typeof useTranslations<"members">>,
  filters: Filters,
  branches: readonly Option[],
  ratingYear: number,
): FilterInWords[] {
  const words = memberWords(t);
  const { q, branch, status, sex, ethnicity, education, qualification, theory, office, rating } = filters;
  const branchName = branches.find((option) => option.value === branch)?.label ?? branch;
  const minority = ethnicity === "MINORITY" ? t("list.minority") : ethnicity;
  const span = (from: number | null, to: number | null) => {
    if (from !== null && to !== null) return t("list.between", { from, to });
    if (from !== null) return t("list.atLeast", { years: from });
    return to === null ? null : t("list.atMost", { years: to });
  };
  const all = [
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
    { label: t("list.ageChip"), value: span(filters.ageFrom, filters.ageTo), without: { ageFrom: null, ageTo: null } },
    {
      label: t("list.partyChip"),
      value: span(filters.partyFrom, filters.partyTo),
      without: { partyFrom: null, partyTo: null },
    },
    {
      label: t("columns.ratingOf", { year: String(ratingYear) }),
      value: rating && words.levels[rating],
      without: { rating: null },
    },
  ];
  return all.flatMap(({ label, value, without }) => (value ? [{ label, value, without }] : []));
}
