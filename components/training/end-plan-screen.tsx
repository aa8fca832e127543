import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { EndPlanForm } from "@/components/training/plan-forms";
import { usePlannedPostWord } from "@/components/training/plan-words";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { PlannedToEnd } from "@/lib/features/training/queries/find-planned";

/** Tells for what somebody is planned, and asks why they are taken off. */
export function EndPlanScreen({ planned }: { planned: PlannedToEnd }) {
  const t = useTranslations("training.planning");
  const format = useFormat();
  const postWord = usePlannedPostWord();
  const term = { from: String(planned.termFrom), to: String(planned.termTo) };
  const back = addressOf("/training/planning", { term: `${term.from}-${term.to}` });
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("endOf", { name: planned.name })}
        lead={t("form.endLead", { ...term, post: postWord(planned), day: format.day(planned.decidedOn) })}
        back={{ href: back, label: t("title", term) }}
      />
      <EndPlanForm planned={planned} backHref={back} />
    </div>
  );
}
