import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AssignmentBoardView } from "@/components/assignments/assignment-board-view";
import { OnDayForm } from "@/components/organization/on-day-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listAssignments } from "@/lib/features/assignments/queries/assignments";
import { getRegister } from "@/lib/features/organization/queries/register";

const doneWords = ["assigned", "changed", "corrected", "ended"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assignments"))("title") };
}

export default async function AssignmentsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { day: on, unreadable } = dayIn(query, "on", actor.today);
  const [board, register, t, { locale }] = await Promise.all([
    onPage(listAssignments(actor, on)),
    onPage(getRegister(actor, on)),
    getTranslations("assignments"),
    readPreferences(),
  ]);
  if (!board) notFound();
  const format = formatIn(locale);
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="print-landscape grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={t("title")}
        filter={t("asOf", { day: format.day(on) })}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {board.can.assign && (
              <ButtonLink href={addressOf("/assignments/new", { on })} tone="primary">
                {t("give")}
              </ButtonLink>
            )}
            {board.can.readPlans && <ButtonLink href="/assignments/plans">{t("plans")}</ButtonLink>}
            <PrintButton />
          </>
        }
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <OnDayForm action="/assignments" on={on} unreadable={unreadable} />
      <AssignmentBoardView board={board} />
    </div>
  );
}
