import { getTranslations } from "next-intl/server";
import { type ChangedField, type EventWords, getEventWords } from "@/components/audit/event-words";
import { Table } from "@/components/ui/table";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { FileChange, FileReading, MemberFile } from "@/lib/features/members/queries/get-member-file";

/** Who changed what of a member's records and when, and who read them; nothing folded away, since it is printed. */
export async function FileTrail({ changes, readings }: Pick<MemberFile, "changes" | "readings">) {
  const t = await getTranslations("members.file");
  const format = formatIn((await readPreferences()).locale);
  const words = await getEventWords();
  return (
    <>
      <Table
        caption={t("changes", { count: changes.length })}
        rows={changes}
        rowId={(row) => row.id}
        columns={[
          { id: "what", header: t("what"), card: "title", cell: (row) => words.event(row.type) },
          { id: "who", header: t("who"), cell: (row) => row.actor },
          { id: "at", header: t("at"), cell: (row) => format.moment(row.at) },
          { id: "details", header: t("details"), card: "status", cell: (row) => <Details row={row} words={words} /> },
        ]}
      />
      <Table
        caption={t("readings", { count: readings.length })}
        rows={readings}
        rowId={(row) => row.id}
        columns={[
          { id: "what", header: t("what"), card: "title", cell: (row) => words.event(row.type) },
          { id: "who", header: t("who"), cell: (row) => row.actor },
          { id: "at", header: t("at"), cell: (row) => format.moment(row.at) },
          { id: "details", header: t("details"), card: "status", cell: (row) => takenAway(row, words) },
        ]}
      />
    </>
  );
}

function Details({ row, words }: { row: FileChange; words: EventWords }) {
  const told = words.changes({}, row.params);
  const fields = [...told, ...row.changes.flatMap(({ before, after }) => words.changes(before, after))];
  return (
    <ul>
      {fields.map((field, line) => (
        <li key={`${field.name}${line}`}>{inWords(field)}</li>
      ))}
      {row.reason && <li>{row.reason}</li>}
    </ul>
  );
}

/* What a file that was taken away held; of a page there is nothing to say but who it is of, which stands above. */
function takenAway({ type, params }: FileReading, words: EventWords): string {
  if (!type.endsWith(".exported") && !type.endsWith(".revealed")) return "–";
  const facts = words.changes({}, params);
  return facts.map(({ name, after }) => `${name}: ${after}`).join(" · ");
}

function inWords({ name, before, after }: ChangedField): string {
  return before === null ? `${name}: ${after}` : `${name}: ${before} → ${after}`;
}
