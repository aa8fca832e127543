import { day } from "@/lib/core/day";
import type { Interval } from "@/lib/core/day/interval";

/** The days from one on, up to but without the other. */
export function from(startsOn: string, endsOn: string | null = null): Interval {
  return { startsOn: day(startsOn), endsOn: endsOn === null ? null : day(endsOn) };
}
