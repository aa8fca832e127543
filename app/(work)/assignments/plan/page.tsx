import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AssignmentPlanForm } from "@/components/assignments/assignment-plan-form";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { addDays, firstDayOfYear, lastDayOfYear, yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listAssignments } from "@/lib/features/assignments/queries/assignments";

export async function generateMetadata({ searchParams }: { searchParams: Promise<Query> }): Promise<Metadata> {
  const actor = await requireActor();
  const year = plannedYear(await searchParams, yearOf(actor.today) + 1);
  return { title: (await getTranslations("assignments.form"))("planTitle", { year: String(year) }) };
}

export default async function AssignmentPlanPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const year = plannedYear(await searchParams, yearOf(actor.today) + 1);
  const startsOn = firstDayOfYear(year);
  const [board, t, { locale }] = await Promise.all([
    onPage(listAssignments(actor, addDays(startsOn, -1))),
    getTranslations("assignments.form"),
    readPreferences(),
  ]);
  if (!board?.can.assign) notFound();
  const format = formatIn(locale);
  const branches = board.branches.map(({ id, name, places }) => {
    const holder = (role: "MAIN" | "SUPPORTING") => places.find((place) => place.role === role)?.memberId;
    return { id, name, mainId: holder("MAIN"), supportingId: holder("SUPPORTING") };
  });
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("planTitle", { year: String(year) })}
        lead={t("planLead")}
        back={{ href: "/assignments", label: t("cancel") }}
      />
      <AssignmentPlanForm
        branches={branches}
        people={board.people.map((person) => ({ value: person.memberId, label: person.name }))}
        startsOn={format.day(startsOn)}
        lastDay={format.day(lastDayOfYear(year))}
        backHref="/assignments"
      />
    </div>
  );
}

function plannedYear(query: Query, fallback: number): number {
  const asked = Number(textIn(query, "year"));
  return Number.isInteger(asked) && asked >= 1990 && asked <= fallback + 1 ? asked : fallback;
}
