import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IssueDocumentForm } from "@/components/party-documents/document-forms";
import { KindChoice } from "@/components/party-documents/kind-choice";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listAddressees, listNextSigns } from "@/lib/features/party-documents/queries/find-document-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partyDocuments"))("issue.title") };
}

export default async function IssueDocumentPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = textIn(query, "kind");
  const [branches, signs, t] = await Promise.all([
    onPage(listAddressees(actor)),
    onPage(listNextSigns(actor)),
    getTranslations("partyDocuments"),
  ]);
  if (branches.length === 0) notFound();
  const chosen = signs.find(({ kind }) => kind === asked);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={chosen ? t("issue.heading", { kind: t(`kinds.${chosen.kind}`) }) : t("issue.title")}
        lead={chosen ? undefined : t("issue.lead")}
        back={
          chosen
            ? { href: "/party-documents/issue", label: t("issue.back") }
            : { href: "/party-documents", label: t("back") }
        }
        actions={
          chosen &&
          !chosen.isGiven && (
            <ButtonLink href={`/party-documents/issue/first-number?kind=${chosen.kind}`}>
              {t("firstNumber.open")}
            </ButtonLink>
          )
        }
      />
      {chosen && textIn(query, "done") === "firstNumber" && (
        <ResultBanner>{t("firstNumber.done", { sign: chosen.sign })}</ResultBanner>
      )}
      {chosen ? (
        <IssueDocumentForm kind={chosen.kind} sign={chosen.sign} branches={branches} today={actor.today} />
      ) : (
        <KindChoice signs={signs} />
      )}
    </div>
  );
}
