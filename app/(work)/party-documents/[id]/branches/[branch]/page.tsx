import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AbsentCard, TellingCard } from "@/components/party-documents/catch-up-parts";
import { PassingForm } from "@/components/party-documents/passing-form";
import { PageHeader } from "@/components/shared/page-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { findPassingForm } from "@/lib/features/party-documents/queries/find-passing-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partyDocuments"))("dissemination.open") };
}

type PassingPageProps = { params: Promise<{ id: string; branch: string }>; searchParams: Promise<Query> };

const doneWords = ["caughtUp", "takenBack", "villageTold"] as const;

export default async function PassingPage({ params, searchParams }: PassingPageProps) {
  const actor = await requireActor();
  const [{ id, branch }, query] = await Promise.all([params, searchParams]);
  const [form, t] = await Promise.all([
    onPage(findPassingForm(actor, idIn(id), idIn(branch))),
    getTranslations("partyDocuments"),
  ]);
  if (!form) notFound();
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      {done && <ResultBanner>{t(`catchUp.done.${done}`)}</ResultBanner>}
      <PageHeader
        title={t("dissemination.heading", { branch: form.branch })}
        lead={t("dissemination.document", { name: form.document, subject: form.subjectLine })}
        back={{ href: `/party-documents/${id}`, label: form.document }}
      />
      <PassingForm form={form} />
      <AbsentCard form={form} chosen={textIn(query, "member")} />
      <TellingCard form={form} />
    </div>
  );
}
