import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HomeScreen } from "@/components/month-work/home-screen";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getHome } from "@/lib/features/month-work/queries/get-home";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("places.home") };
}

export default async function HomePage() {
  const actor = await requireActor();
  return <HomeScreen home={await onPage(getHome(actor))} today={actor.today} />;
}
