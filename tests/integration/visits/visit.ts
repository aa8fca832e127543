import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { assignMember } from "@/lib/features/assignments/commands/assign-members";
import {
  acceptDifficulty,
  declineDifficulty,
  reportProgress,
  solveDifficulty,
} from "@/lib/features/visits/commands/difficulty-steps";
import { raiseDifficulty } from "@/lib/features/visits/commands/raise-difficulty";
import { reportVisit } from "@/lib/features/visits/commands/report-visit";
import type { AcceptDifficultyInput, RaiseDifficultyInput, ReportVisitInput } from "@/lib/features/visits/schema";
import { ownerRows, type TestRegister } from "../../support/register";

/** What a report on the first branch is written with. */
export function visitInput(branchId: string, changes: Partial<ReportVisitInput> = {}): ReportVisitInput {
  return {
    ...{ branchId, visitorId: null, visitedOn: day("2022-03-05"), meetingId: null },
    ...{ situation: "Nội bộ đoàn kết; đường vào bản sạt lở.", meetingOpinion: null },
    ...changes,
  };
}

/** Reports on a visit; answers the id. */
export async function reported(by: Actor, branchId: string, changes: Partial<ReportVisitInput> = {}): Promise<string> {
  return (await reportVisit(by, visitInput(branchId, changes))).id;
}

/** Puts the committee member of the register in charge of the second branch too, in support, for a time that is over. */
export function assignOnce({ system, otherBranchId, members }: TestRegister, startsOn: Day, lastDay: Day) {
  return assignMember(system, {
    ...{ branchId: otherBranchId, memberId: members.inCharge, role: "MAIN", startsOn, lastDay },
    ...{ decisionNumber: "03-QĐ/ĐU", decidedOn: startsOn },
  });
}

/** What a difficulty of a branch is raised with. */
export function raiseInput(branchId: string, changes: Partial<RaiseDifficultyInput> = {}): RaiseDifficultyInput {
  return {
    ...{ branchId, visitReportId: null, title: "Đường vào bản sạt lở", raisedOn: day("2022-03-05") },
    ...{ text: "Mưa lớn làm sạt 30 m; xe máy không qua được.", ...changes },
  };
}

/** Raises a difficulty; its version is 1. */
export async function raised(
  by: Actor,
  branchId: string,
  changes: Partial<RaiseDifficultyInput> = {},
): Promise<string> {
  return (await raiseDifficulty(by, raiseInput(branchId, changes))).id;
}

/** A step of that version, on the day after it was raised. */
export const step = (id: string, version: number, takenOn = day("2022-03-06")) => ({
  id,
  version,
  takenOn,
  text: "Đã giao",
});

/** What a difficulty is accepted with: the office owns it until the end of April. */
export function acceptInput(id: string, changes: Partial<AcceptDifficultyInput> = {}): AcceptDifficultyInput {
  return { ...step(id, 1), ownerSeatId: null, deadlineOn: day("2022-04-30"), ...changes };
}

type Hands = { readonly branchId: string; readonly ownerSeatId?: string | null };

/** Raises and accepts a difficulty; its version is 2. */
export async function accepted(by: Actor, { branchId, ownerSeatId = null }: Hands): Promise<string> {
  const id = await raised(by, branchId);
  await acceptDifficulty(by, acceptInput(id, { ownerSeatId }));
  return id;
}

/** A difficulty of which progress has been reported; its version is 3. */
export async function movedOn(by: Actor, hands: Hands): Promise<string> {
  const id = await accepted(by, hands);
  await reportProgress(by, step(id, 2));
  return id;
}

/** A difficulty solved on that day; its version is 3. */
export async function solved(by: Actor, hands: Hands, takenOn: Day = day("2022-04-30")): Promise<string> {
  const id = await accepted(by, hands);
  await solveDifficulty(by, step(id, 2, takenOn));
  return id;
}

/** A difficulty that leadership answered cannot be solved. */
export async function declined({ office, leader }: TestRegister["actors"], branchId: string): Promise<string> {
  const id = await raised(office, branchId);
  await declineDifficulty(leader, step(id, 1));
  return id;
}

/** The seat of the committee that the member holds. */
export async function seatOf(memberId: string): Promise<string> {
  const [seat] = await ownerRows<{ id: string }>(`SELECT id FROM "CommitteeOffice" WHERE "memberId" = $1`, [memberId]);
  if (!seat) throw new Error("holds no seat");
  return seat.id;
}
