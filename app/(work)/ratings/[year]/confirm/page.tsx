import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmScreen } from "@/components/ratings/confirm-screen";
import { PageHeader } from "@/components/shared/page-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listToConfirm } from "@/lib/features/ratings/queries/list-to-confirm";
import { ratingYear, roundFilter } from "@/lib/features/ratings/schema";

type ConfirmPageProps = { params: Promise<{ year: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.actions"))("confirmAll") };
}

export default async function ConfirmPage({ params, searchParams }: ConfirmPageProps) {
  const actor = await requireActor();
  const query = await searchParams;
  const year = ratingYear((await params).year);
  const { branch } = roundFilter.parse({ branch: textIn(query, "branch") });
  const [view, register, t, words] = await Promise.all([
    onPage(listToConfirm(actor, year, branch)),
    onPage(getRegister(actor)),
    getTranslations("ratings"),
    getAnyKeyTranslator(),
  ]);
  const backHref = addressOf(`/ratings/${year}`, { branch });
  const obstacles = view.lines.flatMap((line) => line.obstacle ?? []);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.confirmTitle", { year: String(year) })}
        back={{ href: backHref, label: t("actions.back", { year: String(year) }) }}
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
