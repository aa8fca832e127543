import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { orderMemberFormAction, orderRegisterAction } from "@/lib/features/documents/actions";
import { registerFormats } from "@/lib/features/documents/schema";

/** Orders the form of a member with what is sensitive, for a purpose that stays on record. */
export function OrderMemberForm({ memberId, backHref }: { memberId: string; backHref: string }) {
  return (
    <FormFrame id="order-form" action={orderMemberFormAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <Purpose backHref={backHref} />
    </FormFrame>
  );
}

type OrderRegisterProps = { branchId: string | null; on: Day; backHref: string };

/** Orders a register with ethnicity and religion, for a purpose that stays on record. */
export function OrderRegister({ branchId, on, backHref }: OrderRegisterProps) {
  const t = useTranslations("documents.order");
  return (
    <FormFrame id="order-register" action={orderRegisterAction}>
      <input type="hidden" name="branchId" value={branchId ?? ""} />
      <input type="hidden" name="on" value={useFormat().day(on)} />
      <RadioGroup
        name="format"
        label={t("format")}
        choices={registerFormats.map((value) => ({ value, label: t(`formats.${value}`) }))}
        defaultValue="docx"
      />
      <Purpose backHref={backHref} />
    </FormFrame>
  );
}

function Purpose({ backHref }: { backHref: string }) {
  const t = useTranslations("documents.order");
  return (
    <>
      <TextArea name="purpose" label={t("purpose")} hint={t("purposeHint")} rows={3} maxLength={500} />
      <Actions>
        <SubmitButton>{t("submit")}</SubmitButton>
        <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
      </Actions>
    </>
  );
}
