import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlanNotices } from "@/components/assignments/plan-notices";
import { MeetingDayFact } from "@/components/meetings/meeting-day-fact";
import { BranchRecordPage, tabsOf } from "@/components/organization/branch-record-page";
import { PrintHeader } from "@/components/ui/print-header";
import { dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { listPlanNotices } from "@/lib/features/assignments/queries/list-notices";
import { findMeetingDay } from "@/lib/features/meetings/queries/meeting-days";
import { getBranch } from "@/lib/features/organization/queries/branch";
import { findLineage } from "@/lib/features/organization/queries/lineage";
import { getRegister } from "@/lib/features/organization/queries/register";
import { BranchTabContent } from "./branch-tab-content";

type BranchPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("page.title") };
}

export default async function BranchPage({ params, searchParams }: BranchPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { day: on, unreadable } = dayIn(query, "on", actor.today);
  const [branch, lineage, register, notices, meets, t, { locale }] = await Promise.all([
    onPage(getBranch(actor, idIn(id), on)),
    onPage(findLineage(actor, idIn(id))),
    onPage(getRegister(actor, on)),
    onPage(listPlanNotices(actor)),
    onPage(findMeetingDay(actor, idIn(id), on)),
    getTranslations("organization"),
    readPreferences(),
  ]);
  const format = formatIn(locale);
  const tabs = tabsOf(branch);
  const tab = tabs.find((one) => one === textIn(query, "tab")) ?? tabs[0] ?? "history";
  return (
    <>
      <PrintHeader
        bodyName={register.name ?? ""}
        title={branch.name}
        filter={t("page.asOf", { day: format.day(on) })}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <BranchRecordPage
        branch={branch}
        lineage={lineage}
        meets={meets && { fact: <MeetingDayFact of={meets} />, place: meets.place }}
        tab={tab}
        isToday={on === actor.today}
        unreadable={unreadable}
        done={textIn(query, "done")}
      >
        <PlanNotices assigned={notices.assigned} waiting={[]} branchId={branch.id} />
        <BranchTabContent actor={actor} branch={branch} tab={tab} />
      </BranchRecordPage>
    </>
  );
}
