import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MoveTermEndForm } from "@/components/organization/branch-term-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { typedForm } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getBranchTerm } from "@/lib/features/organization/queries/branch-terms";

type MoveTermEndPageProps = { params: Promise<{ id: string; term: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("terms.moveEnd") };
}

export default async function MoveTermEndPage({ params }: MoveTermEndPageProps) {
  const actor = await requireActor();
  const { id, term: termId } = await params;
  const [term, t, { locale }] = await Promise.all([
    onPage(getBranchTerm(actor, idIn(id), idIn(termId))),
    getTranslations("organization"),
    readPreferences(),
  ]);
  const { number, branchName, lastDay } = term;
  return (
    <>
      <PageHeader
        title={t("terms.moveTitle", { number, branch: branchName })}
        lead={t("terms.moveLead", { period: formatIn(locale).period(term.startsOn, lastDay) })}
        back={{ href: `/branches/${id}?tab=officers`, label: t("tabs.officers") }}
      />
      <MoveTermEndForm branchId={id} id={term.id} version={term.version} lastDay={lastDay ? typedForm(lastDay) : ""} />
    </>
  );
}
