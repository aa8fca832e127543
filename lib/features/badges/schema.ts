import { z } from "zod";
import { count, dayField, id, optionalText, several, text, version } from "@/lib/core/fields";

const people = () => several(id()).refine((ids) => ids.length > 0, { error: "badges.errors.nobody" });

/** The year of an address; this year where it names none that the product can hold. */
export function badgeYear(typed: string, thisYear: number): number {
  const year = /^\d{4}$/.test(typed) ? Number(typed) : thisYear;
  return year >= 2000 && year <= thisYear + 10 ? year : thisYear;
}

export const proposeBadgesInput = z.strictObject({
  awardOn: dayField(),
  memberId: people(),
  proposalNumber: text(60),
  proposedOn: dayField(),
});
export type ProposeBadgesInput = z.output<typeof proposeBadgesInput>;

export const proposeEarlyBadgeInput = z.strictObject({
  awardOn: dayField(),
  memberId: id(),
  earlyReason: text(200),
  proposalNumber: text(60),
  proposedOn: dayField(),
});
export type ProposeEarlyBadgeInput = z.output<typeof proposeEarlyBadgeInput>;

export const decideBadgesInput = z.strictObject({
  badgeId: people(),
  decisionNumber: text(60),
  decidedOn: dayField(),
});
export type DecideBadgesInput = z.output<typeof decideBadgesInput>;

export const recordBadgeInput = z.strictObject({
  memberId: id(),
  years: count(1, 120),
  awardOn: dayField(),
  decisionNumber: text(60),
  decidedOn: dayField(),
  badgeNumber: optionalText(30),
});
export type RecordBadgeInput = z.output<typeof recordBadgeInput>;

export const withdrawBadgeInput = z.strictObject({ id: id(), version: version(), withdrawReason: text(200) });
export type WithdrawBadgeInput = z.output<typeof withdrawBadgeInput>;
