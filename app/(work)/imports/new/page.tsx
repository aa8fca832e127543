import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BranchBookForm } from "@/components/imports/branch-book-form";
import { UploadForm } from "@/components/imports/upload-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { LIMITS } from "@/lib/core/files/reader/limits";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { onPage } from "@/lib/core/page";
import { reachesBranch } from "@/lib/core/policy-table";
import { listImports } from "@/lib/features/imports/queries/list-imports";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.upload"))("title") };
}

export default async function NewImportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const [found, branches, query, t, any] = await Promise.all([
    onPage(listImports(actor)),
    onPage(listBranchChoices(actor, actor.today)),
    searchParams,
    getTranslations("imports"),
    getAnyKeyTranslator(),
  ]);
  if (!found?.can.import) forbidden();
  const refused = textIn(query, "refused");
  const isReason = /^(imports\.(refusals|errors|upload)|refusals)\.[A-Za-z_]{3,30}$/u.test(refused);
  const words = {
    file: t("upload.file"),
    hint: t("upload.hint"),
    secrecy: t("upload.secrecy"),
    submit: t("upload.submit"),
    reading: t("upload.reading"),
    tooBig: t("upload.tooBig"),
    none: t("upload.none"),
    refusedTitle: t("upload.refusedTitle"),
    cancel: t("back"),
  };
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
        <UploadForm words={words} refused={isReason ? any(refused) : null} mostBytes={LIMITS.bytes} />
        <BranchBookForm
          branches={branches
            .filter(({ id }) => reachesBranch(actor, "rosterImport", "create", id))
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </>
  );
}
