import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommitteeView } from "@/components/committee/committee-view";
import type { InCharge } from "@/components/committee/seat-table";
import { OnDayForm } from "@/components/organization/on-day-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { type AssignmentBoard, listAssignments } from "@/lib/features/assignments/queries/assignments";
import { findCommittee } from "@/lib/features/organization/queries/committee";

const doneWords = ["seatGiven", "seatEnded", "termOpened", "nameRecorded", "succeeded"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("committee"))("title") };
}

export default async function CommitteePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { day: on, unreadable } = dayIn(query, "on", actor.today);
  const [committee, board, t, { locale }] = await Promise.all([
    onPage(findCommittee(actor, on)),
    onPage(listAssignments(actor, on)),
    getTranslations("committee"),
    readPreferences(),
  ]);
  if (!committee) notFound();
  const format = formatIn(locale);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={committee.name?.name ?? ""}
        title={t("title")}
        filter={format.day(on)}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={t("title")}
        lead={committee.name && t("underBody", { name: committee.name.name, superior: committee.name.superiorName })}
        actions={
          committee.can.editSeats &&
          committee.term !== null && (
            <ButtonLink href={addressOf("/committee/seats/new", { on })} tone="primary">
              {t("giveSeat")}
            </ButtonLink>
          )
        }
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <OnDayForm action="/committee" on={on} unreadable={unreadable} />
      <p className="screen-only">
        <Link href={addressOf("/committee/posts", { on: on === actor.today ? null : on })} prefetch={false}>
          {t("posts.link")}
        </Link>
      </p>
      <CommitteeView committee={committee} inCharge={board ? chargesOf(board) : new Map()} />
    </div>
  );
}

function chargesOf(board: AssignmentBoard): Map<string, InCharge> {
  const places = board.branches.flatMap((branch) => branch.places.map((place) => ({ ...place, branch: branch.name })));
  const names = (memberId: string, role: "MAIN" | "SUPPORTING") =>
    places.filter((place) => place.memberId === memberId && place.role === role).map((place) => place.branch);
  const charged = new Set(places.map((place) => place.memberId));
  return new Map([...charged].map((id) => [id, { main: names(id, "MAIN"), supporting: names(id, "SUPPORTING") }]));
}
