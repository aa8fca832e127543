import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { InspectionView } from "@/lib/features/inspections/queries/get-inspection";
import { casePaperNames } from "@/lib/features/inspections/schema/papers";

/** The papers of a case that the reader takes away as Word, in the order of its steps. */
export function CasePapersCard({ view: { id, can } }: { view: InspectionView }) {
  const t = useTranslations();
  if (can.papers.length === 0) return null;
  return (
    <Card title={t("inspectionProgress.papers.title")}>
      <p className="mb-3 text-ink-2">{t("inspectionProgress.papers.lead")}</p>
      <ul className="grid gap-1">
        {can.papers.map((kind) => (
          <li key={kind}>
            <a href={`/api/export/inspections/${id}/${casePaperNames[kind]}`} download>
              {t(`documents.kinds.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
