import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { editVisitAction, reportVisitAction } from "@/lib/features/visits/actions";
import type { HeldMeeting, VisitForm } from "@/lib/features/visits/queries/find-visit-form";
import type { VisitView } from "@/lib/features/visits/queries/get-visit";

type Values = {
  visitedOn: Day | null;
  meetingId: string | null;
  situation?: string;
  meetingOpinion?: string | null;
};

/** Reports on a visit; of the meeting it is about, where it is opened from one. */
export function ReportVisitForm({ form, meetingId }: { form: VisitForm; meetingId: string | null }) {
  const t = useTranslations("visits.form");
  const meeting = form.meetings.find((one) => one.id === meetingId) ?? null;
  return (
    <FormFrame action={reportVisitAction}>
      <input type="hidden" name="branchId" value={form.branchId} />
      {form.visitors.length > 0 && (
        <Select
          name="visitorId"
          label={t("visitor")}
          hint={t("visitorHint")}
          options={form.visitors.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <VisitFields
        values={{ visitedOn: meeting?.heldOn ?? null, meetingId: meeting?.id ?? null }}
        meetings={form.meetings}
      />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/visits?branch=${form.branchId}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Puts a report right. */
export function EditVisitForm({ visit, meetings }: { visit: VisitView; meetings: readonly HeldMeeting[] }) {
  const t = useTranslations("visits.form");
  const meetingOptions = useMeetingOptions(meetings);
  const back = `/visits/${visit.id}`;
  const compared = [
    { name: "visitedOn", label: t("visitedOn") },
    { name: "meetingId", label: t("meeting"), options: meetingOptions },
    { name: "situation", label: t("situation") },
    { name: "meetingOpinion", label: t("opinion") },
  ];
  return (
    <FormFrame action={editVisitAction} version={visit.version} compare={compared} reloadHref={`${back}/edit`}>
      <input type="hidden" name="id" value={visit.id} />
      <VisitFields values={{ ...visit, meetingId: visit.meeting?.id ?? null }} meetings={meetings} />
      <Actions>
        <SubmitButton>{t("saveEdit")}</SubmitButton>
        <ButtonLink href={back}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function VisitFields({ values, meetings }: { values: Values; meetings: readonly HeldMeeting[] }) {
  const t = useTranslations("visits.form");
  const format = useFormat();
  const options = useMeetingOptions(meetings);
  const { visitedOn, meetingId, situation, meetingOpinion } = values;
  return (
    <>
      <DateInput name="visitedOn" label={t("visitedOn")} defaultValue={visitedOn ? format.day(visitedOn) : undefined} />
      <Select
        name="meetingId"
        label={t("meeting")}
        hint={t("meetingHint")}
        placeholder={t("noMeeting")}
        optional
        options={options}
        defaultValue={meetingId ?? undefined}
      />
      <TextArea name="situation" label={t("situation")} hint={t("situationHint")} defaultValue={situation} rows={6} />
      <TextArea
        name="meetingOpinion"
        label={t("opinion")}
        optional
        defaultValue={meetingOpinion ?? undefined}
        rows={4}
      />
    </>
  );
}

function useMeetingOptions(meetings: readonly HeldMeeting[]) {
  const t = useTranslations("meetings");
  const format = useFormat();
  return meetings.map(({ id, kind, heldOn }) => ({
    value: id,
    label: t("lineOf", { kind: t(`kinds.${kind}`), day: format.day(heldOn) }),
  }));
}
