import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoundPapersScreen } from "@/components/ratings/round-papers-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getFormat } from "@/lib/core/i18n/get-format";
import { onPage } from "@/lib/core/page";
import { listRoundPapers } from "@/lib/features/ratings/queries/list-round-papers";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type PapersPageProps = { params: Promise<{ period: string }> };

export async function generateMetadata({ params }: PapersPageProps): Promise<Metadata> {
  const period = ratingPeriod((await params).period);
  return {
    title: (await getTranslations("ratings.papers"))("title", { period: (await getFormat()).yearOrQuarter(period) }),
  };
}

export default async function PapersPage({ params }: PapersPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const period = ratingPeriod((await params).period);
  const papers = await onPage(listRoundPapers(actor, period));
  const t = await getTranslations("ratings.papers");
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("title", { period: format.yearOrQuarter(period) })}
        lead={t("lead")}
        back={{ href: `/ratings/${period}`, label: t("back", { period: format.yearOrQuarter(period) }) }}
      />
      <RoundPapersScreen papers={papers} />
    </div>
  );
}
