import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ComplaintFacts } from "@/components/disciplines/complaint-cards";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import type { ComplaintView } from "@/lib/features/disciplines/queries/complaint-views";
import type { DisciplineView } from "@/lib/features/disciplines/queries/get-discipline";

type ComplaintScreenProps = {
  of: DisciplineView;
  complaint: ComplaintView;
  step: keyof ComplaintView["can"];
  children: ReactNode;
};

/** A step with a complaint: what it is about, the complaint itself, and the form of the step. */
export function ComplaintScreen({ of, complaint, step, children }: ComplaintScreenProps) {
  const t = useTranslations("disciplines");
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t(`complaints.${step}.title`, { number: of.decisionNumber })}
        lead={t("view.title", { form: t(`forms.${of.form}`), name: of.name })}
        back={{ href: `/disciplines/${of.id}`, label: of.decisionNumber }}
      />
      <p className="prose-line">{t(`complaints.${step}.lead`)}</p>
      <Card title={t("complaints.title")}>
        <ComplaintFacts of={of} complaint={complaint} />
      </Card>
      {children}
    </div>
  );
}
