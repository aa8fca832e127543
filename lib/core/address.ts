import { type Day, parseDay } from "@/lib/core/day";

/** The query of a page as Next hands it over. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** A value of the query; several of one name are joined by commas; empty where it is absent. */
export function textIn(query: Query, name: string): string {
  const value = query[name];
  return Array.isArray(value) ? value.join(",") : (value ?? "");
}

/** A day of the query, as stored or as typed; `unreadable` is what was there instead, and the day is then the fallback. */
export function dayIn(query: Query, name: string, fallback: Day): { day: Day; unreadable: string | null } {
  const typed = textIn(query, name);
  const parsed = parseDay(typed);
  if (parsed.kind === "day") return { day: parsed.day, unreadable: null };
  return { day: fallback, unreadable: parsed.kind === "empty" ? null : typed.slice(0, 40) };
}

/** The path with the values that are not empty, in the order given. */
export function addressOf(path: string, values: Readonly<Record<string, string | number | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
