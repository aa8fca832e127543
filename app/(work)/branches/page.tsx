import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BranchList } from "@/components/organization/branch-list";
import { ReorganizationList } from "@/components/reorganizations/reorganization-list";
import { PrintHeader } from "@/components/ui/print-header";
import { dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listBranches } from "@/lib/features/organization/queries/branches";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listReorganizations } from "@/lib/features/reorganizations/queries/list-reorganizations";

const headsFilters = ["concurrent", "lacking"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("title") };
}

export default async function BranchesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { day: on, unreadable } = dayIn(query, "on", actor.today);
  const [found, register, reorganizations, t, { locale }] = await Promise.all([
    onPage(listBranches(actor, on)),
    onPage(getRegister(actor, on)),
    onPage(listReorganizations(actor)),
    getTranslations("organization"),
    readPreferences(),
  ]);
  if (!found) forbidden();
  const format = formatIn(locale);
  return (
    <div className="print-landscape grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={t("title")}
        filter={t("page.asOf", { day: format.day(on) })}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <BranchList
        found={found}
        heads={headsFilters.find((one) => one === textIn(query, "heads")) ?? null}
        isToday={on === actor.today}
        unreadable={unreadable}
      />
      <ReorganizationList found={reorganizations} />
    </div>
  );
}
