import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PostList } from "@/components/committee/post-list";
import { PrintHeader } from "@/components/ui/print-header";
import { dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listPosts } from "@/lib/features/organization/queries/posts";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listPlanned } from "@/lib/features/training/queries/find-planned";
import { listLacks } from "@/lib/features/training/queries/get-gaps";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("committee"))("posts.title") };
}

export default async function PostsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { day: on, unreadable } = dayIn(query, "on", actor.today);
  const [posts, lacks, planned, register, t, { locale }] = await Promise.all([
    onPage(listPosts(actor, on)),
    onPage(listLacks(actor, on)),
    onPage(listPlanned(actor, on)),
    onPage(getRegister(actor, on)),
    getTranslations("committee.posts"),
    readPreferences(),
  ]);
  if (!posts) notFound();
  const format = formatIn(locale);
  return (
    <div className="print-landscape grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={t("title")}
        filter={format.day(on)}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <PostList
        posts={posts}
        on={on}
        isToday={on === actor.today}
        isVacantOnly={textIn(query, "vacant") === "yes"}
        unreadable={unreadable}
        lacks={lacks}
        planned={planned}
      />
    </div>
  );
}
