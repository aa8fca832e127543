import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { TextArea } from "@/components/ui/text-area";
import { orderMembersFileAction } from "@/lib/features/members/actions";
import { memberFileColumns } from "@/lib/features/members/schema";

/** Which columns, and for what: a file with sensitive data is taken for a purpose that stays on record. */
export function OrderFileForm({ list, backHref }: { list: string; backHref: string }) {
  const t = useTranslations("exports");
  const choices = memberFileColumns.map((value) => ({
    value,
    label: value === "rating" ? t("order.rating") : t(`columns.${value}`),
  }));
  return (
    <FormFrame id="order-file" action={orderMembersFileAction}>
      <input type="hidden" name="list" value={list} />
      <CheckboxGroup
        name="columns"
        label={t("order.columns")}
        hint={t("order.columnsHint")}
        choices={choices}
        defaultValues={memberFileColumns}
      />
      <TextArea name="purpose" label={t("order.purpose")} hint={t("order.purposeHint")} rows={3} maxLength={500} />
      <Actions>
        <SubmitButton>{t("order.submit")}</SubmitButton>
        <ButtonLink href={backHref}>{t("order.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
