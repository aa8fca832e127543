import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { useFormat } from "@/lib/core/i18n/use-format";
import { dropLineAction, markLineDoneAction, takeOutLineAction } from "@/lib/features/inspection-programmes/actions";
import type { DiscussingMeeting } from "@/lib/features/inspection-programmes/queries/find-line-form";
import type { LineView } from "@/lib/features/inspection-programmes/queries/get-programme";

type LineFormProps = { line: LineView; page: string };

/** Takes a line out of a draft. */
export function TakeOutLineForm({ line: { id, version }, page }: LineFormProps) {
  const t = useTranslations("inspectionProgrammes");
  return (
    <FormFrame action={takeOutLineAction} version={version} reloadHref={page}>
      <input type="hidden" name="id" value={id} />
      <Actions>
        <SubmitButton tone="danger">{t("takeOut.save")}</SubmitButton>
        <ButtonLink href={page}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Drops a line of an issued programme. */
export function DropLineForm({ line: { id, version }, page }: LineFormProps) {
  const t = useTranslations("inspectionProgrammes");
  return (
    <FormFrame
      action={dropLineAction}
      version={version}
      reloadHref={page}
      compare={[
        { name: "droppedOn", label: t("drop.on") },
        { name: "reason", label: t("drop.reason") },
      ]}
    >
      <input type="hidden" name="id" value={id} />
      <DateInput name="droppedOn" label={t("drop.on")} />
      <TextArea name="reason" label={t("drop.reason")} rows={3} />
      <Actions>
        <SubmitButton tone="danger">{t("drop.save")}</SubmitButton>
        <ButtonLink href={page}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

type MarkDoneFormProps = LineFormProps & { meetings: readonly DiscussingMeeting[] };

/** Says when a line of a branch's plan was done, with what result, and where it was discussed. */
export function MarkLineDoneForm({ line: { id, version, done }, page, meetings }: MarkDoneFormProps) {
  const t = useTranslations("inspectionProgrammes");
  const kinds = useTranslations("meetings.kinds");
  const format = useFormat();
  return (
    <FormFrame
      action={markLineDoneAction}
      version={version}
      reloadHref={page}
      compare={[
        { name: "doneOn", label: t("markDone.on") },
        { name: "result", label: t("markDone.result") },
      ]}
    >
      <input type="hidden" name="id" value={id} />
      <DateInput name="doneOn" label={t("markDone.on")} defaultValue={done ? format.day(done.on) : undefined} />
      <TextArea name="result" label={t("markDone.result")} rows={3} defaultValue={done?.result} />
      {meetings.length > 0 && (
        <Select
          name="meetingId"
          label={t("markDone.meeting")}
          options={meetings.map(({ id: value, kind, heldOn }) => ({
            value,
            label: t("markDone.meetingOption", { kind: kinds(kind), day: format.day(heldOn) }),
          }))}
          placeholder={t("markDone.noMeeting")}
          defaultValue={done?.meetingId ?? undefined}
          optional
          width="full"
        />
      )}
      <Actions>
        <SubmitButton>{t("markDone.save")}</SubmitButton>
        <ButtonLink href={page}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
