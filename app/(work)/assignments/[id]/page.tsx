import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChangeAssignmentForms } from "@/components/assignments/change-assignment-forms";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { addressOf } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { findAssignment } from "@/lib/features/assignments/queries/assignments";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignments"))("edit") };
}

export default async function AssignmentPage({ params }: Params) {
  const actor = await requireActor();
  const [assignment, t, { locale }] = await Promise.all([
    onPage(findAssignment(actor, (await params).id)),
    getTranslations("assignments"),
    readPreferences(),
  ]);
  if (!assignment) notFound();
  const format = formatIn(locale);
  const { memberName, branchName, role, startsOn, lastDay, decisionNumber, decidedOn } = assignment;
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("form.editTitle", { name: memberName, branch: branchName })}
        back={{ href: addressOf("/assignments", { on: startsOn }), label: t("form.cancel") }}
      />
      <Card title={t("form.current")}>
        <DescriptionList
          facts={[
            { term: t("form.role"), value: t(`roles.${role}`) },
            { term: t("form.period"), value: format.period(startsOn, lastDay) },
            { term: t("form.decision"), value: t("decision", { number: decisionNumber, day: format.day(decidedOn) }) },
          ]}
        />
      </Card>
      <ChangeAssignmentForms assignment={assignment} />
    </div>
  );
}
