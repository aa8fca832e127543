import { z } from "zod";
import { count, parameter, threshold } from "@/lib/features/rule-sets/schema";

const memberForms = parameter(z.array(z.enum(["REPRIMAND", "WARNING", "DISMISSAL", "EXPULSION"])).max(4));
const organizationForms = parameter(z.array(z.enum(["REPRIMAND", "WARNING", "DISSOLUTION"])).max(3));

/**
 * Discipline: the forms each subject may receive and those a branch decides on its members; the vote a branch and every other body
 * needs, of its whole body; months after which a breach lapses by the form it is decided with, and the kinds that never lapse; months
 * a decision stays in effect, whether an open complaint holds that up, and how many days a complaint may take.
 */
export const disciplineParameters = z.strictObject({
  officialForms: memberForms,
  probationaryForms: memberForms,
  organizationForms,
  branchForms: memberForms,
  branchDisciplineVote: parameter(threshold),
  bodyDisciplineVote: parameter(threshold),
  organizationLimitationMonths: parameter(z.strictObject({ reprimand: count, warning: count })),
  memberLimitationMonths: parameter(z.strictObject({ reprimand: count, warning: count, dismissal: count })),
  falseDiplomaNeverLapses: parameter(z.boolean()),
  internalPoliticsNeverLapses: parameter(z.boolean()),
  effectMonths: parameter(count),
  complaintHoldsEffect: parameter(z.boolean()),
  complaintDays: parameter(count),
});
export type DisciplineParameters = z.infer<typeof disciplineParameters>;
