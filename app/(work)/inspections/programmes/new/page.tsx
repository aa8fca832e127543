import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenProgrammeForm } from "@/components/inspection-programmes/programme-forms";
import { PageHeader } from "@/components/shared/page-header";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listProgrammes } from "@/lib/features/inspection-programmes/queries/list-programmes";
import { programmeFilter } from "@/lib/features/inspection-programmes/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspectionProgrammes.open"))("title") };
}

export default async function NewProgrammePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = programmeFilter.parse({ year: textIn(query, "year"), standing: "" });
  const [found, t] = await Promise.all([
    onPage(listProgrammes(actor, asked.year)),
    getTranslations("inspectionProgrammes"),
  ]);
  const { year, missing, missingBodies } = found;
  const branch = missing.find(({ branchId, canOpen }) => canOpen && branchId === textIn(query, "branch"));
  if (!branch && missingBodies.length === 0) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("open.title")}
        lead={branch ? t("open.branchOf", { branch: branch.branch }) : t("open.lead")}
        back={{ href: addressOf("/inspections/programmes", { year }), label: t("backToYear", { year: String(year) }) }}
      />
      <OpenProgrammeForm year={year} bodies={missingBodies} branchId={branch?.branchId ?? null} />
    </div>
  );
}
