import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DossierScreen } from "@/components/admissions/dossier-screen";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";

type DossierPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("page.title") };
}

export default async function DossierPage({ params, searchParams }: DossierPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const dossier = await onPage(getDossier(actor, idIn(id)));
  return <DossierScreen dossier={dossier} done={textIn(query, "done")} />;
}
