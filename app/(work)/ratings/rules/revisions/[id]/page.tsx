import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RevisionScreen } from "@/components/rule-sets/revision-screen";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getRevision } from "@/lib/features/rule-sets/queries/revisions";

type RevisionPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["opened", "edited", "changed", "submitted", "returned", "discarded", "confirmed"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleSets.revision"))("title") };
}

export default async function RevisionPage({ params, searchParams }: RevisionPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [revision, register, t, { locale }] = await Promise.all([
    onPage(getRevision(actor, idIn(id))),
    onPage(getRegister(actor)),
    getTranslations("ruleSets"),
    readPreferences(),
  ]);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <>
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <div className="grid grid-cols-1 gap-4">
        <PageHeader
          title={t("revision.titleOf", { kind: t(`kinds.${revision.kind}`) })}
          lead={revision.document}
          back={{ href: "/ratings/rules", label: t("title") }}
          actions={<PrintButton />}
        />
        {done && <ResultBanner>{t(`revision.done.${done}`)}</ResultBanner>}
        <RevisionScreen revision={revision} />
      </div>
    </>
  );
}
