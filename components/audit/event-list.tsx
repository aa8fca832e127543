import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type EventWords, getEventWords } from "@/components/audit/event-words";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { EventView } from "@/lib/features/audit/queries";

const pages: Record<string, string> = {
  member: "/members",
  branch: "/branches",
  account: "/accounts",
  inspection: "/inspections",
};

/** The events of a page of the trail: when, who, what, and what was before and after. */
export async function EventList({ events, total }: { events: readonly EventView[]; total: number }) {
  const t = await getTranslations("audit");
  const format = formatIn((await readPreferences()).locale);
  const words = await getEventWords();
  return (
    <Table
      caption={t("found", { total })}
      rows={events}
      rowId={(event) => event.id}
      columns={[
        { id: "what", header: t("columns.what"), card: "title", cell: (event) => words.event(event.type) },
        { id: "subject", header: t("columns.subject"), cell: (event) => <Subject event={event} /> },
        { id: "who", header: t("columns.who"), cell: (event) => event.actorName },
        { id: "at", header: t("columns.at"), card: "wide", cell: (event) => format.exactMoment(event.at) },
        {
          id: "changes",
          header: t("columns.changes"),
          card: "wide",
          cell: (event) => <Changes event={event} words={words} />,
        },
      ]}
    />
  );
}

function Subject({ event }: { event: EventView }) {
  const { kind, id, name } = event.subject;
  const page = pages[kind];
  if (!page || !id) return name;
  return <Link href={`${page}/${id}`}>{name ?? id}</Link>;
}

async function Changes({ event, words }: { event: EventView; words: EventWords }) {
  const t = await getTranslations("audit");
  const params = Object.entries(typeof event.params === "object" && event.params !== null ? event.params : {});
  const told = words.changes({}, Object.fromEntries(params));
  if (event.changes.length === 0 && told.length === 0) return null;
  return (
    <Disclosure summary={t("details")}>
      <ul className="grid gap-1">
        {told.map((field) => (
          <li key={field.name}>
            {field.name}: {field.after}
          </li>
        ))}
        {event.changes.map((change) => (
          <li key={`${change.record}${change.recordId}`}>
            <FieldList fields={words.changes(change.before, change.after)} isNew={change.before === null} />
          </li>
        ))}
      </ul>
      {event.reason && <p>{t("reason", { reason: event.reason })}</p>}
    </Disclosure>
  );
}

function FieldList({ fields, isNew }: { fields: ReturnType<EventWords["changes"]>; isNew: boolean }) {
  return (
    <ul className="border-line border-l-4 pl-3">
      {fields.map((field) => (
        <li key={field.name}>
          <span className="text-ink-2">{field.name}:</span> {!isNew && <>{field.before} → </>}
          {field.after}
        </li>
      ))}
    </ul>
  );
}
