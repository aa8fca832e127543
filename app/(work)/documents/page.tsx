import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TemplateTable } from "@/components/documents/template-table";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listTemplates } from "@/lib/features/documents/queries/templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("page.title") };
}

export default async function DocumentsPage() {
  const actor = await requireActor();
  const [lines, t] = await Promise.all([onPage(listTemplates(actor)), getTranslations("documents")]);
  return (
    <>
      <PageHeader title={t("page.title")} lead={t("page.lead")} />
      <TemplateTable lines={lines} />
    </>
  );
}
