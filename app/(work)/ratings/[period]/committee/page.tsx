import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommitteeForm } from "@/components/ratings/committee-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getFormat } from "@/lib/core/i18n/get-format";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { roundFilter } from "@/lib/features/ratings/schema";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type CommitteePageProps = { params: Promise<{ period: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.committee"))("record") };
}

export default async function CommitteeRatingPage({ params }: CommitteePageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const period = ratingPeriod((await params).period);
  const view = await onPage(getRound(actor, period, roundFilter.parse({ tab: "committee" })));
  if (!view.can.recordCommittee) notFound();
  const [register, t] = await Promise.all([
    onPage(getRegister(actor, view.round.reckoningOn)),
    getTranslations("ratings"),
  ]);
  const backHref = `/ratings/${period}?tab=committee`;
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.committeeTitle", { period: format.yearOrQuarter(period) })}
        lead={register.superiorName && t("committee.decidedBy", { name: register.superiorName })}
        back={{ href: backHref, label: t("actions.backHere") }}
      />
      <CommitteeForm period={period} roundId={view.round.id} line={view.committee} backHref={backHref} />
    </div>
  );
}
