import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintHeader } from "@/components/ui/print-header";
import { VisitYearView } from "@/components/visits/visit-year-view";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listVisits } from "@/lib/features/visits/queries/list-visits";
import { getVisitYear } from "@/lib/features/visits/queries/year-figures";
import { visitFilter } from "@/lib/features/visits/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visits"))("title") };
}

export default async function VisitsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = visitFilter.parse({
    year: textIn(query, "year"),
    branch: textIn(query, "branch"),
    person: textIn(query, "person"),
  });
  const [list, figures, register, { locale }] = await Promise.all([
    onPage(listVisits(actor, filter)),
    onPage(getVisitYear(actor, filter)),
    onPage(getRegister(actor)),
    readPreferences(),
  ]);
  return (
    <div className="print-landscape grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <VisitYearView list={list} figures={figures} filter={filter} />
    </div>
  );
}
