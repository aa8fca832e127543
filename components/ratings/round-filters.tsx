import { useTranslations } from "next-intl";
import { SearchForm } from "@/components/shared/search-form";
import { FilterChips } from "@/components/ui/filter-chips";
import { Select } from "@/components/ui/select";
import { addressOf } from "@/lib/core/address";
import { NotRatedReason } from "@/lib/core/db/generated/enums";
import type { RoundView } from "@/lib/features/ratings/queries/find-round";
import { memberStates, type RoundFilter } from "@/lib/features/ratings/schema";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

const LEVELS = ["GOOD_OR_BETTER", "EXCELLENT", "GOOD", "COMPLETED", "FAILED", "NOT_RATED"] as const;

type RoundFiltersProps = { period: RatingPeriod; filter: RoundFilter; branches: RoundView["branches"] };

/** Search and filters of a round's list; the address is their state. */
export function RoundFilters({ period, filter, branches }: RoundFiltersProps) {
  const t = useTranslations("ratings");
  const path = `/ratings/${period}`;
  const { tab, branch, level, state, reason, q, size } = filter;
  const kept = { tab: tab === "members" ? "" : tab, size: size === "25" ? "" : size };
  const set = { ...kept, q, branch, level, state, reason };
  const branchName = branches.find((one) => one.branchId === branch)?.branch;
  const chips = [
    { name: "q", label: t("filter.search"), value: q },
    { name: "branch", label: t("filter.branch"), value: branchName },
    { name: "level", label: t("filter.level"), value: level && t(`levelFilter.${level}`) },
    { name: "state", label: t("filter.state"), value: state && t(`states.${state}`) },
    { name: "reason", label: t("filter.reason"), value: reason && t(`reasons.${reason}`) },
  ].flatMap(({ name, label, value }) =>
    value ? [{ label, value, removeHref: addressOf(path, { ...set, [name]: null }) }] : [],
  );
  const removable = <FilterChips chips={chips} clearHref={addressOf(path, kept)} />;
  // The branches are few: numbers narrow them, nobody searches among them.
  if (tab !== "members") return removable;
  return (
    <>
      <SearchForm
        action={path}
        label={t("filter.search")}
        defaultValue={q}
        keep={kept}
        filtersLabel={t("filter.label", { count: [branch, level, state, reason].filter(Boolean).length })}
        filters={
          <>
            <Select
              key={`branch ${branch}`}
              name="branch"
              label={t("filter.branch")}
              options={branches.map((one) => ({ value: one.branchId, label: one.branch }))}
              defaultValue={branch ?? ""}
            />
            <Select
              key={`level ${level}`}
              name="level"
              label={t("filter.level")}
              options={LEVELS.map((value) => ({ value, label: t(`levelFilter.${value}`) }))}
              defaultValue={level ?? ""}
            />
            <Select
              key={`state ${state}`}
              name="state"
              label={t("filter.state")}
              options={memberStates.map((value) => ({ value, label: t(`states.${value}`) }))}
              defaultValue={state ?? ""}
            />
            <Select
              key={`reason ${reason}`}
              name="reason"
              label={t("filter.reason")}
              options={Object.values(NotRatedReason).map((value) => ({ value, label: t(`reasons.${value}`) }))}
              defaultValue={reason ?? ""}
            />
          </>
        }
      />
      {removable}
    </>
  );
}
