import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddLineForm } from "@/components/inspection-programmes/programme-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { findLineForm } from "@/lib/features/inspection-programmes/queries/find-line-form";
import { getProgramme } from "@/lib/features/inspection-programmes/queries/get-programme";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspectionProgrammes.add"))("title") };
}

export default async function NewLinePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const programme = await onPage(getProgramme(actor, id));
  if (!programme.can.keep) notFound();
  const [form, t] = await Promise.all([
    onPage(findLineForm(actor, programme)),
    getTranslations("inspectionProgrammes"),
  ]);
  const { body, branch, year, state } = programme;
  const of = body ? t(`of.${body}`) : t("of.branch", { branch: branch ?? "" });
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("add.heading", { of, year: String(year) })}
        lead={state === "ISSUED" ? t("add.leadIssued") : undefined}
        back={{ href: `/inspections/programmes/${id}`, label: t("cancel") }}
      />
      <AddLineForm programme={programme} form={form} />
    </div>
  );
}
