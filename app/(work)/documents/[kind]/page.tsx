import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TemplateScreen } from "@/components/documents/template-screen";
import { PageHeader } from "@/components/shared/page-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getUploadWords } from "@/lib/core/i18n/upload-words";
import { onPage } from "@/lib/core/page";
import { getTemplate } from "@/lib/features/documents/queries/templates";
import { kindIn } from "@/lib/features/documents/schema";

type TemplatePageProps = { params: Promise<{ kind: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents"))("page.title") };
}

export default async function TemplatePage({ params, searchParams }: TemplatePageProps) {
  const actor = await requireActor();
  const [{ kind: address }, query] = await Promise.all([params, searchParams]);
  const kind = kindIn(address);
  if (!kind) notFound();
  const [view, t, upload] = await Promise.all([
    onPage(getTemplate(actor, kind)),
    getTranslations("documents"),
    getUploadWords("documents", query),
  ]);
  const done = (["accepted", "restored"] as const).find((one) => one === textIn(query, "done"));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t(`kinds.${kind}`)} back={{ href: "/documents", label: t("page.back") }} />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <TemplateScreen view={view} upload={upload} today={actor.today} />
    </div>
  );
}
