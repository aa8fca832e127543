import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CloseRoundScreen } from "@/components/ratings/close-round-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getRoundToClose } from "@/lib/features/ratings/queries/closing";
import { ratingYear } from "@/lib/features/ratings/schema";

type CloseRoundPageProps = { params: Promise<{ year: string }> };

export async function generateMetadata({ params }: CloseRoundPageProps): Promise<Metadata> {
  const year = ratingYear((await params).year);
  return { title: (await getTranslations("ratingDeadlines.close"))("title", { year: String(year) }) };
}

export default async function CloseRoundPage({ params }: CloseRoundPageProps) {
  const actor = await requireActor();
  const year = ratingYear((await params).year);
  const [found, t] = await Promise.all([onPage(getRoundToClose(actor, year)), getTranslations("ratingDeadlines")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("close.title", { year: String(year) })}
        lead={t("close.lead")}
        back={{ href: `/ratings/${year}`, label: t("backToRound", { year: String(year) }) }}
      />
      <CloseRoundScreen found={found} />
    </div>
  );
}
