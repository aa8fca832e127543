import { communeToday } from "@/lib/core/clock";
import { addDays, addMonths, type Day, day, typedForm } from "@/lib/core/day";

const today = communeToday(new Date());
const monthOn = day(`${today.slice(0, 8)}01`);

/** So many days from today, as it is typed. */
export function dayAhead(days: number): string {
  return typedForm(addDays(today, days));
}

/** Today, as it is typed. */
export const TODAY = dayAhead(0);

/** A month so many before this one: how it is typed, its number as tables head it, and its days as they are typed and stored. */
export function monthBack(months: number) {
  const first = addMonths(monthOn, -months);
  const on = (date: number): Day => addDays(first, date - 1);
  return { typed: typedForm(first).slice(3), year: first.slice(0, 4), head: first.slice(5, 7), first, on };
}
