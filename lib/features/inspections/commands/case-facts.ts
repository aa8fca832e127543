import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditValues } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import type { TeamRole } from "@/lib/core/db/generated/enums";
import { DomainError, requireNoObstacle } from "@/lib/core/errors";
import { inForce, withPeriod } from "@/lib/core/period";
import { plannedMonth, type WrittenCase } from "@/lib/features/inspections/commands/planned-line";
import { findPeople, listSecretaryIds } from "@/lib/features/inspections/queries/find-people";
import { inspectionDatesObstacle, subjectsObstacle, teamObstacle } from "@/lib/features/inspections/rules";
import {
  type FoundPerson,
  partialityObstacle,
  peopleMeant,
  personObstacle,
} from "@/lib/features/inspections/rules/people";
import { joiningObstacle } from "@/lib/features/inspections/rules/team-requests";
import type { CaseInput, PersonRef } from "@/lib/features/inspections/schema";

/** A case whose names have been found and whose parts fit together. */
export type CheckedCase = {
  readonly input: CaseInput;
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly FoundPerson[];
  readonly team: readonly { readonly memberId: string; readonly role: TeamRole; readonly name: string }[];
  /** Of the line that it carries out. */
  readonly plannedFor: string | null;
};

/** Whether a case must name its team (one that is opened) or may come from a paper that does not. */
export type TeamDemand = "TEAM_REQUIRED" | "TEAM_OPTIONAL";

/** Finds everyone the case names and judges it as a whole. Refuses with RULE, each obstacle with its own sentence. */
export async function checkCase(
  context: CommandContext,
  input: CaseInput,
  demand: TeamDemand,
  written: WrittenCase = null,
): Promise<CheckedCase> {
  const { tx, actor, today } = context;
  requireNoObstacle(inspectionDatesObstacle(input, today));
  if (input.topics.length === 0) throw new DomainError("RULE", "inspections.errors.noTopic", {}, "topics");
  const refs = [...input.members, ...input.team, ...(input.head ? [input.head] : [])];
  const found = await findPeople(tx, refs, input.startsOn);
  const meant = (refs: readonly PersonRef[], field: string) =>
    refs.flatMap((ref) => {
      requireNoObstacle(personObstacle(ref, found, field));
      return peopleMeant(ref, found);
    });
  const members = meant(input.members, "members");
  const head = meant(input.head ? [input.head] : [], "head").map((one) => ({ ...one, role: "HEAD" as const }));
  const others = meant(input.team, "team").map((one) => ({ ...one, role: "MEMBER" as const }));
  const team = [...head, ...others].map(({ id, name, role }) => ({ memberId: id, name, role }));

  const { committeeId } = actor;
  const { startsOn, branchIds } = input;
  const branches = await tx.branch.findMany({
    where: { committeeId, id: { in: branchIds } },
    select: { id: true, name: true, startsOn: true, endsOn: true },
  });
  const subjects = [
    ...branchIds.map((branchId) => ({ branchId, memberId: null })),
    ...members.map((one) => ({ branchId: null, memberId: one.id })),
  ];
  const memberships = members.map((one) => ({ memberId: one.id, startsOn, endsOn: null }));
  requireNoObstacle(subjectsObstacle(subjects, { startsOn, branches: branches.map(withPeriod), memberships }));
  const secretaryIds = await listSecretaryIds(tx, committeeId, branchIds, startsOn);
  const hasTeam = demand === "TEAM_REQUIRED" || team.length > 0;
  requireNoObstacle(hasTeam ? teamObstacle(team, subjects, secretaryIds, written?.recusedIds) : null);
  const teamIds = written?.team.map((one) => one.memberId);
  requireNoObstacle(teamIds ? joiningObstacle(team, teamIds) : null);

  const partySecretaries = await tx.committeeOffice.findMany({
    where: { AND: [{ committeeId, kind: "SECRETARY" }, inForce(today)] },
    select: { memberId: true },
  });
  const kept = demand === "TEAM_REQUIRED" ? partySecretaries.map((one) => one.memberId) : [];
  requireNoObstacle(partialityObstacle({ branchIds, memberIds: members.map((one) => one.id) }, actor, kept));
  const plannedFor = await plannedMonth(context, input, written);
  return { input, branches, members, team, plannedFor };
}

/** The columns of the event itself. */
export function caseColumns(input: CaseInput) {
  const { year, mode, body, title, decisionNumber, programmeLineId } = input;
  return {
    ...{ year, mode, body, title, decisionNumber, programmeLineId },
    decidedOn: toDbDate(input.decidedOn),
    startsOn: toDbDate(input.startsOn),
    endsOn: toDbDate(input.lastDay),
    periodFrom: toDbDate(input.periodFrom),
    periodTo: toDbDate(input.periodTo),
  };
}

/** Takes out topics and the subjects that are no longer named; who stays a subject keeps what was found. Answers those. */
export async function clearCaseRows({ tx, actor }: CommandContext, inspectionId: string, of: CheckedCase) {
  const key = { committeeId: actor.committeeId, inspectionId };
  await tx.inspectionTopicRow.deleteMany({ where: key });
  const subjects = await tx.inspectionSubject.findMany({
    where: key,
    select: { id: true, branchId: true, memberId: true },
  });
  const named = new Set([...of.branches, ...of.members].map(({ id }) => id));
  const kept = subjects.filter(({ branchId, memberId }) => named.has(branchId ?? memberId ?? ""));
  await tx.inspectionSubject.deleteMany({ where: { ...key, id: { notIn: kept.map(({ id }) => id) } } });
  return kept.map(({ branchId, memberId }) => branchId ?? memberId ?? "");
}

/** Writes topics and subjects of a case that has none but the subjects `kept`. */
export async function writeCaseRows(
  { tx, actor }: CommandContext,
  inspectionId: string,
  of: CheckedCase,
  kept: readonly string[] = [],
): Promise<void> {
  const key = { committeeId: actor.committeeId, inspectionId };
  await tx.inspectionTopicRow.createMany({ data: [...new Set(of.input.topics)].map((topic) => ({ ...key, topic })) });
  await tx.inspectionSubject.createMany({
    data: [
      ...of.branches.map(({ id: branchId }) => ({ ...key, id: randomUUID(), branchId, memberId: null })),
      ...of.members.map((one) => ({ ...key, id: randomUUID(), branchId: null, memberId: one.id })),
    ].filter(({ branchId, memberId }) => !kept.includes(branchId ?? memberId ?? "")),
  });
}

/** Writes the team named in the decision that opens a case; whoever joins it later is asked for. */
export async function writeTeam({ tx, actor }: CommandContext, inspectionId: string, { team }: CheckedCase) {
  const key = { committeeId: actor.committeeId, inspectionId };
  await tx.inspectionTeamMember.createMany({ data: team.map(({ memberId, role }) => ({ ...key, memberId, role })) });
}

/** Takes out of the team who is no longer named, and says who heads it. Comes last: who leaves the team may leave the case with it. */
export async function narrowTeam({ tx, actor }: CommandContext, inspectionId: string, { team }: CheckedCase) {
  const key = { committeeId: actor.committeeId, inspectionId };
  const of = (role: TeamRole) => team.filter((one) => one.role === role).map(({ memberId }) => memberId);
  for (const role of ["HEAD", "MEMBER"] as const)
    await tx.inspectionTeamMember.updateMany({ where: { ...key, memberId: { in: of(role) } }, data: { role } });
  await tx.inspectionTeamMember.deleteMany({ where: { ...key, memberId: { notIn: team.map((one) => one.memberId) } } });
}

/** The case as its audit event tells it. */
export function caseValues({ input, branches, members, team, plannedFor }: CheckedCase): AuditValues {
  const { topics, branchIds: _ids, members: _refs, head: _head, team: _team, programmeLineId: _line, ...event } = input;
  return {
    ...event,
    plannedFor,
    topics: topics.join(", "),
    branches: branches.map((one) => one.name).join(", "),
    members: members.map((one) => one.name).join(", "),
    team: team.map((one) => one.name).join(", "),
  };
}
