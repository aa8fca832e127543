import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CorrectionForm } from "@/components/ratings/correction-form";
import { RecordCard } from "@/components/ratings/record-card";
import { PageHeader } from "@/components/shared/page-header";
import type { Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { subjectInAddress } from "@/lib/features/ratings/schema";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type CorrectPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.actions"))("correct") };
}

export default async function CorrectPage({ params, searchParams }: CorrectPageProps) {
  const actor = await requireActor();
  const period = ratingPeriod((await params).period);
  const ref = subjectInAddress(await searchParams);
  if (!ref) notFound();
  const [view, register, t] = await Promise.all([
    onPage(getRatedSubject(actor, period, ref)),
    onPage(getRegister(actor)),
    getTranslations("ratings"),
  ]);
  if (!view.can.correct || !view.current) notFound();
  const backHref = `/ratings/${period}/${view.current.id}`;
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.correctTitle", { name: view.name ?? register.name ?? "" })}
        lead={t("form.correctLead")}
        back={{ href: backHref, label: t("actions.backHere") }}
      />
      <RecordCard title={t("detail.inForce")} record={view.current} />
      <CorrectionForm view={view} backHref={backHref} />
    </div>
  );
}
