import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { FilterScope } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";

type OnDayFormProps = {
  action: string;
  on: Day;
  unreadable: string | null;
  /** Query values that stay as they are. */
  keep?: Readonly<Record<string, string>>;
};

/** Asks for the day that branches are shown as of; a plain GET form, so the day is part of the address. */
export function OnDayForm({ action, on, unreadable, keep = {} }: OnDayFormProps) {
  const t = useTranslations("organization.list");
  const format = useFormat();
  return (
    <div className="screen-only grid gap-3">
      {unreadable !== null && (
        <Notice tone="warn">{t("unreadableDay", { typed: unreadable, day: format.day(on) })}</Notice>
      )}
      <Form action={action} className="flex flex-wrap items-end gap-2">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FilterScope>
          <DateInput key={on} name="on" label={t("on")} hint={null} defaultValue={format.day(on)} />
        </FilterScope>
        <Button type="submit">{t("show")}</Button>
      </Form>
    </div>
  );
}
