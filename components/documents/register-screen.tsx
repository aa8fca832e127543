import Form from "next/form";
import { useTranslations } from "next-intl";
import { Actions, Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { FilterScope } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { type Option, Select } from "@/components/ui/select";
import { addressOf } from "@/lib/core/address";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";

type RegisterScreenProps = {
  branches: readonly Option[];
  hasWhole: boolean;
  /** The branch whose register it is; null for the whole. */
  chosen: { readonly id: string; readonly name: string } | null;
  on: Day;
  unreadable: string | null;
  mayOrder: boolean;
};

/** Chooses the branch and the day of a register, and hands it out as Word and as Excel. */
export function RegisterScreen({ branches, hasWhole, chosen, on, unreadable, mayOrder }: RegisterScreenProps) {
  const t = useTranslations("documents.registerPage");
  const day = useFormat().day(on);
  const options = hasWhole ? [{ value: "", label: t("whole") }, ...branches] : branches;
  const address = (format: string) =>
    addressOf(`/api/export/member-register.${format}`, { branch: chosen?.id ?? null, on });
  return (
    <>
      {unreadable !== null && <Notice tone="warn">{t("unreadable", { typed: unreadable, day })}</Notice>}
      <Form action="/reports/register" className="toolbar items-end">
        <FilterScope>
          <Select name="branch" label={t("branch")} options={options} defaultValue={chosen?.id ?? ""} />
          <DateInput key={on} name="on" label={t("on")} hint={null} defaultValue={day} />
        </FilterScope>
        <Button type="submit">{t("show")}</Button>
      </Form>
      <Card title={t("of", { name: chosen?.name ?? t("whole"), on: day })}>
        <p className="prose-line mb-3 text-ink-2">{t("sensitive")}</p>
        <Actions>
          <ButtonLink href={address("docx")} download>
            {t("word")}
          </ButtonLink>
          <ButtonLink href={address("xlsx")} download>
            {t("excel")}
          </ButtonLink>
          {mayOrder && (
            <ButtonLink href={addressOf("/reports/register/order", { branch: chosen?.id ?? null, on })}>
              {t("order")}
            </ButtonLink>
          )}
        </Actions>
      </Card>
    </>
  );
}
