import { useTranslations } from "next-intl";
import { useKindOptions } from "@/components/party-documents/document-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/core/day";
import { DocumentAudience, type PartyDocumentKind } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  annulDocumentAction,
  editIssuedAction,
  editReceivedAction,
  issueDocumentAction,
  receiveDocumentAction,
} from "@/lib/features/party-documents/actions";
import type { Addressee } from "@/lib/features/party-documents/queries/find-document-form";
import type { DocumentView } from "@/lib/features/party-documents/queries/get-document";
import type { KindName } from "@/lib/features/party-documents/queries/list-kinds";

type Branches = readonly Addressee[];
type Kinds = readonly KindName[];
const audiences = Object.values(DocumentAudience);

/** Enters a paper of a superior body. */
export function ReceiveDocumentForm({ kinds, branches, today }: { kinds: Kinds; branches: Branches; today: Day }) {
  const t = useTranslations("partyDocuments");
  return (
    <FormFrame action={receiveDocumentAction}>
      <SecrecyNotice />
      <NumberFields document={null} kinds={kinds} today={today} />
      <ToldFields document={null} branches={branches} />
      <FormActions save={t("receive.save")} backHref="/party-documents" />
    </FormFrame>
  );
}

/** Enters a paper of the committee itself; `sign` is the number that it gets if it is of today. */
export function IssueDocumentForm(props: { kind: PartyDocumentKind; sign: string; branches: Branches; today: Day }) {
  const { kind, sign, branches, today } = props;
  const t = useTranslations("partyDocuments");
  return (
    <FormFrame action={issueDocumentAction}>
      <SecrecyNotice />
      <Notice title={t("issue.gets", { sign })}>{t("issue.rule")}</Notice>
      <input type="hidden" name="kind" value={kind} />
      <DateInput name="issuedOn" label={t("columns.issuedOn")} defaultValue={useFormat().day(today)} />
      <ToldFields document={null} branches={branches} />
      <FormActions save={t("issue.save")} backHref="/party-documents/issue" />
    </FormFrame>
  );
}

/** Puts right what was entered of a paper; an own one keeps its kind and number. */
export function EditDocumentForm(props: { document: DocumentView; kinds: Kinds; branches: Branches }) {
  const { document, kinds, branches } = props;
  const t = useTranslations("partyDocuments");
  const format = useFormat();
  const back = `/party-documents/${document.id}`;
  const isOwn = document.direction === "OWN";
  const compared = [
    { name: "subjectLine", label: t("columns.subjectLine") },
    { name: "issuedOn", label: t("columns.issuedOn") },
    { name: "number", label: t("form.number") },
    { name: "sign", label: t("form.sign") },
    { name: "issuer", label: t("columns.issuer") },
    { name: "receivedOn", label: t("form.receivedOn") },
    { name: "deadlineOn", label: t("form.deadline") },
    { name: "enclosures", label: t("form.enclosures") },
  ].filter(({ name }) => !isOwn || !["number", "sign", "issuer", "receivedOn"].includes(name));
  return (
    <FormFrame
      action={isOwn ? editIssuedAction : editReceivedAction}
      version={document.version}
      compare={compared}
      reloadHref={`${back}/edit`}
    >
      <SecrecyNotice />
      <input type="hidden" name="id" value={document.id} />
      {isOwn ? (
        <DateInput name="issuedOn" label={t("columns.issuedOn")} defaultValue={format.day(document.issuedOn)} />
      ) : (
        <NumberFields document={document} kinds={kinds} today={document.receivedOn ?? document.issuedOn} />
      )}
      <ToldFields document={document} branches={branches} />
      <FormActions save={t("form.save")} backHref={back} />
    </FormFrame>
  );
}

/** Annuls a paper that was entered by mistake. */
export function AnnulDocumentForm({ document }: { document: DocumentView }) {
  const t = useTranslations("partyDocuments");
  return (
    <FormFrame action={annulDocumentAction} version={document.version}>
      <input type="hidden" name="id" value={document.id} />
      <TextArea name="reason" label={t("annul.reason")} hint={t("annul.reasonHint")} rows={3} />
      <FormActions save={t("annul.save")} backHref={`/party-documents/${document.id}`} />
    </FormFrame>
  );
}

/** That secret papers are not entered here. */
export function SecrecyNotice() {
  const t = useTranslations("partyDocuments.secrecy");
  return (
    <Notice tone="warn" title={t("title")}>
      {t("rule")}
    </Notice>
  );
}

function NumberFields({ document, kinds, today }: { document: DocumentView | null; kinds: Kinds; today: Day }) {
  const t = useTranslations("partyDocuments");
  const format = useFormat();
  return (
    <>
      <Select
        name="kind"
        label={t("columns.kind")}
        options={useKindOptions(kinds)}
        defaultValue={document?.kind}
        width="full"
      />
      <TextInput
        name="number"
        label={t("form.number")}
        inputMode="numeric"
        width="short"
        maxLength={5}
        defaultValue={document ? String(document.number) : undefined}
        autoComplete="off"
      />
      <TextInput
        name="sign"
        label={t("form.sign")}
        hint={t("form.signHint")}
        width="medium"
        maxLength={40}
        defaultValue={document?.sign}
        autoComplete="off"
      />
      <TextInput
        name="issuer"
        label={t("columns.issuer")}
        hint={t("form.issuerHint")}
        defaultValue={document?.issuer}
        autoComplete="off"
      />
      <DateInput
        name="issuedOn"
        label={t("columns.issuedOn")}
        defaultValue={document ? format.day(document.issuedOn) : undefined}
      />
      <DateInput name="receivedOn" label={t("form.receivedOn")} defaultValue={format.day(today)} />
    </>
  );
}

function ToldFields({ document, branches }: { document: DocumentView | null; branches: Branches }) {
  const t = useTranslations("partyDocuments");
  const format = useFormat();
  return (
    <>
      <TextArea
        name="subjectLine"
        label={t("columns.subjectLine")}
        hint={t("form.subjectHint")}
        rows={3}
        defaultValue={document?.subjectLine}
      />
      <RadioGroup
        name="audience"
        label={t("columns.audience")}
        choices={audiences.map((value) => ({
          value,
          label: t(`audiences.${value}`),
          hint: t(`audienceHints.${value}`),
        }))}
        defaultValue={document?.audience}
      />
      <CheckboxGroup
        name="branchId"
        label={t("form.branches")}
        hint={t("form.branchesHint")}
        choices={branches.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValues={document?.branches.map(({ id }) => id)}
        optional
      />
      <DateInput
        name="deadlineOn"
        label={t("form.deadline")}
        hint={t("form.deadlineHint")}
        defaultValue={document?.deadlineOn ? format.day(document.deadlineOn) : undefined}
        optional
      />
      <TextArea
        name="enclosures"
        label={t("form.enclosures")}
        rows={2}
        defaultValue={document?.enclosures ?? undefined}
        optional
      />
    </>
  );
}

function FormActions({ save, backHref }: { save: string; backHref: string }) {
  const t = useTranslations("partyDocuments.form");
  return (
    <Actions>
      <SubmitButton>{save}</SubmitButton>
      <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
    </Actions>
  );
}
