import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { giveOpinion, withdrawOpinion } from "@/lib/features/rating-opinions/commands/give-opinion";
import type { GiveOpinionInput } from "@/lib/features/rating-opinions/schema";
import { ownerRows } from "../../support/register";

/** An opinion of the place of residence on the committee, but for what `changes` says. */
export function opinionInput(roundId: string, changes: Partial<GiveOpinionInput> = {}): GiveOpinionInput {
  return {
    ...{ roundId, memberId: null, branchId: null, giver: "RESIDENCE", giverName: "Chi ủy bản Thử" },
    ...{ givenOn: day("2022-12-01"), text: "Gia đình gương mẫu, tham gia việc bản", level: null },
    ...changes,
  };
}

/** Enters an opinion and answers its id. */
export async function opined(actor: Actor, roundId: string, changes: Partial<GiveOpinionInput>): Promise<string> {
  return (await giveOpinion(actor, opinionInput(roundId, changes))).id;
}

/** Withdraws an opinion just entered. */
export async function withdrawn(actor: Actor, id: string): Promise<void> {
  await withdrawOpinion(actor, { id, version: 1, reason: "Ghi nhầm người" });
}

type Stored = { giver: string; text: string; level: string | null; withdrawnBy: string | null; version: number };

/** The opinions of a round as they are stored, in the order in which they were entered. */
export function storedOpinions(roundId: string): Promise<Stored[]> {
  return ownerRows<Stored>(
    `SELECT giver, text, level, "withdrawnBy", version FROM "RatingOpinion" WHERE "roundId" = $1 ORDER BY "recordedAt", id`,
    [roundId],
  );
}
