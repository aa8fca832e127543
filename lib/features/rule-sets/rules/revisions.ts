import { type Day, typedForm } from "@/lib/core/day";
import type { Interval } from "@/lib/core/day/interval";
import type { RuleRevisionState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { Certainty } from "@/lib/features/rule-sets/schema";

/** One parameter of a rule set as a screen cites it. */
export type CitedParameter = {
  readonly name: string;
  readonly value: unknown;
  readonly citation: string | null;
  readonly certainty: Certainty;
};

/** Every parameter with its source; groups such as memberCap are opened, so that each value stands beside its own. */
export function citedIn(group: object, prefix = ""): CitedParameter[] {
  return Object.entries(group).flatMap(([key, found]): CitedParameter[] => {
    const name = prefix ? `${prefix}_${key}` : key;
    if (found === null) return [];
    return "certainty" in found ? [{ name, ...found }] : citedIn(found, name);
  });
}

/** The parameters with one of them changed. */
export function withParameter(group: object, { name, ...changed }: CitedParameter): Record<string, unknown> {
  const [first = "", ...rest] = name.split("_");
  const inside: unknown = Object.entries(group).find(([key]) => key === first)?.[1];
  const isGroup = rest.length > 0 && typeof inside === "object" && inside !== null;
  return { ...group, [first]: isGroup ? withParameter(inside, { name: rest.join("_"), ...changed }) : changed };
}

/** A parameter that a next version has otherwise than the one it follows. */
export type ParameterChange = { readonly before: CitedParameter; readonly after: CitedParameter };

/** Every parameter before and after, in the order of the version followed. */
export function parametersOf(before: object, after: object): ParameterChange[] {
  const then = new Map(citedIn(after).map((one) => [one.name, one]));
  return citedIn(before).flatMap((one) => {
    const changed = then.get(one.name);
    return changed ? [{ before: one, after: changed }] : [];
  });
}

/** Whether the two differ, be it in the source alone; both as their schema reads them. */
export function isChanged({ before, after }: ParameterChange): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

/** A value in one line as the audit keeps it, its codes as they are stored: `20/100`, `AT_LEAST 2/3`, `COMMON 30, TASK_RESULTS 70`. */
export function valueText(value: unknown): string | number | boolean {
  if (typeof value === "boolean" || typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  const parts = Object.values(value).map(valueText);
  const codes = parts.filter((part) => typeof part === "string");
  const numbers = parts.filter((part) => typeof part === "number").join("/");
  return [...codes, numbers].filter((part) => part !== "").join(" ");
}

/** Why a next version cannot begin then: its first day is after the first day of the one it follows, and before its end. */
export function startObstacle(startsOn: Day, followed: Interval): Obstacle | null {
  const { startsOn: first, endsOn } = followed;
  const params = { first: typedForm(first), end: endsOn === null ? "" : typedForm(endsOn) };
  if (startsOn <= first) return { reason: "ruleSets.errors.startsTooEarly", params, field: "startsOn" };
  if (endsOn !== null && startsOn >= endsOn) {
    return { reason: "ruleSets.errors.startsTooLate", params, field: "startsOn" };
  }
  return null;
}

/** What of a value cannot be: floors that do not fall from level to level, a share of more than all of it. */
export function valueObstacle(name: string, value: unknown): Obstacle | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const numbers = Object.entries(value).flatMap(([part, of]): [string, number][] =>
    typeof of === "number" ? [[part, of]] : [],
  );
  if (/floors$/iu.test(name)) {
    const rising = numbers.find(([, floor], place) => place > 0 && floor >= (numbers[place - 1]?.[1] ?? 0));
    return rising ? { reason: "ruleSets.errors.floorsFall", field: `value-${rising[0]}` } : null;
  }
  const parts = new Map(numbers);
  const isShare = name !== "sizeFrom" && name !== "sizeTo";
  const [above, below] = [parts.get("numerator"), parts.get("denominator")];
  if (isShare && above !== undefined && below !== undefined && above > below) {
    return { reason: "ruleSets.errors.moreThanAll", field: "value-numerator" };
  }
  return null;
}

/** Why the office cannot change or submit it. */
export function draftObstacle(state: RuleRevisionState): Obstacle | null {
  return state === "DRAFT" ? null : { reason: "ruleSets.errors.notDraft" };
}

/** Why it cannot be confirmed by that account: not submitted, or submitted by the same person. */
export function confirmationObstacle(
  { state, submittedById }: { readonly state: RuleRevisionState; readonly submittedById: string | null },
  accountId: string | null,
): Obstacle | null {
  if (state !== "SUBMITTED") return { reason: "ruleSets.errors.notSubmitted" };
  return submittedById === accountId ? { reason: "ruleSets.errors.submitterConfirms" } : null;
}

/** The name of the next version of a rule set: `rating-2025`, then `rating-2025.2`; never one that is taken. */
export function nextCode(code: string, taken: readonly string[]): string {
  const stem = code.replace(/\.\d+$/u, "");
  const numbers = taken.flatMap((one) => (one.startsWith(`${stem}.`) ? [Number(one.slice(stem.length + 1))] : []));
  return `${stem}.${Math.max(1, ...numbers.filter(Number.isInteger)) + 1}`;
}
