import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckPage } from "@/components/ui/check-page";
import { DateInput } from "@/components/ui/date-input";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { addDays, typedForm } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  acceptTransferAction,
  cancelTransferAction,
  endTemporaryActivityAction,
  issueLetterAction,
  receiveMemberAction,
  rejectTransferAction,
} from "@/lib/features/transfers/actions";
import type { TransferView } from "@/lib/features/transfers/queries/get-transfer";

type Props = { transfer: TransferView };

/** A proposed transfer line by line, the button that makes it effective, and the way to say no. */
export function AcceptScreen({ transfer }: Props) {
  const t = useTranslations("transfers");
  const format = useFormat();
  const { id, version, name, direction, kind, from, to, effectiveOn, lastDay, decisionNumber, can } = transfer;
  const rows = [
    { id: "name", label: t("fields.person"), before: name, after: name },
    { id: "place", label: t("accept.place"), before: from, after: to },
    {
      id: "kind",
      label: t("columns.kind"),
      before: "–",
      after: `${t(`directions.${direction}`)}, ${t(`kinds.${kind}`).toLowerCase()}`,
    },
    { id: "effectiveOn", label: t("fields.effectiveOn"), before: "–", after: format.day(effectiveOn) },
    ...(kind === "OFFICIAL"
      ? [{ id: "old", label: t("accept.lastDay"), before: "–", after: format.day(addDays(effectiveOn, -1)) }]
      : [{ id: "last", label: t("fields.lastDay"), before: "–", after: lastDay ? format.day(lastDay) : "–" }]),
    { id: "decision", label: t("fields.decisionNumber"), before: "–", after: decisionNumber ?? "–" },
  ];
  return (
    <>
      <CheckPage rows={rows} lead={<p>{t("accept.lead")}</p>}>
        {can.accept ? (
          <FormFrame id="accept" action={acceptTransferAction} version={version}>
            <input type="hidden" name="id" value={id} />
            <Actions>
              <SubmitButton>{t("acts.accept")}</SubmitButton>
              <ButtonLink href={`/transfers/${id}`}>{t("acts.back")}</ButtonLink>
            </Actions>
          </FormFrame>
        ) : (
          <Notice tone="info">{t("errors.notYet", { effectiveOn: format.day(effectiveOn) })}</Notice>
        )}
      </CheckPage>
      <Card title={t("accept.rejectTitle")}>
        <FormFrame id="reject" action={rejectTransferAction} version={version}>
          <input type="hidden" name="id" value={id} />
          <TextArea name="reason" label={t("fields.reason")} maxLength={500} />
          <Actions>
            <SubmitButton tone="secondary">{t("acts.reject")}</SubmitButton>
          </Actions>
        </FormFrame>
      </Card>
    </>
  );
}

/** Takes a proposal back. */
export function CancelForm({ transfer: { id, version } }: Props) {
  const t = useTranslations("transfers");
  return (
    <FormFrame action={cancelTransferAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <TextArea name="reason" label={t("fields.reason")} maxLength={500} />
      <Actions>
        <SubmitButton tone="danger">{t("acts.cancel")}</SubmitButton>
        <ButtonLink href={`/transfers/${id}`}>{t("acts.back")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** The number and day of the letter of introduction. */
export function LetterForm({ transfer: { id, version, letter } }: Props) {
  const t = useTranslations("transfers");
  return (
    <FormFrame action={issueLetterAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <TextInput
        name="letterNumber"
        label={t("fields.letterNumber")}
        width="medium"
        maxLength={60}
        defaultValue={letter?.number}
        autoComplete="off"
      />
      <DateInput
        name="letterOn"
        label={t("fields.letterOn")}
        defaultValue={letter ? typedForm(letter.on) : undefined}
      />
      <Actions>
        <SubmitButton>{t("letterForm.save")}</SubmitButton>
        <ButtonLink href={`/transfers/${id}`}>{t("acts.back")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** The day on which the member has come to the receiving branch. */
export function ReceiveForm({ transfer: { id, version } }: Props) {
  const t = useTranslations("transfers");
  return (
    <FormFrame action={receiveMemberAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <DateInput name="receivedOn" label={t("fields.receivedOn")} />
      <Actions>
        <SubmitButton>{t("receiveForm.save")}</SubmitButton>
        <ButtonLink href={`/transfers/${id}`}>{t("acts.back")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** The last day of temporary activity. */
export function EndTemporaryForm({ transfer: { id, version, lastDay } }: Props) {
  const t = useTranslations("transfers");
  return (
    <FormFrame action={endTemporaryActivityAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <DateInput name="lastDay" label={t("fields.lastDay")} defaultValue={lastDay ? typedForm(lastDay) : undefined} />
      <Actions>
        <SubmitButton>{t("endForm.save")}</SubmitButton>
        <ButtonLink href={`/transfers/${id}`}>{t("acts.back")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
