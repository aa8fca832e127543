import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParameterForm } from "@/components/rule-sets/parameter-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { idIn, onPage } from "@/lib/core/page";
import { getParameterForm } from "@/lib/features/rule-sets/queries/revisions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleSets.revision"))("changeTitle") };
}

export default async function ParameterPage({ params }: { params: Promise<{ id: string; name: string }> }) {
  const actor = await requireActor();
  const { id, name } = await params;
  const [form, t, words] = await Promise.all([
    onPage(getParameterForm(actor, idIn(id), name)),
    getTranslations("ruleSets.revision"),
    getAnyKeyTranslator(),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={words(`ruleSets.parameters.${form.after.name}`)}
        lead={form.document}
        back={{ href: `/ratings/rules/revisions/${form.id}`, label: t("title") }}
      />
      <ParameterForm form={form} words={words} />
    </div>
  );
}
