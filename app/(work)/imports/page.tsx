import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportList } from "@/components/imports/import-list";
import { NoPermission } from "@/components/ui/states";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listImports } from "@/lib/features/imports/queries/list-imports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage() {
  const actor = await requireActor();
  const found = await onPage(listImports(actor));
  return found ? <ImportList rows={found.rows} mayImport={found.can.import} /> : <NoPermission />;
}
