import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WithdrawOpinionForm } from "@/components/rating-opinions/opinion-forms";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getOpinionToWithdraw } from "@/lib/features/rating-opinions/queries/list-opinions";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type WithdrawOpinionPageProps = { params: Promise<{ period: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratingOpinions.withdraw"))("open") };
}

export default async function WithdrawOpinionPage({ params }: WithdrawOpinionPageProps) {
  const actor = await requireActor();
  const { period, id } = await params;
  const [opinion, t, { locale }] = await Promise.all([
    onPage(getOpinionToWithdraw(actor, ratingPeriod(period), idIn(id))),
    getTranslations("ratingOpinions"),
    readPreferences(),
  ]);
  const { giver, giverName, givenOn, text, subjectHref } = opinion;
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("withdraw.title", { name: giverName })}
        lead={t("withdraw.lead")}
        back={{ href: subjectHref, label: t("form.back") }}
      />
      <Card title={t(`givers.${giver}`)}>
        <p className="text-ink-2">{t("givenBy", { name: giverName, day: formatIn(locale).day(givenOn) })}</p>
        <p className="prose-line whitespace-pre-line">{text}</p>
      </Card>
      <WithdrawOpinionForm opinion={opinion} />
    </div>
  );
}
