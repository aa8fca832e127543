import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EndPlanScreen } from "@/components/training/end-plan-screen";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getPlannedToEnd } from "@/lib/features/training/queries/find-planned";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("planning.form.saveEnd") };
}

export default async function EndPlanPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const planned = await onPage(getPlannedToEnd(actor, idIn(id)));
  return <EndPlanScreen planned={planned} />;
}
