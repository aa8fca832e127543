import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MonthWorkScreen } from "@/components/month-work/month-work-screen";
import { PrintHeader } from "@/components/ui/print-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { workFilter } from "@/lib/features/month-work/schema";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("monthWork"))("title") };
}

export default async function MonthWorkPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = workFilter.parse({ branch: textIn(query, "branch") });
  const [work, register, { locale }] = await Promise.all([
    onPage(getMonthWork(actor, filter)),
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
      <MonthWorkScreen work={work} today={actor.today} done={textIn(query, "done")} />
    </div>
  );
}
