import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmScreen } from "@/components/ratings/confirm-screen";
import { PageHeader } from "@/components/shared/page-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getFormat } from "@/lib/core/i18n/get-format";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listToConfirm } from "@/lib/features/ratings/queries/list-to-confirm";
import { roundFilter } from "@/lib/features/ratings/schema";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";

type ConfirmPageProps = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.actions"))("confirmAll") };
}

export default async function ConfirmPage({ params, searchParams }: ConfirmPageProps) {
  const actor = await requireActor();
  const format = await getFormat();
  const query = await searchParams;
  const period = ratingPeriod((await params).period);
  const { branch } = roundFilter.parse({ branch: textIn(query, "branch") });
  const [view, register, t, words] = await Promise.all([
    onPage(listToConfirm(actor, period, branch)),
    onPage(getRegister(actor)),
    getTranslations("ratings"),
    getAnyKeyTranslator(),
  ]);
  const backHref = addressOf(`/ratings/${period}`, { branch });
  const obstacles = view.lines.flatMap((line) => line.obstacle ?? []);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.confirmTitle", { period: format.yearOrQuarter(period) })}
        back={{ href: backHref, label: t("actions.back", { period: format.yearOrQuarter(period) }) }}
      />
      {textIn(query, "done") === "recorded" && <ResultBanner>{t("done.recorded")}</ResultBanner>}
      <ConfirmScreen
        view={view}
        bodyName={register.name ?? t("tabs.committee")}
        backHref={backHref}
        refusals={new Map(obstacles.map((key) => [key, words(key)]))}
      />
    </div>
  );
}
