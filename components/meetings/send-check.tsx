import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/check-page";
import { useFormat } from "@/lib/core/i18n/use-format";
import { sendMinutesAction } from "@/lib/features/meetings/actions";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import type { RollCounts } from "@/lib/features/meetings/rules";

/** What is about to be sent, line by line, and the form that sends it. */
export function SendCheck({ meeting, counts }: { meeting: MeetingView; counts: RollCounts }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const back = `/meetings/${meeting.id}`;
  const edit = `${back}/edit`;
  const roll = `${back}/attendance`;
  const { called, present, excused, unexcused } = counts;
  return (
    <CheckPage
      lead={t("sending.lead")}
      rows={[
        { id: "branch", label: t("page.branch"), after: meeting.branch },
        { id: "kind", label: t("sending.kind"), after: t(`kinds.${meeting.kind}`), changeHref: edit },
        { id: "month", label: t("sending.month"), after: format.month(meeting.monthOn), changeHref: edit },
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
        <Actions>
          <SubmitButton>{t("sending.confirm")}</SubmitButton>
          <ButtonLink href={back}>{t("form.cancel")}</ButtonLink>
        </Actions>
      </FormFrame>
    </CheckPage>
  );
}
