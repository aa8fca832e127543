import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BlankSheet } from "@/components/self-reviews/blank-sheet";
import { BranchFilter } from "@/components/self-reviews/branch-filter";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getFormat } from "@/lib/core/i18n/get-format";
import { onPage } from "@/lib/core/page";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { listSelfReviews } from "@/lib/features/self-reviews/queries/list-self-reviews";
import { selfReviewFilter } from "@/lib/features/self-reviews/schema";

type PaperPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("selfReviews.paper"))("open") };
}

/** Blank forms of one branch, one sheet for each member who has none yet. */
export default async function PaperPage({ params, searchParams }: PaperPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const period = ratingPeriod((await params).period);
  const filter = selfReviewFilter.parse({ branch: textIn(await searchParams, "branch") });
  const [list, t] = await Promise.all([onPage(listSelfReviews(actor, period, filter)), getTranslations("selfReviews")]);
  const branch = filter.branch ?? (list.branches.length === 1 ? list.branches[0]?.id : null) ?? null;
  const lines = branch === null ? [] : list.shown.filter(({ standing, canEnter }) => standing === "NONE" && canEnter);
  const path = `/ratings/${period}/self-reviews`;
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("paper.title", { period: format.yearOrQuarter(period) })}
        lead={t("paper.lead")}
        back={{ href: addressOf(path, { branch }), label: t("backToList") }}
        actions={lines.length > 0 && <PrintButton />}
      />
      <BranchFilter action={`${path}/paper`} branches={list.branches} branch={branch} />
      {lines.length === 0 && <EmptyState title={t(branch === null ? "paper.chooseBranch" : "paper.empty")} />}
      {lines.map((line) => (
        <BlankSheet key={line.memberId} round={list.round} line={line} />
      ))}
    </div>
  );
}
