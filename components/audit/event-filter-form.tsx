import { getTranslations } from "next-intl/server";
import { SearchForm } from "@/components/shared/search-form";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import type { AuditListInput } from "@/lib/features/audit/schema";

const kinds = [
  "member",
  "memberStatus",
  "branch",
  "branchOffice",
  "committeeSeat",
  "assignment",
  "rating",
  "inspection",
  "account",
] as const;

/** Narrows the trail by person, kind of event and days; the state is the address. */
export async function EventFilterForm({ input }: { input: AuditListInput }) {
  const t = await getTranslations("audit");
  const options = kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
  const used = [input.kind, input.from, input.to].filter(Boolean).length;
  return (
    <SearchForm
      action="/audit"
      label={t("filter.person")}
      defaultValue={input.q}
      filtersLabel={t("filter.more", { count: used })}
      filtersOpen={used > 0}
      filters={
        <>
          <Select name="kind" label={t("filter.kind")} options={options} defaultValue={input.kind} optional />
          <DateInput name="from" label={t("filter.from")} defaultValue={input.from} optional />
          <DateInput name="to" label={t("filter.to")} defaultValue={input.to} optional />
        </>
      }
    />
  );
}
