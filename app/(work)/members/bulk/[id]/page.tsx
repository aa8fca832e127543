import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BulkEditScreen } from "@/components/bulk-edits/bulk-edit-screen";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getBulkEdit } from "@/lib/features/bulk-edits/queries/get-bulk-edit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulkEdits"))("title") };
}

export default async function BulkEditPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [edit, t] = await Promise.all([onPage(getBulkEdit(actor, id)), getTranslations("bulkEdits")]);
  return (
    <div className="grid grid-cols-1 gap-5">
      <PageHeader
        title={t(edit.state === "PREPARED" ? "check.title" : "result.title")}
        back={{ href: "/members/bulk", label: t("title") }}
      />
      <BulkEditScreen edit={edit} />
    </div>
  );
}
