import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { AnnulRegulationForm } from "@/components/working-regulations/regulation-forms";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getRegulation } from "@/lib/features/working-regulations/queries/get-regulations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workingRegulations"))("annul.open") };
}

export default async function AnnulRegulationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const regulation = await onPage(getRegulation(actor, idIn((await params).id)));
  if (!regulation.can.annul) notFound();
  const [t, { locale }] = await Promise.all([getTranslations("workingRegulations"), readPreferences()]);
  const day = formatIn(locale).day(regulation.startsOn);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("annul.heading", { branch: regulation.branch, day })}
        lead={t("annul.lead")}
        back={{ href: `/branches/${regulation.branchId}/working-regulations`, label: t("title") }}
      />
      <AnnulRegulationForm regulation={regulation} />
    </div>
  );
}
