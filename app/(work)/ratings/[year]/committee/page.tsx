import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommitteeForm } from "@/components/ratings/committee-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { ratingYear, roundFilter } from "@/lib/features/ratings/schema";

type CommitteePageProps = { params: Promise<{ year: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.committee"))("record") };
}

export default async function CommitteeRatingPage({ params }: CommitteePageProps) {
  const actor = await requireActor();
  const year = ratingYear((await params).year);
  const view = await onPage(getRound(actor, year, roundFilter.parse({ tab: "committee" })));
  if (!view.can.record || view.committee?.step === "DECIDED") notFound();
  const [register, t] = await Promise.all([
    onPage(getRegister(actor, view.round.reckoningOn)),
    getTranslations("ratings"),
  ]);
  const backHref = `/ratings/${year}?tab=committee`;
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.committeeTitle", { year: String(year) })}
        lead={register.superiorName && t("committee.decidedBy", { name: register.superiorName })}
        back={{ href: backHref, label: t("actions.backHere") }}
      />
      <CommitteeForm year={year} roundId={view.round.id} line={view.committee} backHref={backHref} />
    </div>
  );
}
