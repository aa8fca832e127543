import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { FilterScope } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";

type DayFormProps = { action: string; on: Day; unreadable: string | null };

/** Asks for the day a page shows; a plain GET form, so the day is part of the address. */
export function DayForm({ action, on, unreadable }: DayFormProps) {
  const t = useTranslations("assignments");
  const format = useFormat();
  return (
    <div className="screen-only grid gap-3">
      {unreadable !== null && (
        <Notice tone="warn">{t("unreadableDay", { typed: unreadable, day: format.day(on) })}</Notice>
      )}
      <Form action={action} className="flex flex-wrap items-end gap-2">
        <FilterScope>
          <DateInput key={on} name="on" label={t("on")} defaultValue={format.day(on)} />
        </FilterScope>
        <Button type="submit">{t("show")}</Button>
      </Form>
    </div>
  );
}
