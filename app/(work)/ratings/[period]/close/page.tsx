import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CloseRoundScreen } from "@/components/ratings/close-round-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getFormat } from "@/lib/core/i18n/get-format";
import { onPage } from "@/lib/core/page";
import { getRoundToClose } from "@/lib/features/ratings/queries/closing";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type CloseRoundPageProps = { params: Promise<{ period: string }> };

export async function generateMetadata({ params }: CloseRoundPageProps): Promise<Metadata> {
  const period = ratingPeriod((await params).period);
  return {
    title: (await getTranslations("ratingDeadlines.close"))("title", {
      period: (await getFormat()).yearOrQuarter(period),
    }),
  };
}

export default async function CloseRoundPage({ params }: CloseRoundPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const period = ratingPeriod((await params).period);
  const [found, t] = await Promise.all([onPage(getRoundToClose(actor, period)), getTranslations("ratingDeadlines")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("close.title", { period: format.yearOrQuarter(period) })}
        lead={t("close.lead")}
        back={{ href: `/ratings/${period}`, label: t("backToRound", { period: format.yearOrQuarter(period) }) }}
      />
      <CloseRoundScreen found={found} />
    </div>
  );
}
