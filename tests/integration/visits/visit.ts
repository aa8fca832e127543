import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { assignMember } from "@/lib/features/assignments/commands/assign-members";
import { reportVisit } from "@/lib/features/visits/commands/report-visit";
import type { ReportVisitInput } from "@/lib/features/visits/schema";
import type { TestRegister } from "../../support/register";

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
