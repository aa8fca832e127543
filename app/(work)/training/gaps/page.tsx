import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GapScreen } from "@/components/training/gap-view";
import { PrintHeader } from "@/components/ui/print-header";
import { dayIn, type Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getGaps } from "@/lib/features/training/queries/get-gaps";
import { gapFilter } from "@/lib/features/training/schema/requirements";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("gaps.title") };
}

export default async function TrainingGapsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { day: on, unreadable } = dayIn(query, "on", actor.today);
  const [view, register, { locale }] = await Promise.all([
    onPage(getGaps(actor, on)),
    onPage(getRegister(actor, on)),
    readPreferences(),
  ]);
  const format = formatIn(locale);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        filter={format.day(on)}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <GapScreen view={view} filter={gapFilter.parse(query)} isToday={on === actor.today} unreadable={unreadable} />
    </div>
  );
}
