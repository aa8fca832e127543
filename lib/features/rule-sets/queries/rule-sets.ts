import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, typedForm } from "@/lib/core/day";
import { type Interval, lastDayOf } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import type { RuleKind } from "@/lib/core/db/generated/enums";
import { DomainError } from "@/lib/core/errors";
import { inForce, periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { catalogue } from "@/lib/features/rule-sets/catalogue";
import { canInstallRuleSets, canListRuleSets, canReviseRules } from "@/lib/features/rule-sets/policy";
import { type CitedParameter, citedIn } from "@/lib/features/rule-sets/rules/revisions";
import {
  type CharterParameters,
  charterParameters,
  type InspectionParameters,
  inspectionParameters,
  type MeetingParameters,
  type MembershipParameters,
  meetingParameters,
  membershipParameters,
  type RatingParameters,
  type RetentionParameters,
  ratingParameters,
  retentionParameters,
  type TermParameters,
  termParameters,
} from "@/lib/features/rule-sets/schema";
import {
  type PlanningParameters,
  planningParameters,
  type TrainingParameters,
  trainingParameters,
} from "@/lib/features/rule-sets/schema/cadres";
import { parameterSchemas } from "@/lib/features/rule-sets/schema/parameters";

/** A dated version of a rule as the register holds it. `parameters` is parsed by the schema of its kind. */
export type StoredRuleSet = {
  readonly id: string;
  readonly code: string;
  readonly document: string;
  readonly startsOn: Day;
  readonly parameters: unknown;
};

/** A rule set with its dates and every parameter, for the list. */
export type RuleSetView = {
  readonly id: string;
  readonly kind: RuleKind;
  readonly code: string;
  readonly document: string;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly parameters: readonly CitedParameter[];
};

/** The rule sets of the register, and whether the reader may copy shipped ones that it lacks and write a next version of one. */
export type RuleSetList = {
  readonly sets: readonly RuleSetView[];
  readonly can: { readonly install: boolean; readonly revise: boolean };
};

/** The rule set of that kind in force on that day, or null where the register holds none. Runs in the caller's transaction. */
export async function findRuleSetOn(
  tx: Tx,
  committeeId: string,
  kind: RuleKind,
  on: Day,
): Promise<StoredRuleSet | null> {
  const row = await tx.ruleSet.findFirst({
    where: { AND: [{ committeeId, kind }, inForce(on)] },
    select: { id: true, code: true, document: true, startsOn: true, parameters: true },
  });
  return row && { ...row, startsOn: fromDbDate(row.startsOn) };
}

/** The rules of a rating round, from a stored rule set. Throws where the stored parameters are not of that shape. */
export function getRatingParameters(stored: unknown): RatingParameters {
  return ratingParameters.parse(stored);
}

/** A rule set in force with its parameters read. */
export type RuleInForce<Parameters> = Omit<StoredRuleSet, "parameters"> & { readonly parameters: Parameters };

/** How the Charter is implemented on that day. Refuses a day that no rule set of the register covers (RULE). */
export async function getCharterOn(tx: Tx, committeeId: string, on: Day): Promise<RuleInForce<CharterParameters>> {
  const found = await getRuleSetOn(tx, committeeId, "CHARTER", on);
  return { ...found, parameters: charterParameters.parse(found.parameters) };
}

/** Every version of how the Charter is implemented that the register holds, with its days: for lists that reach over years. */
export async function listCharters(
  tx: Tx,
  committeeId: string,
): Promise<(Interval & { readonly parameters: CharterParameters })[]> {
  const rows = await tx.ruleSet.findMany({
    where: { committeeId, kind: "CHARTER" },
    select: { startsOn: true, endsOn: true, parameters: true },
  });
  return rows.map((row) => ({ ...periodOf(row), parameters: charterParameters.parse(row.parameters) }));
}

/** The rules of member administration on that day. Refuses a day that no rule set of the register covers (RULE). */
export async function getMembershipRulesOn(
  tx: Tx,
  committeeId: string,
  on: Day,
): Promise<RuleInForce<MembershipParameters>> {
  const found = await getRuleSetOn(tx, committeeId, "MEMBERSHIP", on);
  return { ...found, parameters: membershipParameters.parse(found.parameters) };
}

/** How long records are kept, as the rules of that day have it; null where the register holds none. */
export async function findRetentionRulesOn(
  tx: Tx,
  committeeId: string,
  on: Day,
): Promise<RuleInForce<RetentionParameters> | null> {
  const found = await findRuleSetOn(tx, committeeId, "RETENTION", on);
  return found && { ...found, parameters: retentionParameters.parse(found.parameters) };
}

/** How long terms are, from a stored rule set. Throws where the stored parameters are not of that shape. */
export function getTermParameters(stored: unknown): TermParameters {
  return termParameters.parse(stored);
}

/** How long terms are, as the rules of that day have it; null where the register holds none. */
export async function findTermRulesOn(
  tx: Tx,
  committeeId: string,
  on: Day,
): Promise<RuleInForce<TermParameters> | null> {
  const found = await findRuleSetOn(tx, committeeId, "TERM", on);
  return found && { ...found, parameters: termParameters.parse(found.parameters) };
}

/** How meetings are scored, as the rules of that day have it; null where the register holds none. */
export async function findMeetingRulesOn(
  tx: Tx,
  committeeId: string,
  on: Day,
): Promise<RuleInForce<MeetingParameters> | null> {
  const found = await findRuleSetOn(tx, committeeId, "MEETING", on);
  return found && { ...found, parameters: meetingParameters.parse(found.parameters) };
}

/** What posts require, as the rules of that day have it; null where the register holds none. */
export async function findTrainingRulesOn(
  tx: Tx,
  committeeId: string,
  on: Day,
): Promise<RuleInForce<TrainingParameters> | null> {
  const found = await findRuleSetOn(tx, committeeId, "TRAINING", on);
  return found && { ...found, parameters: trainingParameters.parse(found.parameters) };
}

/** How people are planned for posts, as the rules of that day have it; null where the register holds none. */
export async function findPlanningRulesOn(
  tx: Tx,
  committeeId: string,
  on: Day,
): Promise<RuleInForce<PlanningParameters> | null> {
  const found = await findRuleSetOn(tx, committeeId, "PLANNING", on);
  return found && { ...found, parameters: planningParameters.parse(found.parameters) };
}

/** The steps of inspections and supervisions, as the rules of that day have them; null where the register holds none. */
export async function findInspectionRulesOn(
  tx: Tx,
  committeeId: string,
  on: Day,
): Promise<RuleInForce<InspectionParameters> | null> {
  const found = await findRuleSetOn(tx, committeeId, "INSPECTION", on);
  return found && { ...found, parameters: inspectionParameters.parse(found.parameters) };
}

async function getRuleSetOn(tx: Tx, committeeId: string, kind: RuleKind, on: Day): Promise<StoredRuleSet> {
  const found = await findRuleSetOn(tx, committeeId, kind, on);
  if (!found) throw new DomainError("RULE", "ruleSets.errors.noneOn", { on: typedForm(on) });
  return found;
}

/** Every rule set of the register, newest first within a kind; null for who may not read them. */
export function listRuleSets(actor: Actor): Promise<RuleSetList | null> {
  if (!canListRuleSets(actor)) return Promise.resolve(null);
  return readAs(actor, async (tx) => {
    const rows = await tx.ruleSet.findMany({
      where: { committeeId: actor.committeeId },
      orderBy: [{ kind: "asc" }, { startsOn: "desc" }],
      select: viewColumns,
    });
    const sets = rows.map(viewOf);
    const isWhole = catalogue.every((entry) => rows.some((row) => row.code === entry.code));
    return { sets, can: { install: canInstallRuleSets(actor) && !isWhole, revise: canReviseRules(actor) } };
  });
}

/** The rule set of that kind in force on that day with every parameter, or null where the register holds none. */
export async function findRuleSetView(
  tx: Tx,
  committeeId: string,
  { kind, on }: { readonly kind: RuleKind; readonly on: Day },
): Promise<RuleSetView | null> {
  const row = await tx.ruleSet.findFirst({
    where: { AND: [{ committeeId, kind }, inForce(on)] },
    select: viewColumns,
  });
  return row && viewOf(row);
}

const viewColumns = {
  ...{ id: true, kind: true, code: true, document: true, startsOn: true, endsOn: true, parameters: true },
} as const;

type StoredView = Pick<RuleSetView, "id" | "kind" | "code" | "document"> & {
  readonly startsOn: Date;
  readonly endsOn: Date | null;
  readonly parameters: unknown;
};

function viewOf({ parameters, startsOn, endsOn, ...row }: StoredView): RuleSetView {
  const days = periodOf({ startsOn, endsOn });
  const cited = citedIn(parameterSchemas[row.kind].parse(parameters));
  return { ...row, startsOn: days.startsOn, lastDay: lastDayOf(days), parameters: cited };
}
