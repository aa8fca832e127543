import { isDay } from "@/lib/core/day";
import { isPartialDay } from "@/lib/core/day/partial-day";
import { formatIn } from "@/lib/core/i18n/format";
import { messages } from "@/lib/core/i18n/namespaces";
import { readPreferences } from "@/lib/core/i18n/read-preferences";

/** One value that changed, in words; `before` is null where there was no record before. */
export type ChangedField = { name: string; before: string | null; after: string };

/** How the trail says things: events, values and changes in the reader's language. */
export type EventWords = {
  event: (type: string) => string;
  value: (value: unknown) => string;
  changes: (before: unknown, after: unknown) => ChangedField[];
};

/** Promises the words of the audit trail; a word that is missing shows as it is stored, so that nothing is hidden. */
export async function getEventWords(): Promise<EventWords> {
  const { locale } = await readPreferences();
  const { audit } = messages[locale];
  const format = formatIn(locale);
  const values = new Map<string, string>(Object.entries(audit.values));
  const fields = new Map<string, string>(Object.entries(audit.fields));
  const events = eventWords(audit.events);

  const value = (stored: unknown): string => {
    if (stored === null || stored === undefined || stored === "") return audit.nothing;
    if (typeof stored === "boolean") return stored ? audit.yes : audit.no;
    const text = typeof stored === "string" || typeof stored === "number" ? String(stored) : JSON.stringify(stored);
    if (isDay(text)) return format.day(text);
    if (/^\d{4}-\d{2}$/.test(text) && isPartialDay(text)) return format.partialDay(text);
    if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return format.exactMoment(new Date(text));
    return values.get(text) ?? text;
  };
  const changes = (before: unknown, after: unknown) => {
    const [old, now] = [storedFields(before), storedFields(after)];
    const names = [...new Set([...old.keys(), ...now.keys()])];
    const shown = names.filter((name) => (old.get(name) ?? null) !== (now.get(name) ?? null));
    return shown.map((name) => ({
      name: fields.get(name) ?? name,
      before: old.size === 0 ? null : value(old.get(name)),
      after: value(now.get(name)),
    }));
  };
  return { event: (type) => events.get(type) ?? type, value, changes };
}

function eventWords(byNoun: Record<string, Record<string, string>>): Map<string, string> {
  const nouns = Object.entries(byNoun);
  return new Map(
    nouns.flatMap(([noun, verbs]) => Object.entries(verbs).map(([verb, word]) => [`${noun}.${verb}`, word])),
  );
}

function storedFields(values: unknown): Map<string, unknown> {
  return new Map(typeof values === "object" && values !== null ? Object.entries(values) : []);
}
