import { z } from "zod";
import { PlannedPost } from "@/lib/core/db/generated/enums";
import { choice, count, dayField, id, optionalId, several, text, version } from "@/lib/core/fields";
import { MOST_SENT } from "@/lib/features/training/schema/courses";

const year = () => count(1990, 2199);

export const planPeopleInput = z.strictObject({
  termFrom: year(),
  termTo: year(),
  post: choice(PlannedPost),
  branchId: optionalId(),
  memberId: several(id(), MOST_SENT).refine((ids) => ids.length > 0, { error: "training.errors.nobody" }),
  decisionNumber: text(60),
  decidedOn: dayField(),
});
export type PlanPeopleInput = z.output<typeof planPeopleInput>;

export const endPlanInput = z.strictObject({
  id: id(),
  version: version(),
  removedOn: dayField(),
  removeReason: text(200),
});
export type EndPlanInput = z.output<typeof endPlanInput>;

/** The years of a term that people are planned for. */
export type PlanTerm = { readonly from: number; readonly to: number };

/** The term that an address names as `2030-2035`; null where it names none. */
export function planTerm(typed: string): PlanTerm | null {
  const [, from, to] = /^(\d{4})-(\d{4})$/u.exec(typed) ?? [];
  const term = { from: Number(from), to: Number(to) };
  return term.from >= 1990 && term.to <= 2199 && term.from < term.to ? term : null;
}
