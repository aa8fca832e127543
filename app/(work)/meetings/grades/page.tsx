import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GradeList } from "@/components/meetings/grade-list";
import { PrintHeader } from "@/components/ui/print-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listGrades } from "@/lib/features/meetings/queries/list-grades";
import { gradeFilter } from "@/lib/features/meetings/schema";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings.quality"))("list") };
}

export default async function MeetingGradesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = gradeFilter.parse({ year: textIn(query, "year"), show: textIn(query, "show") });
  const [found, register, { locale }] = await Promise.all([
    onPage(listGrades(actor, filter)),
    onPage(getRegister(actor)),
    readPreferences(),
  ]);
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <GradeList found={found} />
    </div>
  );
}
