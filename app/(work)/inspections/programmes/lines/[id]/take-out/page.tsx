import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TakeOutLineForm } from "@/components/inspection-programmes/line-forms";
import { LineHeading } from "@/components/inspection-programmes/line-heading";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getLine } from "@/lib/features/inspection-programmes/queries/get-programme";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspectionProgrammes.takeOut"))("title") };
}

export default async function TakeOutLinePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { programme, line } = await onPage(getLine(actor, idIn((await params).id)));
  if (!line.can.takeOut) notFound();
  const page = `/inspections/programmes/${programme.id}`;
  return (
    <div className="grid gap-4">
      <LineHeading step="takeOut" line={line} page={page} />
      <TakeOutLineForm line={line} page={page} />
    </div>
  );
}
