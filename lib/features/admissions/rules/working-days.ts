import { addDays, type Day, day, daysBetween } from "@/lib/core/day";

const A_MONDAY = day("2024-01-01");

/** Whether the day is one of Monday to Friday. Public holidays are not known to the product. */
export function isWorkingDay(on: Day): boolean {
  const weekday = ((daysBetween(A_MONDAY, on) % 7) + 7) % 7;
  return weekday < 5;
}

/** The last of that many working days after the day, which itself is not counted. */
export function workingDaysAfter(from: Day, count: number): Day {
  let [on, left] = [from, count];
  while (left > 0) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left -= 1;
  }
  return on;
}
