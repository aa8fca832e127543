import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GiveOpinionForm } from "@/components/rating-opinions/opinion-forms";
import { PageHeader } from "@/components/shared/page-header";
import type { Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getFormat } from "@/lib/core/i18n/get-format";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getOpinionForm } from "@/lib/features/rating-opinions/queries/get-opinion-form";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { reviewedInAddress } from "@/lib/features/self-reviews/schema";

type NewOpinionPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratingOpinions"))("give") };
}

export default async function NewOpinionPage({ params, searchParams }: NewOpinionPageProps) {
  const actor = await requireActor();
  const period = ratingPeriod((await params).period);
  const named = reviewedInAddress(await searchParams);
  if (!named) notFound();
  const form = await onPage(getOpinionForm(actor, period, named));
  const [register, t] = await Promise.all([onPage(getRegister(actor)), getTranslations("ratingOpinions")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.title", {
          name: form.name ?? register.name ?? t("committee"),
          period: (await getFormat()).yearOrQuarter(period),
        })}
        lead={form.branch}
        back={{ href: form.subjectHref, label: t("form.back") }}
      />
      <p className="prose-line">{t("form.lead")}</p>
      <GiveOpinionForm form={form} />
    </div>
  );
}
