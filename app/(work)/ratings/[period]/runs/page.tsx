import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunsScreen } from "@/components/ratings/runs-screen";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { getFormat } from "@/lib/core/i18n/get-format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listRuns } from "@/lib/features/ratings/queries/list-runs";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type RunsPageProps = { params: Promise<{ period: string }> };

export async function generateMetadata({ params }: RunsPageProps): Promise<Metadata> {
  const period = ratingPeriod((await params).period);
  return {
    title: (await getTranslations("ratingRuns"))("titleOf", { period: (await getFormat()).yearOrQuarter(period) }),
  };
}

export default async function RunsPage({ params }: RunsPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const period = ratingPeriod((await params).period);
  const view = await onPage(listRuns(actor, period));
  const [register, t, { locale }] = await Promise.all([
    onPage(getRegister(actor, view.round.reckoningOn)),
    getTranslations("ratingRuns"),
    readPreferences(),
  ]);
  const title = t("titleOf", { period: format.yearOrQuarter(period) });
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={title}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={title}
        lead={t("lead")}
        back={{ href: `/ratings/${period}`, label: t("backToRound", { period: format.yearOrQuarter(period) }) }}
        actions={<PrintButton />}
      />
      <RunsScreen view={view} />
    </div>
  );
}
