import { useTranslations } from "next-intl";
import { holderName } from "@/components/meetings/meeting-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/check-page";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { sendMinutesAction } from "@/lib/features/meetings/actions";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import type { RollCounts } from "@/lib/features/meetings/rules";
import type { NextMeeting } from "@/lib/features/meetings/rules/next-meeting";

type SendCheckProps = { meeting: MeetingView; counts: RollCounts; next: NextMeeting | null };

/** What is about to be sent, line by line, and the form that sends it, which asks for the day of the next meeting. */
export function SendCheck({ meeting, counts, next }: SendCheckProps) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const back = `/meetings/${meeting.id}`;
  const edit = `${back}/edit`;
  const roll = `${back}/attendance`;
  const { called, present, excused, unexcused } = counts;
  const ofBranch = meeting.body === null;
  return (
    <CheckPage
      lead={t(ofBranch ? "sending.lead" : "bodies.sending.lead")}
      rows={[
        { id: "holder", label: t(ofBranch ? "page.branch" : "bodies.body"), after: holderName(meeting, t) },
        {
          id: "kind",
          label: t(ofBranch ? "sending.kind" : "bodies.form.kind"),
          after: t(`kinds.${meeting.kind}`),
          changeHref: edit,
        },
        ...(ofBranch
          ? [{ id: "month", label: t("sending.month"), after: format.month(meeting.monthOn), changeHref: edit }]
          : []),
        { id: "heldOn", label: t("page.heldOn"), after: format.day(meeting.heldOn), changeHref: edit },
        { id: "place", label: t("page.place"), after: meeting.place, changeHref: edit },
        { id: "chair", label: t("page.chair"), after: meeting.chairName, changeHref: edit },
        { id: "writer", label: t("page.writer"), after: meeting.writerName, changeHref: edit },
        { id: "present", label: t("sending.present"), after: format.share(present, called), changeHref: roll },
        { id: "absent", label: t("sending.absent"), after: format.number(excused + unexcused), changeHref: roll },
        { id: "items", label: t("sending.items"), after: meeting.items.length, changeHref: `${back}/minutes` },
      ]}
    >
      <FormFrame action={sendMinutesAction} version={meeting.version}>
        <input type="hidden" name="id" value={meeting.id} />
        <NextFields next={next} />
        <Actions>
          <SubmitButton>{t(ofBranch ? "sending.confirm" : "bodies.sending.confirm")}</SubmitButton>
          <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
        </Actions>
      </FormFrame>
    </CheckPage>
  );
}

function NextFields({ next }: { next: NextMeeting | null }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  return (
    <Fieldset legend={t("next.title")} hint={t("next.hint")}>
      <DateInput
        name="nextOn"
        label={t("next.heldOn")}
        defaultValue={next ? format.day(next.heldOn) : undefined}
        optional
      />
      <TextInput
        name="nextTime"
        label={t("invitation.startTime")}
        hint={t("invitation.timeHint")}
        defaultValue={next?.startTime ?? undefined}
        width="short"
        autoComplete="off"
        optional
      />
      <TextInput
        name="nextPlace"
        label={t("form.place")}
        defaultValue={next?.place ?? undefined}
        autoComplete="off"
        optional
      />
    </Fieldset>
  );
}
