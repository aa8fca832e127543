import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PostForm } from "@/components/announcements/post-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listAddressees } from "@/lib/features/announcements/queries/get-announcement";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements"))("form.title") };
}

export default async function PostAnnouncementPage() {
  const actor = await requireActor();
  const [branches, t] = await Promise.all([onPage(listAddressees(actor)), getTranslations("announcements")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("form.title")} back={{ href: "/announcements", label: t("title") }} />
      <PostForm branches={branches} />
    </div>
  );
}
