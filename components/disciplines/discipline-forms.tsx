import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { BreachKind, DisciplineBody, DisciplineForm } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  confirmDisciplineAction,
  recordDisciplineAction,
  withdrawDisciplineAction,
} from "@/lib/features/disciplines/actions";
import type { DisciplineView } from "@/lib/features/disciplines/queries/get-discipline";
import type { DisciplineFormView } from "@/lib/features/disciplines/queries/get-discipline-form";

type BranchChosen = NonNullable<DisciplineFormView["branch"]>;
type FormProps = { branch: BranchChosen; corrects: DisciplineView | null };

/** A decision as its papers have it; of a correction everything is filled in as the old record has it. */
export function RecordDisciplineForm({ branch, corrects }: FormProps) {
  const t = useTranslations("disciplines");
  const itself = { value: branch.id, label: t("record.theBranch", { branch: branch.name }) };
  const people = branch.people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormFrame action={recordDisciplineAction}>
      <input type="hidden" name="branchId" value={branch.id} />
      <input type="hidden" name="correctsId" value={corrects?.id ?? ""} />
      {corrects && <TextArea name="whyCorrected" label={t("correct.reason")} rows={3} />}
      <Select
        name="whoId"
        label={t("record.who")}
        hint={t("record.whoHint")}
        options={branch.isOwn ? people : [itself, ...people]}
        defaultValue={corrects ? (corrects.memberId ?? corrects.branchId) : undefined}
      />
      <Select
        name="form"
        label={t("record.form")}
        hint={t("record.formHint")}
        options={Object.values(DisciplineForm).map((value) => ({ value, label: t(`forms.${value}`) }))}
        defaultValue={corrects?.form}
      />
      <DecisionFields corrects={corrects} />
      <VoteFields corrects={corrects} />
      <BreachFields corrects={corrects} />
      <Actions>
        <SubmitButton>{t("record.save")}</SubmitButton>
        <ButtonLink href={corrects ? `/disciplines/${corrects.id}` : "/disciplines"}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type PartProps = { corrects: DisciplineView | null };

function DecisionFields({ corrects }: PartProps) {
  const t = useTranslations("disciplines");
  const format = useFormat();
  return (
    <Fieldset legend={t("record.decision")}>
      <Select
        name="body"
        label={t("record.body")}
        hint={t("record.bodyHint")}
        options={Object.values(DisciplineBody).map((value) => ({ value, label: t(`bodies.${value}`) }))}
        defaultValue={corrects?.body}
      />
      <TextInput
        name="bodyName"
        label={t("record.bodyName")}
        maxLength={200}
        autoComplete="off"
        defaultValue={corrects?.bodyName}
      />
      <TextInput
        name="decisionNumber"
        label={t("record.decisionNumber")}
        width="medium"
        maxLength={60}
        autoComplete="off"
        defaultValue={corrects?.decisionNumber}
      />
      <DateInput
        name="decidedOn"
        label={t("record.decidedOn")}
        defaultValue={corrects ? format.day(corrects.decidedOn) : undefined}
      />
      <DateInput
        name="announcedOn"
        label={t("record.announcedOn")}
        defaultValue={corrects ? format.day(corrects.announcedOn) : undefined}
      />
    </Fieldset>
  );
}

function VoteFields({ corrects }: PartProps) {
  const t = useTranslations("disciplines");
  return (
    <Fieldset legend={t("record.vote")} hint={t("record.voteHint")}>
      {(["bodyMembers", "present", "votesFor", "votesAgainst"] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          label={t(`record.${name}`)}
          hint={name === "votesAgainst" ? t("record.votesAgainstHint") : undefined}
          width="short"
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          defaultValue={corrects ? String(corrects[name]) : undefined}
        />
      ))}
    </Fieldset>
  );
}

function BreachFields({ corrects }: PartProps) {
  const t = useTranslations("disciplines");
  const format = useFormat();
  return (
    <Fieldset legend={t("record.breachPart")}>
      <TextArea
        name="breach"
        label={t("record.breach")}
        hint={t("record.breachHint")}
        rows={4}
        defaultValue={corrects?.breach}
      />
      <DateInput
        name="breachOn"
        label={t("record.breachOn")}
        defaultValue={corrects ? format.day(corrects.breachOn) : undefined}
      />
      <DateInput
        name="concludedOn"
        label={t("record.concludedOn")}
        defaultValue={corrects ? format.day(corrects.concludedOn) : undefined}
      />
      <Select
        name="breachKind"
        label={t("record.breachKind")}
        hint={t("record.breachKindHint")}
        options={Object.values(BreachKind).map((value) => ({ value, label: t(`breachKinds.${value}`) }))}
        defaultValue={corrects?.breachKind}
      />
      <TextInput
        name="exceptionPaper"
        label={t("record.exceptionPaper")}
        optional
        maxLength={200}
        autoComplete="off"
        defaultValue={corrects?.exceptionPaper ?? undefined}
      />
    </Fieldset>
  );
}

/** Says yes to a decision as it stands above. */
export function ConfirmDisciplineForm({ of: { id, version } }: { of: DisciplineView }) {
  const t = useTranslations("disciplines");
  return (
    <FormFrame action={confirmDisciplineAction} version={version} reloadHref={`/disciplines/${id}`}>
      <input type="hidden" name="id" value={id} />
      <Actions>
        <SubmitButton>{t("confirm.save")}</SubmitButton>
        <ButtonLink href={`/disciplines/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Why a decision was entered by mistake. */
export function WithdrawDisciplineForm({ of: { id, version } }: { of: DisciplineView }) {
  const t = useTranslations("disciplines");
  return (
    <FormFrame action={withdrawDisciplineAction} version={version} reloadHref={`/disciplines/${id}`}>
      <input type="hidden" name="id" value={id} />
      <TextArea name="reason" label={t("withdraw.reason")} rows={3} />
      <Actions>
        <SubmitButton tone="danger">{t("withdraw.save")}</SubmitButton>
        <ButtonLink href={`/disciplines/${id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
