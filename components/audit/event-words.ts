import { isDay } from "@/lib/core/day";
import { isPartialDay } from "@/lib/core/day/partial-day";
import { formatIn } from "@/lib/core/i18n/format";
import type { Locale } from "@/lib/core/i18n/locale";
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

/** Promises the words of the audit trail in the reader's language. */
export async function getEventWords(): Promise<EventWords> {
  return eventWordsIn((await readPreferences()).locale);
}

/** The words of the audit trail; a word that is missing shows as it is stored, so that nothing is hidden but bare ids. */
export function eventWordsIn(locale: Locale): EventWords {
  const { audit, ruleSets } = messages[locale];
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
    const codes = text.split(", ");
    return codes.every((code) => values.has(code)) ? codes.map((code) => values.get(code)).join(", ") : text;
  };
  const ruleNames = new Map<string, string>(Object.entries(ruleSets.parameters));
  const ruleCodes = new Map<string, string>(Object.entries(ruleSets.values));
  const inField = (name: string, stored: unknown): string => {
    if (typeof stored !== "string") return value(stored);
    if (name === "columns") return columnNames(stored, fields);
    if (name === "parameter") return ruleNames.get(stored) ?? stored;
    return name === "ruleValue" ? codesIn(stored, ruleCodes) : value(stored);
  };
  const changes = (before: unknown, after: unknown) => {
    const [old, now] = [storedFields(before), storedFields(after)];
    const names = [...new Set([...old.keys(), ...now.keys()])];
    const shown = names.filter((name) => {
      const [was, is] = [old.get(name) ?? null, now.get(name) ?? null];
      return was !== is && !isId(was) && !isId(is);
    });
    return shown.map((name) => ({
      name: fields.get(name) ?? name,
      before: old.size === 0 ? null : inField(name, old.get(name)),
      after: inField(name, now.get(name)),
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

function columnNames(stored: string, fields: ReadonlyMap<string, string>): string {
  return stored
    .split(", ")
    .map((column) => fields.get(column) ?? column)
    .join(", ");
}

/* A value of a rule, such as `AT_LEAST 2/3`, with its codes in words. */
function codesIn(stored: string, words: ReadonlyMap<string, string>): string {
  return stored.replaceAll(/[A-Z][A-Z_]+/gu, (code) => words.get(code) ?? code);
}

function isId(stored: unknown): boolean {
  return typeof stored === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(stored);
}

function storedFields(values: unknown): Map<string, unknown> {
  return new Map(typeof values === "object" && values !== null ? Object.entries(values) : []);
}
