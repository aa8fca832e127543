import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { FilterScope } from "@/components/ui/form-state";
import { addressOf } from "@/lib/core/address";
import { addDays, addMonths, type Day, firstDayOfYear, lastDayOfYear } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";

type PeriodFormProps = { from: Day; to: Day; year: number };

/** The period of a report: the quarters and the whole of a year at a press, any two days by hand. */
export function PeriodForm({ from, to, year }: PeriodFormProps) {
  const t = useTranslations("reports.period");
  const format = useFormat();
  const first = firstDayOfYear(year);
  const quarters = [0, 3, 6, 9].map((months, index) => ({
    label: t("quarter", { quarter: index + 1, year: String(year) }),
    from: addMonths(first, months),
    to: addDays(addMonths(first, months + 3), -1),
  }));
  const periods = [
    { label: t("year", { year: String(year - 1) }), from: firstDayOfYear(year - 1), to: lastDayOfYear(year - 1) },
    ...quarters,
    { label: t("year", { year: String(year) }), from: first, to: lastDayOfYear(year) },
    { label: t("year", { year: String(year + 1) }), from: firstDayOfYear(year + 1), to: lastDayOfYear(year + 1) },
  ];
  return (
    <div className="screen-only grid gap-3">
      <nav aria-label={t("label")} className="flex flex-wrap gap-x-4 gap-y-1">
        {periods.map((period) => (
          <Link
            key={`${period.from} ${period.to}`}
            href={addressOf("/reports/roll", { from: period.from, to: period.to })}
            aria-current={period.from === from && period.to === to ? "page" : undefined}
            className="flex min-h-11 items-center aria-[current=page]:font-bold aria-[current=page]:text-ink aria-[current=page]:no-underline"
            prefetch={false}
          >
            {period.label}
          </Link>
        ))}
      </nav>
      <Form action="/reports/roll" className="toolbar items-end">
        <FilterScope>
          <DateInput name="from" label={t("from")} defaultValue={format.day(from)} />
          <DateInput name="to" label={t("to")} defaultValue={format.day(to)} />
        </FilterScope>
        <Button type="submit">{t("show")}</Button>
      </Form>
    </div>
  );
}
