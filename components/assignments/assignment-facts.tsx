import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { AssignmentEnding, AssignmentRecord } from "@/lib/features/assignments/queries/assignments";

/** An assignment as it is on record: the part, the days, the decision with its plan, and who ended it early and why. */
export function AssignmentFacts({ assignment }: { assignment: AssignmentRecord }) {
  const t = useTranslations("assignments");
  const format = useFormat();
  const { role, startsOn, lastDay, decisionNumber, decidedOn, planId, end, can } = assignment;
  const planLink = (id: string | null) =>
    id !== null && can.readPlans ? (
      <Link href={`/assignments/plans/${id}`} prefetch={false}>
        {t("seePlan")}
      </Link>
    ) : undefined;
  const decision = t("decision", { number: decisionNumber, day: format.day(decidedOn) });
  return (
    <Card title={t("form.current")}>
      <DescriptionList
        facts={[
          { term: t("form.role"), value: t(`roles.${role}`) },
          { term: t("form.period"), value: format.period(startsOn, lastDay) },
          { term: t("form.decision"), value: decision, action: planLink(planId) },
          ...(end ? [{ term: t("ended"), value: <EndWords end={end} />, action: planLink(end.planId) }] : []),
        ]}
      />
    </Card>
  );
}

/** Who ended an assignment before it was to end, and why. */
export function EndWords({ end: { cause, by, reason } }: { end: AssignmentEnding }) {
  const t = useTranslations("assignments.ends");
  return t(cause, { by, reason: reason ?? "" });
}
