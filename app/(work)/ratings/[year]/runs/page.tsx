import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunsScreen } from "@/components/ratings/runs-screen";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listRuns } from "@/lib/features/ratings/queries/list-runs";
import { ratingYear } from "@/lib/features/ratings/schema";

type RunsPageProps = { params: Promise<{ year: string }> };

export async function generateMetadata({ params }: RunsPageProps): Promise<Metadata> {
  const year = ratingYear((await params).year);
  return { title: (await getTranslations("ratingRuns"))("titleOf", { year: String(year) }) };
}

export default async function RunsPage({ params }: RunsPageProps) {
  const actor = await requireActor();
  const year = ratingYear((await params).year);
  const view = await onPage(listRuns(actor, year));
  const [register, t, { locale }] = await Promise.all([
    onPage(getRegister(actor, view.round.reckoningOn)),
    getTranslations("ratingRuns"),
    readPreferences(),
  ]);
  const title = t("titleOf", { year: String(year) });
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
        back={{ href: `/ratings/${year}`, label: t("backToRound", { year: String(year) }) }}
        actions={<PrintButton />}
      />
      <RunsScreen view={view} />
    </div>
  );
}
