import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccessList } from "@/components/audit/access-list";
import { trailHref } from "@/components/audit/audit-address";
import { ChainCheck } from "@/components/audit/chain-check";
import { EventFilterForm } from "@/components/audit/event-filter-form";
import { EventList } from "@/components/audit/event-list";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { NoneFound } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { parseDay } from "@/lib/core/day";
import { onPage } from "@/lib/core/page";
import { reachesRegister } from "@/lib/core/policy-table";
import type { EventFilters } from "@/lib/features/audit/queries/filters";
import { listAccesses } from "@/lib/features/audit/queries/list-accesses";
import { type EventView, listEvents } from "@/lib/features/audit/queries/list-events";
import { type AuditListInput, auditListInput } from "@/lib/features/audit/schema";

const sizes = { "25": 25, "50": 50, "100": 100 } as const;
const sizeNames = { 25: "25", 50: "50", 100: "100", all: "100" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = Object.keys(query).map((name) => [name, textIn(query, name)]);
  const input = auditListInput.parse(Object.fromEntries(asked));
  const t = await getTranslations("audit");
  const size = sizes[input.size];
  const window = { page: input.page, size };
  const events = input.tab === "events" ? await onPage(listEvents(actor, filtersOf(input), window)) : null;
  const reads = input.tab === "accesses" ? await onPage(listAccesses(actor, filtersOf(input), window)) : null;
  const { total, page } = events ?? reads ?? { total: 0, page: 1 };
  const subject = input.record && (nameOf(input.record, events?.events ?? []) ?? input.record);
  const tabs = (["events", "accesses"] as const).map((tab) => ({
    href: trailHref(input, { tab, kind: "", event: null }),
    label: t(`tabs.${tab}`),
  }));
  const restores = reachesRegister(actor, "restore", "read") && (
    <ButtonLink href="/restores">{t("restores")}</ButtonLink>
  );
  return (
    <div className="print-landscape grid gap-4">
      <PageHeader title={t("title")} lead={t("lead")} actions={restores} />
      <Tabs label={t("title")} tabs={tabs} current={trailHref(input, { kind: "", event: null })} />
      <EventFilterForm input={input} subject={subject} />
      {total === 0 && <NoneFound />}
      {events && total > 0 && <EventList events={events.events} total={total} input={input} />}
      {reads && total > 0 && <AccessList accesses={reads.accesses} total={total} />}
      <Pagination
        total={total}
        page={page}
        size={size}
        offered={[25, 50, 100]}
        hrefFor={(to, of) => trailHref(input, { page: to, size: sizeNames[of] })}
      />
      {events?.can.checkChain && <ChainCheck />}
    </div>
  );
}

function nameOf(recordId: string, events: readonly EventView[]): string | null {
  return events.find(({ subject }) => subject.id === recordId)?.subject.name ?? null;
}

function filtersOf({ q, kind, record, event, from, to }: AuditListInput): EventFilters {
  return { person: q, kind, recordId: record, eventId: event, from: dayOrNull(from), to: dayOrNull(to) };
}

function dayOrNull(typed: string) {
  const parsed = parseDay(typed);
  return parsed.kind === "day" ? parsed.day : null;
}
