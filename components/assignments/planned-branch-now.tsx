import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { PlannedBranchForm } from "@/lib/features/assignments/queries/get-planned-branch";

/** Who is in charge of the branch before the plan, and who of the plan cannot be any more. */
export function PlannedBranchNow({ form: { held, leaving } }: { form: PlannedBranchForm }) {
  const t = useTranslations("assignmentPlans");
  const words = useTranslations("assignments.roleShort");
  return (
    <>
      <Card title={t("branch.held")}>
        {held.length === 0 ? (
          <p>{t("page.nobody")}</p>
        ) : (
          <ul>
            {held.map((place) => (
              <li key={place.id}>{t("page.part", { name: place.memberName, role: words(place.role) })}</li>
            ))}
          </ul>
        )}
      </Card>
      {leaving.length > 0 && <Notice tone="warn">{t("branch.leaving", { names: leaving.join(", ") })}</Notice>}
    </>
  );
}
