import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { type Option, Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { CommitteeOfficeKind, SuperiorKind } from "@/lib/core/db/generated/enums";
import {
  endCommitteeSeatAction,
  giveCommitteeSeatAction,
  openTermAction,
  recordCommitteeNameAction,
  succeedCommitteeAction,
} from "@/lib/features/organization/actions/shape-committee";

const kinds = [
  "SECRETARY",
  "DEPUTY",
  "STANDING_MEMBER",
  "MEMBER",
  "INSPECTION_HEAD",
  "INSPECTION_DEPUTY",
  "INSPECTION_MEMBER",
] as const satisfies readonly CommitteeOfficeKind[];

const superiors = ["DISTRICT", "PROVINCE"] as const satisfies readonly SuperiorKind[];

/** Gives a person a seat of the committee or of its inspection commission. */
export function GiveSeatForm(props: { terms: readonly Option[]; people: readonly Option[]; startsOn: string }) {
  const t = useTranslations("committee.form");
  const words = useTranslations("assignments");
  return (
    <FormFrame action={giveCommitteeSeatAction}>
      <Select name="termId" label={t("term")} options={props.terms} defaultValue={props.terms[0]?.value} />
      <Select name="memberId" label={t("person")} options={props.people} width="full" />
      <Select
        name="kind"
        label={t("kind")}
        options={kinds.map((value) => ({ value, label: words(`seats.${value}`) }))}
      />
      <DateInput name="startsOn" label={t("startsOn")} defaultValue={props.startsOn} />
      <DateInput name="lastDay" label={t("lastDay")} hint={t("lastDayHint")} optional />
      <TextInput name="decisionNumber" label={t("decisionNumber")} optional width="medium" autoComplete="off" />
      <Buttons word={t("saveSeat")} />
    </FormFrame>
  );
}

/** Ends a seat with its last day. */
export function EndSeatForm({ id, version }: { id: string; version: number }) {
  const t = useTranslations("committee.form");
  return (
    <FormFrame action={endCommitteeSeatAction} version={version}>
      <input type="hidden" name="id" value={id} />
      <DateInput name="lastDay" label={t("endLastDay")} />
      <Buttons word={t("saveEnd")} />
    </FormFrame>
  );
}

/** Opens a term of the committee. */
export function OpenTermForm() {
  const t = useTranslations("committee.form");
  return (
    <FormFrame action={openTermAction}>
      <TextInput name="name" label={t("termName")} hint={t("termNameHint")} width="medium" autoComplete="off" />
      <DateInput name="startsOn" label={t("startsOn")} />
      <DateInput name="lastDay" label={t("lastDay")} hint={t("lastDayHint")} optional />
      <Buttons word={t("saveTerm")} />
    </FormFrame>
  );
}

/** Records the legal name and the body above, from a day on. */
export function RecordNameForm() {
  const t = useTranslations("committee");
  return (
    <FormFrame action={recordCommitteeNameAction}>
      <TextInput name="name" label={t("form.bodyName")} autoComplete="off" />
      <Select
        name="superiorKind"
        label={t("form.superiorKind")}
        options={superiors.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextInput name="superiorName" label={t("form.superiorName")} autoComplete="off" />
      <DateInput name="startsOn" label={t("form.startsOn")} />
      <DateInput name="lastDay" label={t("form.lastDay")} hint={t("form.lastDayHint")} optional />
      <Buttons word={t("form.saveName")} />
    </FormFrame>
  );
}

/** Records that the Party organisation follows others from a day on, under a name and a body above. */
export function SucceedForm({ name, predecessor }: { name: string; predecessor: string }) {
  const t = useTranslations("committee");
  return (
    <FormFrame action={succeedCommitteeAction}>
      <DateInput name="startsOn" label={t("form.startsOn")} />
      <TextInput name="name" label={t("form.bodyName")} defaultValue={name} maxLength={120} autoComplete="off" />
      <TextArea
        name="predecessors"
        label={t("form.predecessors")}
        hint={t("form.predecessorsHint")}
        defaultValue={predecessor}
        maxLength={1000}
      />
      <Select
        name="superiorKind"
        label={t("form.superiorKind")}
        options={superiors.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextInput name="superiorName" label={t("form.superiorName")} maxLength={120} autoComplete="off" />
      <TextInput
        name="decisionNumber"
        label={t("form.decisionNumber")}
        width="medium"
        maxLength={60}
        autoComplete="off"
      />
      <DateInput name="decisionOn" label={t("form.decisionOn")} />
      <TextInput name="decisionBody" label={t("form.decisionBody")} maxLength={160} autoComplete="off" />
      <Buttons word={t("form.saveSuccession")} />
    </FormFrame>
  );
}

function Buttons({ word }: { word: string }) {
  const t = useTranslations("committee.form");
  return (
    <Actions>
      <SubmitButton>{word}</SubmitButton>
      <ButtonLink href="/committee">{t("cancel")}</ButtonLink>
    </Actions>
  );
}
