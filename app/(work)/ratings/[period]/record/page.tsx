import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RecordForm } from "@/components/ratings/record-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getFormat } from "@/lib/core/i18n/get-format";
import { onPage } from "@/lib/core/page";
import { listToRecord } from "@/lib/features/ratings/queries/list-to-record";
import { roundFilter } from "@/lib/features/ratings/schema";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type RecordPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.actions"))("record") };
}

export default async function RecordPage({ params, searchParams }: RecordPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const query = await searchParams;
  const period = ratingPeriod((await params).period);
  const { branch } = roundFilter.parse({ branch: textIn(query, "branch") });
  const rating = textIn(query, "rating");
  const [view, t] = await Promise.all([onPage(listToRecord(actor, period, branch)), getTranslations("ratings")]);
  if (!view) notFound();
  const path = `/ratings/${period}/record`;
  const backHref = addressOf(`/ratings/${period}`, { branch });
  const lines = rating === "" ? view.lines : view.lines.filter((line) => line.ratingId === rating);
  const tabs = [
    { href: path, label: t("form.allBranches") },
    ...view.branches.map((one) => ({ href: addressOf(path, { branch: one.id }), label: one.name, count: one.count })),
  ];
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.recordTitle", { period: format.yearOrQuarter(period) })}
        lead={t("form.recordLead")}
        back={{ href: backHref, label: t("actions.backHere") }}
      />
      {rating === "" && <Tabs label={t("form.chooseBranch")} tabs={tabs} current={addressOf(path, { branch })} />}
      {lines.length === 0 ? (
        <EmptyState title={t("form.nothingToRecord")} explain={t("form.nothingToRecordExplain")}>
          <ButtonLink href={backHref}>{t("actions.backHere")}</ButtonLink>
        </EmptyState>
      ) : (
        <RecordForm
          period={period}
          roundId={view.round.id}
          lines={lines}
          overCapByReason={view.round.parameters.memberCap.overCap.value === "BLOCK" ? "NOT_ALLOWED" : "ASKED"}
          backHref={backHref}
        />
      )}
    </div>
  );
}
