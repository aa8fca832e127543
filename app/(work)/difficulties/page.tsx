import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintHeader } from "@/components/ui/print-header";
import { DifficultyListView } from "@/components/visits/difficulty-list-view";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listDifficulties } from "@/lib/features/visits/queries/list-difficulties";
import { difficultyFilter } from "@/lib/features/visits/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("difficulties"))("title") };
}

export default async function DifficultiesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = difficultyFilter.parse({
    year: textIn(query, "year"),
    branch: textIn(query, "branch"),
    person: textIn(query, "person"),
    standing: textIn(query, "standing"),
  });
  const [list, register, { locale }] = await Promise.all([
    onPage(listDifficulties(actor, filter)),
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
      <DifficultyListView list={list} filter={filter} thisYear={yearOf(actor.today)} />
    </div>
  );
}
