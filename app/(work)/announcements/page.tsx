import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementTable } from "@/components/announcements/announcement-list";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listAnnouncements } from "@/lib/features/announcements/queries/list-announcements";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements"))("title") };
}

export default async function AnnouncementsPage() {
  const actor = await requireActor();
  const [{ lines, can }, t] = await Promise.all([onPage(listAnnouncements(actor)), getTranslations("announcements")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          can.post && (
            <ButtonLink href="/announcements/new" tone="primary">
              {t("post")}
            </ButtonLink>
          )
        }
      />
      <AnnouncementTable lines={lines} />
    </div>
  );
}
