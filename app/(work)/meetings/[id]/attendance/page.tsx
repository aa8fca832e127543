import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AttendanceForm } from "@/components/meetings/attendance-form";
import { holderName } from "@/components/meetings/meeting-words";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getMeeting, listRollMembers } from "@/lib/features/meetings/queries/get-meeting";

type RollPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("page.takeRoll") };
}

export default async function AttendancePage({ params, searchParams }: RollPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const meeting = await onPage(getMeeting(actor, idIn(id)));
  if (!meeting.can.edit) notFound();
  const [members, t, { locale }] = await Promise.all([
    onPage(listRollMembers(actor, meeting)),
    getTranslations("meetings"),
    readPreferences(),
  ]);
  const isPrefilled = textIn(query, "all") === "present";
  const holder = holderName(meeting, t);
  const ofBranch = meeting.body === null;
  const back = `/meetings/${id}`;
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("roll.title", { branch: holder, day: formatIn(locale).day(meeting.heldOn) })}
        lead={ofBranch ? t("roll.lead") : t("bodies.rollLead", { body: holder })}
        back={{ href: back, label: t(ofBranch ? "page.facts" : "bodies.facts") }}
        actions={
          !isPrefilled && <ButtonLink href={`${back}/attendance?all=present`}>{t("roll.allPresent")}</ButtonLink>
        }
      />
      {isPrefilled && <Notice>{t("roll.prefilled")}</Notice>}
      <AttendanceForm
        key={isPrefilled ? "present" : "blank"}
        meeting={meeting}
        members={members}
        unmarked={isPrefilled ? "PRESENT" : undefined}
      />
    </div>
  );
}
