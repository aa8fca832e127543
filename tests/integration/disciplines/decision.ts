import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { confirmDiscipline } from "@/lib/features/disciplines/commands/close-recording";
import { recordDiscipline } from "@/lib/features/disciplines/commands/record-discipline";
import type { RecordDisciplineInput } from "@/lib/features/disciplines/schema";
import { ownerRows } from "../../support/register";

type Who = { readonly branchId: string; readonly whoId: string };

/** A warning by the standing committee, but for what `changes` says. */
export function decisionInput(who: Who, changes: Partial<RecordDisciplineInput> = {}): RecordDisciplineInput {
  return {
    ...who,
    ...{ form: "WARNING", body: "STANDING_COMMITTEE", bodyName: "Ban Thường vụ Đảng ủy", decisionNumber: "31-QĐ/ĐU" },
    ...{ bodyMembers: 5, present: 5, votesFor: 4, votesAgainst: 1, decidedOn: day("2026-03-10") },
    ...{ breach: "Bỏ họp nhiều lần không lý do", breachKind: "ORDINARY", exceptionPaper: null },
    ...{ breachOn: day("2025-06-01"), concludedOn: day("2026-02-20"), announcedOn: day("2026-03-15") },
    ...{ correctsId: null, whyCorrected: null },
    ...changes,
  };
}

/** Enters a decision and answers its id. */
export async function recorded(actor: Actor, who: Who, changes: Partial<RecordDisciplineInput> = {}): Promise<string> {
  return (await recordDiscipline(actor, decisionInput(who, changes))).id;
}

/** Enters and confirms a decision and answers its id. */
export async function decided(
  { office, leader }: { office: Actor; leader: Actor },
  who: Who,
  changes: Partial<RecordDisciplineInput> = {},
): Promise<string> {
  const id = await recorded(office, who, changes);
  await confirmDiscipline(leader, { id, version: 1 });
  return id;
}

type Stored = { subject: string; form: string; state: string; confirmedBy: string | null; version: number };

/** The decisions of a register as they are stored, in the order in which they were entered. */
export function storedDisciplines(committeeId: string): Promise<Stored[]> {
  return ownerRows<Stored>(
    `SELECT subject, form, state, "confirmedBy", version FROM "Discipline" WHERE "committeeId" = $1 ORDER BY "recordedAt", id`,
    [committeeId],
  );
}
