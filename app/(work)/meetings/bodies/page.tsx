import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BodyYearView } from "@/components/meetings/body-year-view";
import { PrintHeader } from "@/components/ui/print-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listBodyMeetings } from "@/lib/features/meetings/queries/list-body-meetings";
import { bodyMeetingFilter } from "@/lib/features/meetings/schema/bodies";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("bodies.back") };
}

export default async function BodyMeetingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const filter = bodyMeetingFilter.parse({ year: textIn(await searchParams, "year") });
  const [view, register, { locale }] = await Promise.all([
    onPage(listBodyMeetings(actor, filter)),
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
      <BodyYearView view={view} />
    </div>
  );
}
