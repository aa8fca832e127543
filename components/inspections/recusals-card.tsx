import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RecusalLine, RecusalsView } from "@/lib/features/inspections/queries/get-recusals";

/** Where one asks to keep out of a case; for those who oversee it also who has, and why. */
export function RecusalsCard({ id, view: { recusals, can } }: { id: string; view: RecusalsView }) {
  const t = useTranslations("inspectionDuties");
  const format = useFormat();
  if (!can.declare && (recusals === null || recusals.length === 0)) return null;
  return (
    <Card title={t("title")}>
      {recusals !== null && (
        <>
          <p className="mb-3 text-ink-2">{t("leadOversee")}</p>
          {recusals.length === 0 ? (
            <p>{t("none")}</p>
          ) : (
            <Timeline
              entries={recusals.map((one) => ({
                id: one.id,
                title: one.person,
                date: t("declaredOn", { day: format.moment(one.declaredAt) }),
                body: <Recusal inspectionId={id} recusal={one} />,
              }))}
            />
          )}
        </>
      )}
      {can.declare && (
        <div className="screen-only mt-3">
          <p className="mb-3 max-w-prose">{t("lead")}</p>
          <ButtonLink href={`/inspections/${id}/recuse`}>{t("declare")}</ButtonLink>
        </div>
      )}
    </Card>
  );
}

function Recusal({ inspectionId, recusal }: { inspectionId: string; recusal: RecusalLine }) {
  const t = useTranslations("inspectionDuties");
  const format = useFormat();
  const { id, person, ground, words, lifted, can } = recusal;
  return (
    <div className="grid gap-2">
      <p>{t(`grounds.${ground}`)}</p>
      <p className="max-w-prose whitespace-pre-line">{words}</p>
      {lifted && <p>{t("liftedOn", { by: lifted.by, day: format.moment(lifted.at), reason: lifted.reason })}</p>}
      {can.lift && (
        <p className="screen-only">
          <ButtonLink href={`/inspections/${inspectionId}/recusals/${id}`}>{t("liftPerson", { person })}</ButtonLink>
        </p>
      )}
    </div>
  );
}
