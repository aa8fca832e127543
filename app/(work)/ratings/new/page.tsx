import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoundForm } from "@/components/ratings/round-form";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { yearOf } from "@/lib/core/day";
import { onPage } from "@/lib/core/page";
import { findUsualDecision } from "@/lib/features/ratings/queries/get-deadlines";
import { listRounds } from "@/lib/features/ratings/queries/list-rounds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ratings.form"))("roundTitle") };
}

export default async function NewRoundPage() {
  const actor = await requireActor();
  const year = yearOf(actor.today);
  const [list, usual, t] = await Promise.all([
    onPage(listRounds(actor)),
    onPage(findUsualDecision(actor, year)),
    getTranslations("ratings"),
  ]);
  if (!list?.can.open) notFound();
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("form.roundTitle")}
        lead={t("form.roundLead")}
        back={{ href: "/ratings", label: t("actions.years") }}
      />
      <RoundForm year={year} usual={usual} />
    </div>
  );
}
