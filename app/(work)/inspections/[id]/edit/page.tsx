import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EditCaseForm } from "@/components/inspections/case-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import type { Day } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { findCaseForm, getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { listPlannedLines } from "@/lib/features/inspections/queries/list-planned-lines";

/* The browser's title never names a case: screens are shared. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function EditInspectionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const view = await onPage(getInspection(actor, id));
  if (!view.can.work) notFound();
  const [form, lines, t, { locale }] = await Promise.all([
    onPage(findCaseForm(actor, view.startsOn)),
    onPage(listPlannedLines(actor, view.year, id)),
    getTranslations("inspections"),
    readPreferences(),
  ]);
  if (!form) notFound();
  const format = formatIn(locale);
  const typed = (on: Day | null) => (on === null ? "" : format.day(on));
  const { mode, body, title, decisionNumber, topics, subjects, team, version } = view;
  const names = (of: readonly { readonly name: string }[]) => of.map((one) => one.name).join("\n");
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.editTitle", { title })}
        back={{ href: `/inspections/${id}`, label: t("actions.backHere") }}
      />
      <EditCaseForm
        id={id}
        version={version}
        branches={form.branches}
        lines={lines}
        values={{
          year: String(view.year),
          programmeLineId: view.programmeLineId ?? "",
          mode,
          body,
          title,
          decisionNumber,
          topics,
          decidedOn: typed(view.decidedOn),
          startsOn: typed(view.startsOn),
          lastDay: typed(view.lastDay),
          periodFrom: typed(view.periodFrom),
          periodTo: typed(view.periodTo),
          branchIds: subjects.flatMap((one) => one.branchId ?? []),
          members: names(subjects.filter((one) => one.memberId !== null)),
          head: names(team.filter((one) => one.role === "HEAD")),
          team: names(team.filter((one) => one.role === "MEMBER")),
        }}
      />
    </div>
  );
}
