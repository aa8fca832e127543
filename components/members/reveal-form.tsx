import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { revealIdNumbersAction } from "@/lib/features/members/actions";

/** What the ID numbers are needed for; they are shown in the answer. */
export function RevealForm({ memberId, backHref }: { memberId: string; backHref: string }) {
  const t = useTranslations("members.reveal");
  return (
    <FormFrame id="reveal" action={revealIdNumbersAction}>
      <input type="hidden" name="memberId" value={memberId} />
      <TextArea name="purpose" label={t("purpose")} hint={t("purposeHint")} rows={2} maxLength={500} />
      <Actions>
        <SubmitButton>{t("submit")}</SubmitButton>
        <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
