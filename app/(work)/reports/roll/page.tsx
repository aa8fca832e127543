import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getEventWords } from "@/components/audit/event-words";
import { ClosedRollCard, CloseForm } from "@/components/reports/closed-roll";
import { PeriodForm } from "@/components/reports/period-form";
import { RollNames } from "@/components/reports/roll-names";
import { RollTable } from "@/components/reports/roll-table";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { yearOf } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getRiseAndFall, type RiseAndFall } from "@/lib/features/reports/queries/get-rise-and-fall";
import { type RollInput, rollInput } from "@/lib/features/reports/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("roll.title") };
}

export default async function RollPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const names = ["from", "to", "column", "branch"];
  const input = rollInput(Object.fromEntries(names.map((name) => [name, textIn(query, name)])), actor.today);
  const [view, register, t, words, events, { locale }] = await Promise.all([
    onPage(getRiseAndFall(actor, input)),
    onPage(getRegister(actor)),
    getTranslations("reports.roll"),
    getTranslations("reports"),
    getEventWords(),
    readPreferences(),
  ]);
  const format = formatIn(locale);
  const title = t("titleOf", { from: format.day(input.from), to: format.day(input.to) });
  const chosen = chosenIn(view, input, t("total"));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={title}
        printedAt={format.moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={title}
        lead={t("lead")}
        actions={
          <>
            <PrintButton />
            {view.can.seeRetention && <ButtonLink href="/reports/retention">{words("retention.open")}</ButtonLink>}
          </>
        }
      />
      <PeriodForm from={input.from} to={input.to} year={yearOf(input.from)} />
      {textIn(query, "done") === "closed" && view.closing && <ResultBanner>{words("done.closed")}</ResultBanner>}
      <RollTable view={view} input={input} />
      {chosen && <RollNames {...chosen} />}
      {view.closing && (
        <ClosedRollCard closing={view.closing} branches={view.branches} stays={view.stays} eventWords={events.event} />
      )}
      {view.can.close && <CloseForm from={input.from} to={input.to} />}
    </div>
  );
}

function chosenIn(view: RiseAndFall, { column, branch }: RollInput, total: string) {
  if (column === null) return null;
  const line = branch === null ? view.total : view.branches.find(({ id }) => id === branch)?.line;
  if (!line) return null;
  const nameOf = new Map(view.branches.map(({ id, name }) => [id, name]));
  const people = line[column].map((entry) => ({
    ...entry,
    branch: nameOf.get(entry.branchId) ?? "",
    stay: view.stays.get(entry.stayId) ?? null,
  }));
  return { column, branch: branch === null ? total : (nameOf.get(branch) ?? ""), people };
}
