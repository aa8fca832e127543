import { useTranslations } from "next-intl";
import type { ListState } from "@/components/members/list-address";
import { optionsOf, useMemberWords } from "@/components/members/use-member-words";
import { SearchForm } from "@/components/shared/search-form";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberListRights } from "@/lib/features/members/queries/list-members";
import { heldOffices } from "@/lib/features/members/schema";

type MemberFiltersProps = {
  state: ListState;
  on: Day;
  ratingYear: number;
  branches: readonly Option[];
  ethnicities: readonly string[];
  can: MemberListRights;
  filterCount: number;
};

const yearFields = ["ageFrom", "ageTo", "partyFrom", "partyTo"] as const;

/** Search, filters and the day of the list, in one form whose result is an address. */
export function MemberFilters(props: MemberFiltersProps) {
  const { state, on, ratingYear, branches, ethnicities, can, filterCount } = props;
  const t = useTranslations("members");
  const format = useFormat();
  const words = useMemberWords();
  const offices = heldOffices.filter((office) => office !== "COMMITTEE" || can.seeSeats);
  const minority = { value: "MINORITY", label: t("list.minority") };
  const choices = [
    { name: "branch", label: t("columns.branch"), options: branches.length > 1 ? branches : [] },
    { name: "status", label: t("columns.status"), options: optionsOf(words.status) },
    { name: "sex", label: t("columns.sex"), options: optionsOf(words.sex) },
    {
      name: "ethnicity",
      label: t("columns.ethnicity"),
      options: can.seeEthnicity ? [minority, ...ethnicities.map((value) => ({ value, label: value }))] : [],
    },
    { name: "education", label: t("columns.education"), options: optionsOf(words.education) },
    { name: "qualification", label: t("columns.qualification"), options: optionsOf(words.qualification) },
    { name: "theory", label: t("columns.theory"), options: optionsOf(words.theory) },
    {
      name: "office",
      label: t("list.office"),
      options: offices.map((value) => ({ value, label: t(`heldOffices.${value}`) })),
    },
    { name: "rating", label: t("list.rating"), options: optionsOf(words.levels) },
  ] as const;
  const filters = (
    <>
      <DateInput name="on" label={t("list.on")} hint={t("list.onHint")} defaultValue={format.day(on)} />
      {choices.map(({ name, label, options }) =>
        options.length === 0 ? null : (
          <Select
            key={name}
            name={name}
            label={label}
            options={options}
            placeholder={t(name === "branch" ? "list.anyBranch" : "list.any")}
            defaultValue={state[name] ?? undefined}
          />
        ),
      )}
      <TextInput
        name="year"
        label={t("list.ratingYear")}
        hint={t("list.ratingYearHint", { year: String(ratingYear) })}
        width="short"
        inputMode="numeric"
        maxLength={4}
        defaultValue={state.year === null ? undefined : String(state.year)}
      />
      <div className="col-span-full grid grid-cols-2 items-end gap-4 md:grid-cols-4">
        {yearFields.map((name) => (
          <TextInput
            key={name}
            name={name}
            label={t(`list.${name}`)}
            width="short"
            inputMode="numeric"
            maxLength={3}
            defaultValue={state[name] === null ? undefined : String(state[name])}
          />
        ))}
      </div>
    </>
  );
  return (
    <SearchForm
      action="/members"
      label={t("list.search")}
      defaultValue={state.q}
      keep={{
        sort: state.sort === "name" ? "" : state.sort,
        size: state.size === "25" ? "" : state.size,
        cols: state.cols,
      }}
      filters={filters}
      filtersLabel={t("list.filter", { count: filterCount })}
    />
  );
}
