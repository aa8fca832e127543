import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MemberBadgesView } from "@/components/badges/member-badges-view";
import { PageHeader } from "@/components/shared/page-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { listMemberBadges } from "@/lib/features/badges/queries/list-member-badges";

type MemberBadgesPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("badges"))("title") };
}

export default async function MemberBadgesPage({ params, searchParams }: MemberBadgesPageProps) {
  const actor = await requireActor();
  const [{ id: address }, query] = await Promise.all([params, searchParams]);
  const [view, t, { locale }] = await Promise.all([
    onPage(listMemberBadges(actor, idIn(address))),
    getTranslations("badges"),
    readPreferences(),
  ]);
  const done = (["proposed", "recorded", "withdrawn"] as const).find((one) => one === textIn(query, "done"));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("member.title", { name: view.name })}
        lead={t("member.admitted", { day: formatIn(locale).day(view.admittedOn) })}
        back={{ href: `/members/${view.memberId}`, label: t("actions.toMember", { name: view.name }) }}
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <MemberBadgesView view={view} />
    </div>
  );
}
