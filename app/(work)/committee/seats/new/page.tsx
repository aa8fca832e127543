import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GiveSeatForm } from "@/components/committee/committee-forms";
import { PageHeader } from "@/components/shared/page-header";
import { dayIn, type Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { findCommittee, listSeatCandidates } from "@/lib/features/organization/queries/committee";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("committee.form"))("seatTitle") };
}

export default async function GiveSeatPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const { day: on } = dayIn(await searchParams, "on", actor.today);
  const [committee, people, t, { locale }] = await Promise.all([
    onPage(findCommittee(actor, on)),
    onPage(listSeatCandidates(actor, on)),
    getTranslations("committee.form"),
    readPreferences(),
  ]);
  if (!committee?.can.editSeats) notFound();
  const inForce = committee.term ? [committee.term] : [];
  const others = committee.terms.filter((term) => term.id !== committee.term?.id);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("seatTitle")} back={{ href: "/committee", label: t("cancel") }} />
      <GiveSeatForm
        terms={[...inForce, ...others].map((term) => ({ value: term.id, label: term.name }))}
        people={people.map((person) => ({ value: person.id, label: `${person.name} (${person.branchName})` }))}
        startsOn={formatIn(locale).day(on)}
      />
    </div>
  );
}
