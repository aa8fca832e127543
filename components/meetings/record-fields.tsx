import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateInput } from "@/components/ui/date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Day } from "@/lib/core/day";
import type { MeetingKind } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";

type People = readonly { readonly id: string; readonly name: string }[];

/** The kinds of meetings, in the order of the forms. */
export const meetingKinds = [
  "MONTHLY",
  "TOPICAL",
  "EXTENDED",
  "EXTRAORDINARY",
] as const satisfies readonly MeetingKind[];

/** What the form of a meeting starts with. */
export type RecordValues = {
  readonly kind: MeetingKind;
  readonly heldOn: Day | null;
  readonly startTime: string | null;
  readonly place: string | null;
  readonly chairId: string | null;
  readonly writerId: string | null;
};

type RecordFieldsProps = {
  values: RecordValues;
  kindLabel: string;
  /** Who may chair and who may write, each with what the form says of them. */
  chairs: { readonly people: People; readonly hint: string };
  writers: { readonly people: People; readonly hint?: string };
  /** What stands between the kind and the day. */
  children?: ReactNode;
};

/** What every meeting is recorded with: its kind, when and where, who chairs and who writes. */
export function RecordFields({ values, kindLabel, chairs, writers, children }: RecordFieldsProps) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const { kind, heldOn, startTime, place, chairId, writerId } = values;
  const optionsOf = (people: People) => people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <RadioGroup
        name="kind"
        label={kindLabel}
        choices={meetingKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        defaultValue={kind}
      />
      {children}
      <DateInput name="heldOn" label={t("form.heldOn")} defaultValue={heldOn ? format.day(heldOn) : undefined} />
      <TextInput
        name="startTime"
        label={t("invitation.startTime")}
        hint={t("invitation.timeHint")}
        defaultValue={startTime ?? undefined}
        width="short"
        autoComplete="off"
        optional
      />
      <TextInput name="place" label={t("form.place")} defaultValue={place ?? undefined} autoComplete="off" />
      <Select
        name="chairId"
        label={t("form.chair")}
        hint={chairs.hint}
        options={optionsOf(chairs.people)}
        defaultValue={chairId ?? undefined}
      />
      <Select
        name="writerId"
        label={t("form.writer")}
        hint={writers.hint}
        options={optionsOf(writers.people)}
        defaultValue={writerId ?? undefined}
      />
    </>
  );
}
