import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessList } from "@/components/audit/access-list";
import { ChainCheck } from "@/components/audit/chain-check";
import { EventFilterForm } from "@/components/audit/event-filter-form";
import { EventList } from "@/components/audit/event-list";
import { PageHeader } from "@/components/shared/page-header";
import { Pagination } from "@/components/ui/pagination";
import { NoneFound } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/core/auth/require-actor";
import { parseDay } from "@/lib/core/day";
import { onPage } from "@/lib/core/page";
import { EVENTS_PER_PAGE, listAccesses, listEvents } from "@/lib/features/audit/queries";
import { auditListInput } from "@/lib/features/audit/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  const t = await getTranslations("audit");
  const address = await searchParams;
  const isReading = address.tab === "accesses";
  const tabs = [
    { href: "/audit", label: t("tabs.events") },
    { href: "/audit?tab=accesses", label: t("tabs.accesses") },
  ];
  return (
    <div className="grid gap-4">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Tabs label={t("title")} tabs={tabs} current={isReading ? "/audit?tab=accesses" : "/audit"} />
      {isReading ? (
        <AccessList accesses={await onPage(listAccesses(actor))} />
      ) : (
        <Events address={address} actor={actor} />
      )}
    </div>
  );
}

async function Events({
  address,
  actor,
}: {
  address: Record<string, string>;
  actor: Awaited<ReturnType<typeof requireActor>>;
}) {
  const input = auditListInput.parse(address);
  const dayOrNull = (typed: string) => {
    const parsed = parseDay(typed);
    return parsed.kind === "day" ? parsed.day : null;
  };
  const { q: person, kind, record: recordId } = input;
  const filters = { person, kind, recordId, from: dayOrNull(input.from), to: dayOrNull(input.to) };
  const { events, total, page, can } = await onPage(listEvents(actor, filters, input.page));
  const hrefFor = (to: number) => `/audit?${new URLSearchParams({ ...address, page: String(to) })}`;
  return (
    <>
      <EventFilterForm input={input} />
      {total === 0 ? <NoneFound /> : <EventList events={events} total={total} />}
      <Pagination total={total} page={page} size={EVENTS_PER_PAGE} hrefFor={hrefFor} />
      {can.checkChain && <ChainCheck />}
    </>
  );
}
