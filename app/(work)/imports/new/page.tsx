import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BranchBookForm } from "@/components/imports/branch-book-form";
import { PageHeader } from "@/components/shared/page-header";
import { UploadForm } from "@/components/shared/upload-form";
import { ButtonLink } from "@/components/ui/button";
import type { Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { LIMITS } from "@/lib/core/files/reader/limits";
import { getUploadWords } from "@/lib/core/i18n/upload-words";
import { onPage } from "@/lib/core/page";
import { reachesBranch } from "@/lib/core/policy-table";
import { listImports } from "@/lib/features/imports/queries/list-imports";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.upload"))("title") };
}

export default async function NewImportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const [found, branches, upload, t] = await Promise.all([
    onPage(listImports(actor)),
    onPage(listBranchChoices(actor, actor.today)),
    getUploadWords("imports", query),
    getTranslations("imports"),
  ]);
  if (!found?.can.import) forbidden();
  return (
    <>
      <PageHeader
        title={t("upload.title")}
        lead={t("lead")}
        back={{ href: "/imports", label: t("back") }}
        actions={
          <ButtonLink href="/api/export/import-template" download>
            {t("upload.template")}
          </ButtonLink>
        }
      />
      <div className="grid gap-8">
        <div className="grid gap-4">
          <p className="prose-line text-ink-2">{t("upload.secrecy")}</p>
          <UploadForm
            {...upload}
            action="/api/uploads/imports"
            accept=".xlsx,.ods,.csv"
            mostBytes={LIMITS.bytes}
            cancel={{ href: "/imports", label: t("back") }}
          />
        </div>
        <BranchBookForm
          branches={branches
            .filter(({ id }) => reachesBranch(actor, "rosterImport", "create", id))
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </>
  );
}
