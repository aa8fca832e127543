import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrintHeader } from "@/components/ui/print-header";
import { StandingList } from "@/components/working-regulations/standing-list";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listRegulationStandings } from "@/lib/features/working-regulations/queries/list-standings";
import { regulationStandings } from "@/lib/features/working-regulations/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workingRegulations"))("list.title") };
}

export default async function WorkingRegulationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const asked = textIn(await searchParams, "standing");
  const [rows, register, { locale }] = await Promise.all([
    onPage(listRegulationStandings(actor)),
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
      <StandingList rows={rows} standing={regulationStandings.find((one) => one === asked) ?? null} on={actor.today} />
    </div>
  );
}
