import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IssueProgrammeForm } from "@/components/inspection-programmes/programme-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getProgramme } from "@/lib/features/inspection-programmes/queries/get-programme";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspectionProgrammes.issue"))("title") };
}

export default async function IssueProgrammePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const programme = await onPage(getProgramme(actor, id));
  const { can, state, body, branch, year, lines } = programme;
  if (!can.keep || state === "ISSUED" || lines.length === 0) notFound();
  const t = await getTranslations("inspectionProgrammes");
  const of = body ? t(`of.${body}`) : t("of.branch", { branch: branch ?? "" });
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("issue.heading", { of, year: String(year) })}
        lead={t("issue.lead", { count: lines.length })}
        back={{ href: `/inspections/programmes/${id}`, label: t("cancel") }}
      />
      <IssueProgrammeForm programme={programme} />
    </div>
  );
}
