import { useTranslations } from "next-intl";
import { RuleUse } from "@/components/rule-sets/rule-use";
import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";

/** What was done to a dossier, newest first, each step with the rules it was taken under. */
export function StepList({ steps }: { steps: DossierView["steps"] }) {
  const t = useTranslations("admissions.steps");
  const format = useFormat();
  return (
    <Card title={t("title")}>
      <Timeline
        entries={steps.map(({ id, kind, doneOn, actorName, recordedAt, note, rule }) => ({
          id,
          title: t(kind),
          date: format.day(doneOn),
          by: t("by", { name: actorName, at: format.moment(recordedAt) }),
          body: (
            <>
              {note && <p>{note}</p>}
              <RuleUse rule={rule} />
            </>
          ),
        }))}
      />
    </Card>
  );
}
