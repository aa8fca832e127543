import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { confirmComplaint, settleComplaint } from "@/lib/features/disciplines/commands/close-complaint";
import { recordComplaint } from "@/lib/features/disciplines/commands/record-complaint";
import type { RecordComplaintInput, SettleComplaintInput } from "@/lib/features/disciplines/schema";
import { ownerRows } from "../../support/register";

/** A complaint of a member, but for what `changes` says. */
export function complaintInput(
  disciplineId: string,
  changes: Partial<RecordComplaintInput> = {},
): RecordComplaintInput {
  return {
    ...{ disciplineId, receivedOn: day("2026-04-01"), representative: null, addressedTo: "Ban Thường vụ Tỉnh ủy" },
    ...{ content: "Hình thức kỷ luật quá nặng so với vi phạm", ...changes },
  };
}

/** How it was settled, but for what `changes` says. */
export function settlementInput(id: string, changes: Partial<SettleComplaintInput> = {}): SettleComplaintInput {
  return {
    ...{ id, version: 1, outcome: "UPHELD", settlementNumber: "7-QĐ/TU", settledOn: day("2026-06-01") },
    ...{ settlingBody: "Ban Thường vụ Tỉnh ủy", ...changes },
  };
}

/** Enters a complaint and answers its id. */
export async function complained(
  office: Actor,
  disciplineId: string,
  changes: Partial<RecordComplaintInput> = {},
): Promise<string> {
  await recordComplaint(office, complaintInput(disciplineId, changes));
  const [found] = await ownerRows<{ id: string }>(
    `SELECT id FROM "DisciplineComplaint" WHERE "disciplineId" = $1 ORDER BY "recordedAt" DESC LIMIT 1`,
    [disciplineId],
  );
  if (!found) throw new Error("no complaint");
  return found.id;
}

/** Settles an open complaint and confirms it by the leader. */
export async function settled(
  { office, leader }: { office: Actor; leader: Actor },
  id: string,
  changes: Partial<SettleComplaintInput> = {},
): Promise<void> {
  await settleComplaint(office, settlementInput(id, changes));
  await confirmComplaint(leader, { id, version: 2 });
}

type Stored = { state: string; outcome: string | null; confirmedBy: string | null; version: number };

/** The complaints about a decision as they are stored. */
export function storedComplaints(disciplineId: string): Promise<Stored[]> {
  return ownerRows<Stored>(
    `SELECT state, outcome, "confirmedBy", version FROM "DisciplineComplaint" WHERE "disciplineId" = $1 ORDER BY "recordedAt", id`,
    [disciplineId],
  );
}
