import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AssignMemberForm } from "@/components/assignments/assign-member-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { addressOf, dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listAssignments } from "@/lib/features/assignments/queries/assignments";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignments.form"))("newTitle") };
}

export default async function NewAssignmentPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { day: on } = dayIn(query, "on", actor.today);
  const [board, t, { locale }] = await Promise.all([
    onPage(listAssignments(actor, on)),
    getTranslations("assignments"),
    readPreferences(),
  ]);
  if (!board?.can.assign) notFound();
  const people = board.people.filter((person) => person.seat !== null);
  const backHref = addressOf("/assignments", { on });
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("form.newTitle")} back={{ href: backHref, label: t("form.cancel") }} />
      {people.length === 0 ? (
        <EmptyState title={t("form.noPeople")} explain={t("form.noPeopleExplain")}>
          <ButtonLink href={addressOf("/committee", { on })}>{t("form.toCommittee")}</ButtonLink>
        </EmptyState>
      ) : (
        <AssignMemberForm
          branches={board.branches.map((branch) => ({ value: branch.id, label: branch.name }))}
          people={people.map((person) => ({ value: person.memberId, label: person.name }))}
          branchId={textIn(query, "branch")}
          memberId={textIn(query, "member")}
          startsOn={formatIn(locale).day(on)}
          backHref={backHref}
        />
      )}
    </div>
  );
}
