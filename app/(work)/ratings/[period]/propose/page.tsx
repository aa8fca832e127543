import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpinionDone } from "@/components/rating-opinions/opinion-done";
import { SubjectPapers } from "@/components/rating-opinions/subject-papers";
import { NotRatedForm } from "@/components/ratings/not-rated-form";
import { ProposalForm } from "@/components/ratings/proposal-form";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { addressOf, type Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getSubjectPapers } from "@/lib/features/rating-opinions/queries/get-subject-papers";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { subjectInAddress } from "@/lib/features/ratings/schema";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type ProposePageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.actions"))("propose") };
}

export default async function ProposePage({ params, searchParams }: ProposePageProps) {
  const actor = await requireActor();
  const period = ratingPeriod((await params).period);
  const query = await searchParams;
  const ref = subjectInAddress(query);
  if (!ref) notFound();
  const view = await onPage(getRatedSubject(actor, period, ref));
  const [papers, t] = await Promise.all([onPage(getSubjectPapers(actor, view)), getTranslations("ratings")]);
  const { current, branchId, ruledOut, can, isSelf } = view;
  const listHref = addressOf(`/ratings/${period}`, view.memberId ? { branch: branchId } : { tab: "branches" });
  const backHref = current ? `/ratings/${period}/${current.id}` : listHref;
  const notRated = can.propose && view.memberId !== null && (
    <Card title={t("form.notRatedTitle")}>
      <p className="mb-3 text-ink-2">{t("form.notRatedLead")}</p>
      <NotRatedForm view={view} reloadHref={backHref} tone={ruledOut === null ? "secondary" : "primary"} />
    </Card>
  );
  return (
    <div className="grid gap-4">
      <PageHeader
        title={can.propose ? t("form.proposeTitle", { name: view.name ?? "" }) : view.name}
        lead={view.memberId ? view.branch : undefined}
        back={{ href: backHref, label: t("actions.backHere") }}
      />
      <OpinionDone query={query} />
      {isSelf && <Notice tone="info">{t("detail.own")}</Notice>}
      {ruledOut && <Notice tone="info">{t("detail.ruledOut", { reason: t(`reasons.${ruledOut}`) })}</Notice>}
      {!can.propose && !isSelf && <Notice tone="info">{t(`detail.turns.${current?.state ?? "NONE"}`)}</Notice>}
      {can.propose && ruledOut === null && <ProposalForm view={view} backHref={backHref} />}
      {ruledOut !== null && notRated}
      <SubjectPapers view={view} papers={papers} />
      {ruledOut === null && notRated}
    </div>
  );
}
