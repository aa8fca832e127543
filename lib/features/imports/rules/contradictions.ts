import { type Day, day, type PartialDay } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import type { RegisterValues } from "@/lib/features/imports/rules/differences";
import type { Remark } from "@/lib/features/imports/rules/entry";
import type { Repair } from "@/lib/features/imports/rules/read-cell";
import { memberDatesObstacle } from "@/lib/features/members/rules";

/** Why these values cannot all be true, by the rules of the members; null where they can or where dates are missing. */
export function contradictionOf(values: RegisterValues, today: Day): Remark<Repair> | null {
  const { birthOn, admittedOn } = values;
  if (!birthOn || !admittedOn) return null;
  const obstacle = memberDatesObstacle(
    {
      birthOn: partialDay(birthOn),
      youthUnionOn: partialOrNull(values.youthUnionOn),
      admittedOn: day(admittedOn),
      ceremonyOn: dayOrNull(values.ceremonyOn),
      officialOn: dayOrNull(values.officialOn),
      officialDecidedOn: dayOrNull(values.officialDecidedOn),
      cardIssuedOn: dayOrNull(values.cardIssuedOn),
    },
    today,
  );
  return obstacle && { kind: "datesContradict", field: "birthOn", column: null, detail: obstacle.reason };
}

function dayOrNull(text: string | null | undefined): Day | null {
  return text ? day(text) : null;
}

function partialOrNull(text: string | null | undefined): PartialDay | null {
  return text ? partialDay(text) : null;
}
