import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { inviteAction } from "@/lib/features/meetings/actions";
import type { Invitation } from "@/lib/features/meetings/queries/find-invitation";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";

type InviteFormProps = { meeting: MeetingView; notice: Invitation["notice"] };

/** When the invitation went out, whether that was late, and the form that notes it down. */
export function InviteForm({ meeting, notice }: InviteFormProps) {
  const t = useTranslations("meetings.invitation");
  const format = useFormat();
  const { id, version, startTime, enclosures, invitedOn, invitedBy, can } = meeting;
  const rule = notice && `${t("notice", { days: notice.days })}${notice.isConfirmed ? "" : ` ${t("unconfirmed")}`}`;
  return (
    <div className="screen-only grid gap-4">
      {invitedOn && <Notice tone="ok" title={t("sent", { day: format.day(invitedOn), by: invitedBy ?? "" })} />}
      {notice?.isShort && <Notice tone="warn">{rule}</Notice>}
      {can.invite && (
        <Card title={t("formTitle")}>
          <p className="prose-line mb-4">{t("formLead")}</p>
          <FormFrame
            id="invite"
            action={inviteAction}
            version={version}
            compare={[
              { name: "startTime", label: t("startTime") },
              { name: "enclosures", label: t("enclosures") },
            ]}
            reloadHref={`/meetings/${id}/invitation`}
          >
            <input type="hidden" name="id" value={id} />
            <TextInput
              name="startTime"
              label={t("startTime")}
              hint={t("timeHint")}
              width="short"
              defaultValue={startTime ?? undefined}
              autoComplete="off"
            />
            <TextArea
              name="enclosures"
              label={t("enclosures")}
              hint={t("enclosuresHint")}
              optional
              maxLength={2000}
              defaultValue={enclosures ?? undefined}
            />
            <SubmitButton>{t("submit")}</SubmitButton>
          </FormFrame>
        </Card>
      )}
    </div>
  );
}
