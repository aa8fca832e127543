import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MarkLineDoneForm } from "@/components/inspection-programmes/line-forms";
import { LineHeading } from "@/components/inspection-programmes/line-heading";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { listDiscussingMeetings } from "@/lib/features/inspection-programmes/queries/find-line-form";
import { getLine } from "@/lib/features/inspection-programmes/queries/get-programme";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspectionProgrammes.markDone"))("title") };
}

export default async function MarkLineDonePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { programme, line } = await onPage(getLine(actor, idIn((await params).id)));
  const { id, branchId, year } = programme;
  if (!line.can.markDone || branchId === null) notFound();
  const meetings = await onPage(listDiscussingMeetings(actor, branchId, year));
  const page = `/inspections/programmes/${id}`;
  return (
    <div className="grid gap-4">
      <LineHeading step="markDone" line={line} page={page} />
      <MarkLineDoneForm line={line} page={page} meetings={meetings} />
    </div>
  );
}
