import { type Day, day } from "@/lib/core/day";

/** The day of a commune is the day of this zone, wherever the server stands. */
export const COMMUNE_TIME_ZONE = "Asia/Ho_Chi_Minh";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day it is in that zone at that instant; in Vietnam a new day begins at 17:00 UTC. */
export function todayIn(zone: string, now: Date): Day {
  const parts = formatterOf(zone).formatToParts(now);
  const part = (type: "year" | "month" | "day") => parts.find((one) => one.type === type)?.value ?? "";
  return day(`${part("year")}-${part("month")}-${part("day")}`);
}

/** `todayIn` the commune's zone. */
export function communeToday(now: Date): Day {
  return todayIn(COMMUNE_TIME_ZONE, now);
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formatters.set(zone, made);
  return made;
}
