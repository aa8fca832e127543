import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Tag } from "@/components/ui/tag";
import type { FindingLine, InspectionView } from "@/lib/features/inspections/queries/get-inspection";

/** What was found of each subject: strengths, shortcomings, and whether there is a violation. */
export function FindingsCard({ view: { id, findings, can } }: { view: InspectionView }) {
  const t = useTranslations("inspectionProgress.findings");
  const shown = can.work ? findings : findings.filter((one) => one.strengths ?? one.finding ?? one.violation);
  if (shown.length === 0) return null;
  return (
    <Card title={t("title")}>
      {can.work && <p className="mb-3 text-ink-2">{t("lead")}</p>}
      <div className="grid gap-4">
        {shown.map((line) => (
          <section key={line.id} aria-label={line.name}>
            <h3 className="mb-2 font-semibold">{line.name}</h3>
            <Finding line={line} />
            {can.work && (
              <p className="screen-only mt-2">
                <ButtonLink href={`/inspections/${id}/findings/${line.id}`}>
                  {t("write", { name: line.name })}
                </ButtonLink>
              </p>
            )}
          </section>
        ))}
      </div>
    </Card>
  );
}

function Finding({ line: { strengths, finding, violation } }: { line: FindingLine }) {
  const t = useTranslations("inspectionProgress.findings");
  const text = (words: string | null) => words && <span className="whitespace-pre-line">{words}</span>;
  return (
    <DescriptionList
      facts={[
        { term: t("strengths"), value: text(strengths) },
        { term: t("finding"), value: text(finding) },
        {
          term: t("violation"),
          value: violation && (
            <Tag tone={violation === "NO_VIOLATION" ? "ok" : "warn"}>{t(`violations.${violation}`)}</Tag>
          ),
        },
      ]}
    />
  );
}
