import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenMeetingForm } from "@/components/meetings/meeting-forms";
import { PageHeader } from "@/components/shared/page-header";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { findMeetingForm } from "@/lib/features/meetings/queries/find-meeting-form";
import { meetingMonth } from "@/lib/features/meetings/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("open") };
}

export default async function NewMeetingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const branchId = idIn(textIn(query, "branch"));
  const [form, t, { locale }] = await Promise.all([
    onPage(findMeetingForm(actor, branchId, meetingMonth.parse(textIn(query, "month")))),
    getTranslations("meetings"),
    readPreferences(),
  ]);
  if (!form) notFound();
  const leadOf = () => {
    if (form.announcedOn) return t("form.announced", { day: formatIn(locale).day(form.announcedOn) });
    if (form.isFixed) return t("form.fixed");
    return form.last ? t("form.copied", { month: formatIn(locale).month(form.last.monthOn) }) : t("form.first");
  };
  const back = addressOf("/meetings", { branch: branchId });
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.openTitle", { branch: form.branch })}
        lead={leadOf()}
        back={{ href: back, label: t("page.back") }}
      />
      <OpenMeetingForm form={form} backHref={back} />
    </div>
  );
}
