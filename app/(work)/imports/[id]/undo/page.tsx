import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { UndoForm } from "@/components/imports/undo-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getImport } from "@/lib/features/imports/queries/get-import";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.undo"))("title") };
}

export default async function UndoImportPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [roster, t] = await Promise.all([onPage(getImport(actor, id)), getTranslations("imports")]);
  if (!roster.can.undo) forbidden();
  return (
    <>
      <PageHeader
        title={t("undo.title")}
        back={{ href: `/imports/${id}`, label: t("backTo", { file: roster.fileName }) }}
      />
      <UndoForm roster={roster} />
    </>
  );
}
