import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenCaseForm } from "@/components/inspections/case-forms";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { lastDayOfYear, yearOf } from "@/lib/core/day";
import { onPage } from "@/lib/core/page";
import { findCaseForm } from "@/lib/features/inspections/queries/get-inspection";
import { listPlannedLines } from "@/lib/features/inspections/queries/list-planned-lines";
import { inspectionFilter } from "@/lib/features/inspections/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections.form"))("openTitle") };
}

export default async function NewInspectionPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const year = inspectionFilter.parse({ year: textIn(query, "year") }).year ?? yearOf(actor.today);
  const [form, lines, t] = await Promise.all([
    onPage(findCaseForm(actor, lastDayOfYear(year))),
    onPage(listPlannedLines(actor, year)),
    getTranslations("inspections"),
  ]);
  if (!form?.can.open) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader title={t("form.openTitle")} back={{ href: "/inspections", label: t("actions.back") }} />
      <OpenCaseForm
        values={{ year: String(year), programmeLineId: textIn(query, "line") }}
        branches={form.branches}
        lines={lines}
      />
    </div>
  );
}
