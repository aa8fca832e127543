import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintHeader } from "@/components/ui/print-header";
import { ChargedMeetingsView } from "@/components/visits/charged-meetings-view";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listMeetingsInCharge } from "@/lib/features/visits/queries/year-figures";
import { chargedMeetingFilter } from "@/lib/features/visits/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visits"))("meetings.back") };
}

export default async function ChargedMeetingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = chargedMeetingFilter.parse({
    year: textIn(query, "year"),
    branch: textIn(query, "branch"),
    person: textIn(query, "person"),
    part: textIn(query, "part"),
  });
  const [list, register, { locale }] = await Promise.all([
    onPage(listMeetingsInCharge(actor, filter)),
    onPage(getRegister(actor)),
    readPreferences(),
  ]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <ChargedMeetingsView list={list} filter={filter} />
    </div>
  );
}
