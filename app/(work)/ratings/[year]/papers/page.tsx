import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoundPapersScreen } from "@/components/ratings/round-papers-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listRoundPapers } from "@/lib/features/ratings/queries/list-round-papers";
import { ratingYear } from "@/lib/features/ratings/schema";

type PapersPageProps = { params: Promise<{ year: string }> };

export async function generateMetadata({ params }: PapersPageProps): Promise<Metadata> {
  const year = ratingYear((await params).year);
  return { title: (await getTranslations("ratings.papers"))("title", { year: String(year) }) };
}

export default async function PapersPage({ params }: PapersPageProps) {
  const actor = await requireActor();
  const year = ratingYear((await params).year);
  const papers = await onPage(listRoundPapers(actor, year));
  const t = await getTranslations("ratings.papers");
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("title", { year: String(year) })}
        lead={t("lead")}
        back={{ href: `/ratings/${year}`, label: t("back", { year: String(year) }) }}
      />
      <RoundPapersScreen papers={papers} />
    </div>
  );
}
