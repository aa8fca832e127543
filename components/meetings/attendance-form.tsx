import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { Presence } from "@/lib/core/db/generated/enums";
import { takeAttendanceAction } from "@/lib/features/meetings/actions";
import type { MeetingView, RollMember } from "@/lib/features/meetings/queries/get-meeting";

const presences = ["PRESENT", "ABSENT_EXCUSED", "ABSENT_UNEXCUSED"] as const satisfies readonly Presence[];

type AttendanceFormProps = {
  meeting: MeetingView;
  members: readonly RollMember[];
  /** What is chosen for who has not been marked yet; nothing where it is undefined. */
  unmarked: Presence | undefined;
};

/** The roll of a whole branch in one sending: three choices for each, and the exempt ones apart. */
export function AttendanceForm({ meeting, members, unmarked }: AttendanceFormProps) {
  const t = useTranslations("meetings");
  const called = members.filter((one) => one.standing === "CALLED");
  const exempt = members.filter((one) => one.standing === "EXEMPT");
  const notCalled = members.filter((one) => one.standing === "NOT_CALLED");
  const back = `/meetings/${meeting.id}`;
  return (
    <FormFrame action={takeAttendanceAction} version={meeting.version}>
      <input type="hidden" name="id" value={meeting.id} />
      <Fieldset legend={t("roll.called", { count: called.length })}>
        <div className="roll">
          {called.map((member) => (
            <div key={member.memberId} className="roll-line">
              <RadioGroup
                name={`at-${member.memberId}`}
                label={nameOf(member, t)}
                choices={presences.map((value) => ({ value, label: t(`presences.${value}`) }))}
                defaultValue={member.presence ?? unmarked}
              />
              <TextInput
                name={`why-${member.memberId}`}
                label={t("roll.why")}
                defaultValue={member.reason ?? undefined}
                maxLength={200}
                autoComplete="off"
                optional
              />
            </div>
          ))}
        </div>
      </Fieldset>
      {exempt.length > 0 && (
        <Fieldset legend={t("roll.exempt")} hint={t("roll.exemptHint")}>
          <div className="roll">
            {exempt.map((member) => (
              <div key={member.memberId} className="roll-line">
                <CheckboxGroup
                  name={`at-${member.memberId}`}
                  label={nameOf(member, t)}
                  choices={[{ value: "PRESENT", label: t("roll.came") }]}
                  defaultValues={member.presence === null ? [] : [member.presence]}
                />
              </div>
            ))}
          </div>
        </Fieldset>
      )}
      {notCalled.length > 0 && (
        <div>
          <p>{t("roll.notCalled", { names: notCalled.map((one) => one.name).join(", ") })}</p>
          <p className="field-hint">{t("roll.notCalledHint")}</p>
        </div>
      )}
      <TextArea
        name="guests"
        label={t("roll.guests")}
        hint={t("roll.guestsHint")}
        defaultValue={meeting.guests ?? undefined}
        rows={3}
        maxLength={2000}
        optional
      />
      <Actions>
        <SubmitButton>{t("roll.save")}</SubmitButton>
        <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function nameOf({ name, isOfficial }: RollMember, t: ReturnType<typeof useTranslations<"meetings">>): string {
  return isOfficial ? name : `${name} (${t("page.probationary")})`;
}
