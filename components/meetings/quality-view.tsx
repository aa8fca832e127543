import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Table } from "@/components/ui/table";
import { Tag, type Tone } from "@/components/ui/tag";
import type { MeetingGrade } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MeetingQuality } from "@/lib/features/meetings/queries/find-meeting-score";

const tones: Record<MeetingGrade, Tone> = {
  MEETING_GOOD: "ok",
  MEETING_FAIR: "info",
  MEETING_AVERAGE: "warn",
  MEETING_POOR: "err",
};

/** How good a meeting was. */
export function GradeTag({ grade }: { grade: MeetingGrade }) {
  const t = useTranslations("meetings.quality.grades");
  return <Tag tone={tones[grade]}>{t(grade)}</Tag>;
}

/** What the branch gave its meeting and proposes, and what the committee decided, side by side. */
export function QualityView({ meetingId, quality }: { meetingId: string; quality: MeetingQuality }) {
  const t = useTranslations("meetings.quality");
  const format = useFormat();
  const { score, form, can } = quality;
  return (
    <Card
      title={t("title")}
      actions={
        <>
          {can.score && (
            <ButtonLink href={`/meetings/${meetingId}/score`}>{t(score ? "scoreAgain" : "score")}</ButtonLink>
          )}
          {can.grade && (
            <ButtonLink href={`/meetings/${meetingId}/grade`} tone={score?.decidedGrade ? "secondary" : "primary"}>
              {t(score?.decidedGrade ? "decideAgain" : "decide")}
            </ButtonLink>
          )}
        </>
      }
    >
      {score === null ? (
        <p>{t("none")}</p>
      ) : (
        <div className="grid gap-4">
          <DescriptionList
            facts={[
              {
                term: t("proposed"),
                value: (
                  <>
                    <GradeTag grade={score.proposedGrade} /> {t("points", { total: score.total })}.{" "}
                    {t("by", { name: score.scoredBy, day: format.day(score.scoredOn) })}
                  </>
                ),
              },
              {
                term: t("weaknesses"),
                value: score.weaknesses && <span className="whitespace-pre-line">{score.weaknesses}</span>,
              },
              {
                term: t("decided"),
                value: score.decidedGrade ? (
                  <>
                    <GradeTag grade={score.decidedGrade} />{" "}
                    {score.confirmedOn &&
                      t("by", { name: score.confirmedBy ?? "", day: format.day(score.confirmedOn) })}
                    {score.decidedReason && ` ${t("because", { reason: score.decidedReason })}`}
                  </>
                ) : (
                  t("waiting")
                ),
              },
            ]}
          />
          {form && (
            <Table
              keepTable
              caption={t("pointsOf", { document: form.document })}
              columns={[
                {
                  id: "criterion",
                  header: t("criterion"),
                  card: "title",
                  cell: (one) => t(`criteria.${one.criterion}`),
                },
                { id: "points", header: t("given"), numeric: true, cell: (one) => score.points[one.criterion] ?? "–" },
                { id: "most", header: t("atMost"), numeric: true, cell: (one) => one.most },
              ]}
              rows={form.criteria}
              rowId={(one) => one.criterion}
            />
          )}
        </div>
      )}
      {form && <FormNote form={form} />}
    </Card>
  );
}

/** The floors of the grades with their source, and whether they are sure. */
export function FormNote({ form }: { form: NonNullable<MeetingQuality["form"]> }) {
  const t = useTranslations("meetings.quality");
  return (
    <p className="field-hint mt-3">
      {t("floors", { ...form.gradeFloors, document: form.document })}
      {!form.isConfirmed && ` ${t("unconfirmed")}`}
    </p>
  );
}
