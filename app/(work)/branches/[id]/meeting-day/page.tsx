import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EndMeetingDayForm } from "@/components/meetings/end-meeting-day-form";
import { MeetingDayForm } from "@/components/meetings/meeting-day-form";
import { MeetingDayList } from "@/components/meetings/meeting-day-list";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getMeetingDays } from "@/lib/features/meetings/queries/meeting-days";

type MeetingDayPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("fixedDay.title") };
}

export default async function MeetingDayPage({ params, searchParams }: MeetingDayPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const branchId = idIn(id);
  const [found, t] = await Promise.all([onPage(getMeetingDays(actor, branchId)), getTranslations("meetings.fixedDay")]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("heading", { branch: found.branch })}
        lead={t("lead")}
        back={{ href: `/branches/${branchId}`, label: found.branch }}
      />
      {textIn(query, "done") === "fixed" && <ResultBanner>{t("done")}</ResultBanner>}
      {textIn(query, "done") === "ended" && <ResultBanner>{t("end.done")}</ResultBanner>}
      <MeetingDayList found={found} />
      {found.can.keep && (
        <Card title={t("form.title")}>
          <MeetingDayForm branchId={branchId} found={found} today={actor.today} />
        </Card>
      )}
      {found.can.keep && <EndMeetingDayForm branchId={branchId} found={found} today={actor.today} />}
    </div>
  );
}
