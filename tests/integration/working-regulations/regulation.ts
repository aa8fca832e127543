import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { recordRegulation } from "@/lib/features/working-regulations/commands/record-regulation";
import type { RecordRegulationInput } from "@/lib/features/working-regulations/schema";

/** What the first version of a branch is entered with. */
export function regulationInput(branchId: string, changes: Partial<RecordRegulationInput> = {}): RecordRegulationInput {
  return {
    ...{ branchId, adoptedOn: day("2022-03-05"), meetingId: null, startsOn: day("2022-03-05") },
    ...{ numberAndSign: "01-QC/CB", changes: null, ...changes },
  };
}

/** Enters a version; its version number is 1. */
export async function adopted(by: Actor, branchId: string, changes: Partial<RecordRegulationInput> = {}) {
  return (await recordRegulation(by, regulationInput(branchId, changes))).id;
}

/** Enters a version that follows another, in force from that day. */
export function followed(by: Actor, branchId: string, from: string): Promise<string> {
  const days = { adoptedOn: day(from), startsOn: day(from) };
  return adopted(by, branchId, { ...days, numberAndSign: null, changes: "Đổi ngày họp" });
}
