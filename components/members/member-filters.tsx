import { useTranslations } from "next-intl";
import type { ListState } from "@/components/members/list-address";
import { type MemberColumn, memberColumns } from "@/components/members/member-columns";
import { optionsOf, useMemberWords } from "@/components/members/use-member-words";
import { SearchForm } from "@/components/shared/search-form";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";

type MemberFiltersProps = {
  state: ListState;
  on: Day;
  ratingYear: number;
  branches: readonly Option[];
  ethnicities: readonly string[];
  columns: readonly MemberColumn[];
  filterCount: number;
};

/** Search, filters, the day and the columns of the list, in one form whose result is an address. */
export function MemberFilters(props: MemberFiltersProps) {
  const { state, on, ratingYear, branches, ethnicities, columns, filterCount } = props;
  const t = useTranslations("members");
  const format = useFormat();
  const words = useMemberWords();
  const open = memberColumns.filter((column) => column !== "ethnicity" || ethnicities.length > 0);
  const any = t("list.any");
  const filters = (
    <>
      <DateInput name="on" label={t("list.on")} hint={t("list.onHint")} defaultValue={format.day(on)} />
      {branches.length > 1 && (
        <Select
          name="branch"
          label={t("columns.branch")}
          options={branches}
          placeholder={t("list.anyBranch")}
          defaultValue={state.branch ?? undefined}
        />
      )}
      <Select
        name="status"
        label={t("columns.status")}
        options={optionsOf(words.status)}
        placeholder={any}
        defaultValue={state.status ?? undefined}
      />
      <Select
        name="sex"
        label={t("columns.sex")}
        options={optionsOf(words.sex)}
        placeholder={any}
        defaultValue={state.sex ?? undefined}
      />
      {ethnicities.length > 0 && (
        <Select
          name="ethnicity"
          label={t("columns.ethnicity")}
          options={[
            { value: "MINORITY", label: t("list.minority") },
            ...ethnicities.map((value) => ({ value, label: value })),
          ]}
          placeholder={any}
          defaultValue={state.ethnicity ?? undefined}
        />
      )}
      <Select
        name="education"
        label={t("columns.education")}
        options={optionsOf(words.education)}
        placeholder={any}
        defaultValue={state.education ?? undefined}
      />
      <Select
        name="theory"
        label={t("columns.theory")}
        options={optionsOf(words.theory)}
        placeholder={any}
        defaultValue={state.theory ?? undefined}
      />
      <Select
        name="rating"
        label={t("list.rating")}
        options={optionsOf(words.levels)}
        placeholder={any}
        defaultValue={state.rating ?? undefined}
      />
      <TextInput
        name="year"
        label={t("list.ratingYear")}
        hint={t("list.ratingYearHint", { year: String(ratingYear) })}
        width="short"
        inputMode="numeric"
        maxLength={4}
        defaultValue={state.year === null ? undefined : String(state.year)}
      />
      <div className="md:col-span-2 xl:col-span-3 [&>fieldset]:md:columns-3">
        <CheckboxGroup
          name="cols"
          label={t("list.columns")}
          choices={open.map((column) => ({ value: column, label: t(`columns.${column}`) }))}
          defaultValues={columns}
        />
      </div>
    </>
  );
  return (
    <SearchForm
      action="/members"
      label={t("list.search")}
      defaultValue={state.q}
      keep={state.sort === "name" ? {} : { sort: state.sort }}
      filters={filters}
      filtersLabel={t("list.filter", { count: filterCount })}
    />
  );
}
