import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { listEvents } from "@/lib/features/audit/queries/list-events";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { addMember } from "@/lib/features/members/commands/add-member";
import { startStatus } from "@/lib/features/members/commands/start-status";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { proposeBranchRating, proposeRating } from "@/lib/features/ratings/commands/propose-ratings";
import { recordCommitteeRating } from "@/lib/features/ratings/commands/record-decisions";
import { setRatingDeadlines } from "@/lib/features/ratings/commands/set-rating-deadlines";
import { NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";
import { closeRoll } from "@/lib/features/reports/commands/close-roll";
import { memberInput } from "../../support/member-input";
import { departure, transfer, transferInput } from "../../support/movements";
import { ownerRows, signInAs } from "../../support/register";
import { caseInput, concludedInput } from "../inspections/case";
import { confirm, openRatedRegister, paper, type RatedRegister, record } from "../ratings/round";
import { addAnnouncements } from "./announcements";
import { addBodyMeetings } from "./body-meetings";
import { addDisciplines } from "./disciplines";
import { addRecusals, addTeamRequests } from "./inspection-duties";
import { addProgrammes } from "./inspection-programmes";
import { addProgress } from "./inspection-progress";
import { addLifeCycles } from "./life-cycles";
import { addMeetings } from "./meetings";
import { addRatingOpinions } from "./rating-opinions";
import { addReorganizations } from "./reorganizations";
import { addRestores } from "./restores";
import { addSelfReviews } from "./self-reviews";
import { addTasks } from "./tasks";
import { addTraining } from "./training";
import { addVisits } from "./visits";
import { addAssignmentPlans } from "./world-assignment-plans";
import { addBulkEdits } from "./world-bulk-edits";
import { addImports } from "./world-imports";
import { addMemberMerges } from "./world-member-merges";
import { addTheRest } from "./world-rest";
import { addRuleRevisions } from "./world-rule-revisions";
import { addTemplates } from "./world-templates";

/** A register in which every right of the policy table has something to reach and something to stop at. */
export async function openWorld() {
  const register = await openRatedRegister();
  const people = await addPeople(register);
  await addRatings(register, people);
  const team = await signInAs(register.committeeId, "Tổ viên", { memberId: people.teamMember });
  const officeOnTeam = await signInAs(register.committeeId, "Văn phòng trong tổ", {
    role: "OFFICE",
    memberId: people.officeOnTeam,
  });
  const openCase = await addCases(register, people);
  await addLifeCycles(register, people);
  await addTheRest(register, people);
  await addReorganizations(register);
  await addMeetings(register);
  await addBodyMeetings(register, people.memberOnce);
  await addVisits(register);
  await addProgrammes(register);
  await addProgress(register);
  await addTasks(register);
  await addSelfReviews(register);
  await addRatingOpinions(register);
  await addDisciplines(register, people);
  await addAnnouncements(register);
  await addRestores(register);
  await addAssignmentPlans(register);
  await addRuleRevisions(register);
  await addTraining(register);
  await addTemplates(register);
  await addBulkEdits(register, people.movedAway);
  const imports = { ...(await addImports(register)), ...(await addMemberMerges(register)) };
  const { committeeId, members, system } = register;
  await addClosing(register);
  const { second: _second, ...actors } = register.actors;
  const signIn = (name: string, given: Parameters<typeof signInAs>[2]) => signInAs(committeeId, name, given);
  await signIn("Quản trị khác", { role: "ADMIN" });
  await signIn("Người chuyển đi", { memberId: people.movedAway });
  const everyone = {
    ...actors,
    system,
    teamMember: team,
    officeOnTeam,
    otherInspector: await signIn("Kiểm tra viên khác", { role: "INSPECTOR" }),
    partySecretary: await signIn("Bí thư đảng ủy", { memberId: people.partySecretary }),
    inspectionHead: await signIn("Trưởng ban kiểm tra", { memberId: people.inspectionHead }),
    leaderUnderCase: await signIn("Lãnh đạo là đối tượng", { role: "LEADER", memberId: people.underCase }),
    concludedSubject: await signIn("Hà Thị Ẩm", { memberId: members.woman }),
    memberOnce: await signIn("Cấp ủy viên cũ", { memberId: people.memberOnce }),
    nobody: await signIn("Không quyền", {}),
  };
  const { teamMember, partySecretary, inspectionHead } = everyone;
  await addRecusals({ openCase, committeeId, teamMember, officeOnTeam, partySecretary, inspectionHead });
  await addTeamRequests({ openCase, members, inspector: actors.inspector, partySecretary, inspectionHead });
  for (const actor of [actors.leader, actors.office, actors.secretary])
    await listEvents(
      actor,
      { person: "", kind: "", recordId: null, eventId: null, from: null, to: null },
      { page: 1, size: 50 },
    );
  return { ...register, people, openCase, imports, actors: await entered(everyone) };
}

/* The last to be added, since everything after it in a closed year needs a reason. */
async function addClosing({ committeeId, actors }: RatedRegister): Promise<void> {
  await closeRoll(actors.office, { from: day("2022-01-01"), to: day("2022-12-31") });
  await ownerRows(
    `INSERT INTO "RollCorrection" ("committeeId", id, position, "closingId", "actorName", event, reason, "branchId", "column",
       "change", "memberId", "fullName", "stayId")
     SELECT "committeeId", gen_random_uuid(), 0, "closingId", 'Thử', 'member.added', 'thử', "branchId", "column", -1, "memberId",
       'Thử', "stayId" FROM "RollClosingEntry" WHERE "committeeId" = $1`,
    [committeeId],
  );
}

/** The same people as the database sees them now, after everything has been entered. */
async function entered<Name extends string>(actors: Record<Name, Actor>): Promise<[Name, Actor][]> {
  const found: [Name, Actor][] = [];
  for (const name in actors)
    found.push([name, await inContext(actors[name].sessionToken, async (_tx, actor) => actor)]);
  return found;
}

async function addPeople(register: RatedRegister) {
  const { system, branchId, otherBranchId, termId } = register;
  const add = async (name: string, branch: string) => (await addMember(system, memberInput(name, branch))).id;
  const people = {
    movedAway: await add("Lường Văn Chuyển", branchId),
    arrived: await add("Quàng Thị Đến", otherBranchId),
    departed: await add("Cầm Văn Đi", branchId),
    partySecretary: await add("Tòng Văn Bí", otherBranchId),
    inspectionHead: await add("Bạc Thị Trưởng", otherBranchId),
    teamMember: await add("Lò Thị Tổ", otherBranchId),
    officeOnTeam: await add("Hoàng Văn Phòng", otherBranchId),
    underCase: await add("Lèo Văn Xét", otherBranchId),
    memberOnce: await add("Cà Văn Ủy", otherBranchId),
  };
  const seat = { termId, startsOn: day("2020-06-01"), lastDay: null, decisionNumber: null };
  await giveCommitteeSeat(system, { ...seat, memberId: people.partySecretary, kind: "SECRETARY" });
  await giveCommitteeSeat(system, { ...seat, memberId: people.inspectionHead, kind: "INSPECTION_HEAD" });
  const status = { lastDay: null, reason: null, decisionNumber: null, kind: "SUSPENDED" } as const;
  await startStatus(system, {
    ...status,
    memberId: people.arrived,
    startsOn: day("2020-01-01"),
    lastDay: day("2020-12-31"),
  });
  const { office: proposer, leader: accepter } = register.actors;
  const move = (memberId: string, toBranchId: string) =>
    transfer({ proposer, accepter }, transferInput(memberId, { toBranchId, effectiveOn: day("2023-01-01") }));
  await move(people.movedAway, otherBranchId);
  await move(people.arrived, branchId);
  await startStatus(system, { ...status, memberId: people.movedAway, startsOn: day("2024-01-01") });
  await startStatus(system, { ...status, memberId: register.members.inCharge, startsOn: day("2025-01-01") });
  await startStatus(system, {
    ...status,
    memberId: people.departed,
    startsOn: day("2019-01-01"),
    lastDay: day("2019-06-30"),
  });
  await transfer({ proposer, accepter }, departure(people.departed, day("2023-07-01")));
  return people;
}

type People = Awaited<ReturnType<typeof addPeople>>;

async function addRatings(register: RatedRegister, people: People): Promise<void> {
  const { roundId, branchId, otherBranchId, members, actors } = register;
  const deadlines = { ...NO_DEADLINES, decisionDueOn: day("2022-12-31") };
  await setRatingDeadlines(actors.office, { roundId, version: null, reason: null, deadlines });
  const unvoted = { roundId, version: null, votedOn: null, vote: null, level: "GOOD" as const };
  const ofMember = async (memberId: string) => (await proposeRating(actors.office, { ...unvoted, memberId })).id;
  const decide = async (ids: readonly string[]) => {
    await record(
      actors.office,
      register,
      ids.map((ratingId) => ({ ratingId, version: 1, level: "GOOD" })),
    );
    await confirm(actors.leader, register, ids);
  };
  await ofMember(members.secretary);
  await ofMember(members.otherSecretary);
  await ofMember(members.deputy);
  const recorded = await ofMember(people.teamMember);
  await record(actors.office, register, [{ ratingId: recorded, version: 1, level: "GOOD" }]);
  const recordedAtFirst = await ofMember(people.departed);
  await record(actors.leader, register, [{ ratingId: recordedAtFirst, version: 1, level: "GOOD" }]);
  await decide([await ofMember(members.woman), await ofMember(people.movedAway), await ofMember(members.other)]);
  const ofBranch = async (id: string) => (await proposeBranchRating(actors.office, { ...unvoted, branchId: id })).id;
  await decide([await ofBranch(branchId)]);
  await ofBranch(otherBranchId);
  const committee = await recordCommitteeRating(actors.office, { roundId, version: null, level: "GOOD", ...paper });
  await confirm(actors.leader, register, [committee.id], 1);
}

/** Concluded: on both branches and a member of the first; on a member of the second. Open: one of the inspector's. */
async function addCases(register: RatedRegister, people: People): Promise<string> {
  const { actors, branchId, otherBranchId, members } = register;
  const { office, inspector } = actors;
  const both = { branchIds: [branchId, otherBranchId], members: [{ memberId: members.woman }] };
  await recordConcludedInspection(office, concludedInput({ ...both, head: { memberId: members.deputy } }));
  await recordConcludedInspection(inspector, concludedInput({ members: [{ memberId: people.movedAway }] }));
  const team = {
    head: { memberId: people.teamMember },
    team: [{ memberId: people.officeOnTeam }],
  };
  const { id } = await openInspection(
    inspector,
    caseInput({ branchIds: [branchId], members: [{ memberId: people.underCase }], ...team }),
  );
  const other = await signInAs(register.committeeId, "Người mở vụ khác", { role: "INSPECTOR" });
  await openInspection(other, caseInput({ members: [{ memberId: members.other }], ...team }));
  return id;
}
