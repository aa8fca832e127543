import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AssignmentFacts } from "@/components/assignments/assignment-facts";
import { ChangeAssignmentForms } from "@/components/assignments/change-assignment-forms";
import { PageHeader } from "@/components/shared/page-header";
import { addressOf } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { findAssignment } from "@/lib/features/assignments/queries/assignments";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignments"))("edit") };
}

export default async function AssignmentPage({ params }: Params) {
  const actor = await requireActor();
  const [assignment, t] = await Promise.all([
    onPage(findAssignment(actor, (await params).id)),
    getTranslations("assignments"),
  ]);
  if (!assignment) notFound();
  const { memberName, branchName, startsOn } = assignment;
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("form.editTitle", { name: memberName, branch: branchName })}
        back={{ href: addressOf("/assignments", { on: startsOn }), label: t("form.cancel") }}
      />
      <AssignmentFacts assignment={assignment} />
      {assignment.can.change && <ChangeAssignmentForms assignment={assignment} />}
    </div>
  );
}
