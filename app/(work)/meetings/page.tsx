import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MeetingYearView } from "@/components/meetings/meeting-year-view";
import { PrintHeader } from "@/components/ui/print-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { findBodyReach } from "@/lib/features/meetings/queries/list-body-meetings";
import { listMeetings } from "@/lib/features/meetings/queries/list-meetings";
import { meetingFilter } from "@/lib/features/meetings/schema";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

export default async function MeetingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = meetingFilter.parse({ year: textIn(query, "year"), branch: textIn(query, "branch") });
  const [view, hasBodies, register, { locale }] = await Promise.all([
    onPage(listMeetings(actor, filter)),
    onPage(findBodyReach(actor)),
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
      <MeetingYearView view={view} hasBodies={hasBodies} />
    </div>
  );
}
