import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { trailHref } from "@/components/audit/audit-address";
import { type ChangedField, type EventWords, getEventWords } from "@/components/audit/event-words";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { EventView } from "@/lib/features/audit/queries/list-events";
import type { AuditListInput } from "@/lib/features/audit/schema";

const pages: Record<string, string> = {
  member: "/members",
  branch: "/branches",
  account: "/accounts",
  inspection: "/inspections",
  inspectionProgramme: "/inspections/programmes",
};

/* So many changes are told in the line itself; the rest unfolds. */
const TOLD_AT_ONCE = 2;

/* So many unfold in the list; an event that changed hundreds of records is read on its own. */
const UNFOLDED = 12;

type EventListProps = { events: readonly EventView[]; total: number; input: AuditListInput };

/** The events of a page of the trail: what, of whom, by whom, when, and what was before and after. */
export async function EventList({ events, total, input }: EventListProps) {
  const t = await getTranslations("audit");
  const format = formatIn((await readPreferences()).locale);
  const words = await getEventWords();
  return (
    <Table
      caption={t("found", { total })}
      rows={events}
      rowId={(event) => event.id}
      columns={[
        {
          id: "what",
          header: t("columns.what"),
          card: "title",
          cell: (event) => (
            <>
              {words.event(event.type)}
              {event.subject.name && ": "}
              <Subject event={event} />
              <Summary fields={changesOf(event, words)} />
            </>
          ),
        },
        { id: "who", header: t("columns.who"), cell: (event) => event.actorName },
        { id: "at", header: t("columns.at"), cell: (event) => format.exactMoment(event.at) },
        {
          id: "changes",
          header: t("columns.details"),
          card: "status",
          cell: (event) => <Details event={event} words={words} input={input} />,
        },
      ]}
    />
  );
}

function Subject({ event }: { event: EventView }) {
  const { kind, id, name } = event.subject;
  const page = pages[kind];
  if (!page || !id || !name) return name;
  return (
    <span>
      <Link href={`${page}/${id}`} prefetch={false}>
        {name}
      </Link>
    </span>
  );
}

function Summary({ fields }: { fields: readonly ChangedField[] }) {
  const told = fields.slice(0, TOLD_AT_ONCE).map((field) => inWords(field));
  if (told.length === 0) return null;
  return <span className="block text-ink-2 text-small">{told.join("; ")}</span>;
}

type DetailsProps = { event: EventView; words: EventWords; input: AuditListInput };

async function Details({ event, words, input }: DetailsProps) {
  const t = await getTranslations("audit");
  const { place, reason } = event;
  const from = [place?.device, place?.address].filter(Boolean).join(", ");
  const alone = input.event === event.id;
  const fields = changesOf(event, words);
  const shown = alone ? fields : fields.slice(0, UNFOLDED);
  return (
    <Disclosure summary={t("details")} open={alone}>
      <ul className="grid gap-1">
        {shown.map((field, line) => (
          <li key={`${field.name}${line}`}>{inWords(field)}</li>
        ))}
      </ul>
      {shown.length < fields.length && (
        <Link href={trailHref(input, { event: event.id })} prefetch={false} className="flex min-h-11 items-center">
          {t("allChanges", { count: fields.length })}
        </Link>
      )}
      {event.untold > 0 && <p>{t("untold", { count: event.untold })}</p>}
      {reason && <p>{t("reason", { reason })}</p>}
      {from && <p className="text-ink-2 text-small">{t("place", { from })}</p>}
    </Disclosure>
  );
}

/** What the command says of itself, then what changed in each record. */
function changesOf(event: EventView, words: EventWords): ChangedField[] {
  const told = words.changes({}, event.params);
  const changed = event.changes.flatMap((change) => words.changes(change.before, change.after));
  return [...told, ...changed];
}

function inWords({ name, before, after }: ChangedField): string {
  return before === null ? `${name}: ${after}` : `${name}: ${before} → ${after}`;
}
