import type { Metadata } from "next";
import { forbidden, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ColumnsForm } from "@/components/imports/columns-form";
import { FileFacts } from "@/components/imports/file-facts";
import { TableChoice } from "@/components/imports/table-choice";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getImport, listColumnSamples } from "@/lib/features/imports/queries/get-import";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.columns"))("title") };
}

export default async function ColumnsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [roster, t] = await Promise.all([onPage(getImport(actor, id)), getTranslations("imports")]);
  if (!roster.can.continue) forbidden();
  if (!["STAGED", "CHECKED", "REJECTED"].includes(roster.state)) redirect(`/imports/${id}`);
  const [samples, branches] = await Promise.all([
    onPage(listColumnSamples(actor, id)),
    onPage(listBranchChoices(actor, actor.today)),
  ]);
  const options = branches.map((branch) => ({ value: branch.id, label: branch.name }));
  return (
    <div className="grid gap-5">
      <PageHeader title={t("columns.title")} lead={t("columns.lead")} back={{ href: "/imports", label: t("back") }} />
      <FileFacts roster={roster} />
      <TableChoice roster={roster} />
      <ColumnsForm roster={roster} samples={samples} branches={options} today={actor.today} />
    </div>
  );
}
