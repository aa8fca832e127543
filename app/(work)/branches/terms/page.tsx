import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TermList } from "@/components/organization/term-list";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listBranchTerms } from "@/lib/features/organization/queries/branch-terms";
import { termStandings } from "@/lib/features/organization/schema/branch-terms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization.terms"))("listTitle") };
}

export default async function BranchTermsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const asked = textIn(await searchParams, "standing");
  const rows = await onPage(listBranchTerms(actor, actor.today));
  if (!rows) forbidden();
  const standing = termStandings.find((one) => one === asked) ?? null;
  return (
    <div className="grid grid-cols-1 gap-4">
      <TermList rows={rows} standing={standing} on={actor.today} />
    </div>
  );
}
