import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MeetingForm } from "@/components/ratings/meeting-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { roundFilter } from "@/lib/features/ratings/schema";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type MeetingPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.actions"))("meeting") };
}

export default async function MeetingPage({ params, searchParams }: MeetingPageProps) {
  const actor = await requireActor();
  const period = ratingPeriod((await params).period);
  const filter = roundFilter.parse({ branch: textIn(await searchParams, "branch"), state: "none" });
  const [view, t] = await Promise.all([onPage(getRound(actor, period, filter)), getTranslations("ratings")]);
  const branchId = filter.branch;
  if (branchId === null || !view.can.proposeIn.includes(branchId)) notFound();
  const branch = view.branches.find((one) => one.branchId === branchId)?.branch ?? "";
  const lines = view.shown.members.filter(({ standing }) => standing === "OWED");
  const backHref = addressOf(`/ratings/${period}`, { branch: branchId });
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.meetingTitle", { branch })}
        lead={t("form.meetingLead")}
        back={{ href: backHref, label: t("actions.backHere") }}
      />
      {lines.length === 0 ? (
        <EmptyState title={t("states.proposed")}>
          <ButtonLink href={backHref}>{t("actions.backHere")}</ButtonLink>
        </EmptyState>
      ) : (
        <MeetingForm period={period} roundId={view.round.id} branchId={branchId} lines={lines} backHref={backHref} />
      )}
    </div>
  );
}
