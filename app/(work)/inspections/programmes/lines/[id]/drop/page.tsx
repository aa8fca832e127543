import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DropLineForm } from "@/components/inspection-programmes/line-forms";
import { LineHeading } from "@/components/inspection-programmes/line-heading";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getLine } from "@/lib/features/inspection-programmes/queries/get-programme";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspectionProgrammes.drop"))("title") };
}

export default async function DropLinePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { programme, line } = await onPage(getLine(actor, idIn((await params).id)));
  if (!line.can.drop) notFound();
  const page = `/inspections/programmes/${programme.id}`;
  return (
    <div className="grid gap-4">
      <LineHeading step="drop" line={line} page={page} />
      <DropLineForm line={line} page={page} />
    </div>
  );
}
