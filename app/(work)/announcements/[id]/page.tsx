import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementScreen } from "@/components/announcements/announcement-screen";
import { PageHeader } from "@/components/shared/page-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getAnnouncement } from "@/lib/features/announcements/queries/get-announcement";

type AnnouncementPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["posted", "withdrawn", "commented", "hidden"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements"))("title") };
}

export default async function AnnouncementPage({ params, searchParams }: AnnouncementPageProps) {
  const actor = await requireActor();
  const [{ id }, query, t] = await Promise.all([params, searchParams, getTranslations("announcements")]);
  const announcement = await onPage(getAnnouncement(actor, idIn(id)));
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid grid-cols-1 gap-4">
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <PageHeader title={announcement.title} back={{ href: "/announcements", label: t("title") }} />
      <AnnouncementScreen announcement={announcement} />
    </div>
  );
}
