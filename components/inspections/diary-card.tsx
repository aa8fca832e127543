import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { TextArea } from "@/components/ui/text-area";
import { Timeline } from "@/components/ui/timeline";
import { useFormat } from "@/lib/core/i18n/use-format";
import { writeDiaryAction } from "@/lib/features/inspections/actions";
import type { ProgressView } from "@/lib/features/inspections/queries/get-progress";

type DiaryCardProps = { id: string; progress: Pick<ProgressView, "diary" | "can"> };

/** The diary of a case, newest day first, and the form to add to it; for its circle only. */
export function DiaryCard({ id, progress: { diary, can } }: DiaryCardProps) {
  const t = useTranslations("inspectionProgress.diary");
  const format = useFormat();
  if (diary === null) return null;
  return (
    <Card title={t("title")}>
      <p className="mb-3 text-ink-2">{t("lead")}</p>
      {diary.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Timeline
          entries={diary.map((entry) => ({
            id: entry.id,
            title: format.day(entry.happenedOn),
            date: entry.recordedBy,
            body: <p className="max-w-prose whitespace-pre-line">{entry.text}</p>,
          }))}
        />
      )}
      {can.writeDiary && (
        <div className="screen-only mt-4">
          <FormFrame id="diary" action={writeDiaryAction}>
            <input type="hidden" name="id" value={id} />
            <DateInput name="happenedOn" label={t("happenedOn")} />
            <TextArea name="text" label={t("text")} rows={4} />
            <Actions>
              <SubmitButton>{t("save")}</SubmitButton>
            </Actions>
          </FormFrame>
        </div>
      )}
    </Card>
  );
}
