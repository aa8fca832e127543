import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { setFirstNumberAction } from "@/lib/features/party-documents/actions";
import type { NextSign } from "@/lib/features/party-documents/queries/find-document-form";

/** Says from which number the register goes on with a kind that was numbered on paper before. */
export function FirstNumberForm({ kind, first }: Pick<NextSign, "kind" | "first">) {
  const t = useTranslations("partyDocuments.firstNumber");
  const compared = [
    { name: "number", label: t("number") },
    { name: "reason", label: t("reason") },
  ];
  return (
    <FormFrame action={setFirstNumberAction} version={first?.version ?? 0} compare={compared}>
      <input type="hidden" name="kind" value={kind} />
      <TextInput
        name="number"
        label={t("number")}
        hint={t("numberHint")}
        inputMode="numeric"
        width="short"
        maxLength={5}
        defaultValue={first ? String(first.number) : undefined}
        autoComplete="off"
      />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={3} defaultValue={first?.reason} />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/party-documents/issue?kind=${kind}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
