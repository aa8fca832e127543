import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnnouncementList } from "@/components/announcements/announcement-list";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listAnnouncements } from "@/lib/features/announcements/queries/list-announcements";
import { announcementFilter } from "@/lib/features/announcements/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements"))("title") };
}

export default async function AnnouncementsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = Object.keys(query).map((name) => [name, textIn(query, name)]);
  const filter = announcementFilter.parse(Object.fromEntries(asked));
  const [found, t] = await Promise.all([onPage(listAnnouncements(actor, filter)), getTranslations("announcements")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          found.can.post && (
            <ButtonLink href="/announcements/new" tone="primary">
              {t("post")}
            </ButtonLink>
          )
        }
      />
      <AnnouncementList found={found} filter={filter} />
    </div>
  );
}
