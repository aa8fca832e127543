import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canCloseRound } from "@/lib/features/ratings/policy";
import { getRoundHead, type RoundHead } from "@/lib/features/ratings/queries/find-round";
import { findCommitteeLine, listBranchLines, listMemberLines } from "@/lib/features/ratings/queries/round-rows";
import type { RoundRules } from "@/lib/features/ratings/rules";
import { type OpenPart, openParts } from "@/lib/features/ratings/rules/closing";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** What of a round is open, branch by branch. Runs in the caller's transaction, for who reads all ratings. */
export async function listOpenParts(
  tx: Tx,
  actor: Actor,
  round: RoundRules & { readonly id: string },
): Promise<OpenPart[]> {
  const members = await listMemberLines(tx, actor, round);
  const branches = await listBranchLines(tx, actor, round);
  const committee = round.leading ? "NOT_ASKED" : await findCommitteeLine(tx, actor, round.id);
  return openParts([...members, ...branches], committee);
}

/** A round to be closed, and what of it is open still. */
export type RoundToClose = { readonly round: RoundHead; readonly version: number; readonly open: readonly OpenPart[] };

/** The round of a year with what stands in the way of closing it. Refuses with NOT_FOUND a year without a round, with FORBIDDEN who does not close rounds. */
export function getRoundToClose(actor: Actor, period: RatingPeriod): Promise<RoundToClose> {
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    authorize(canCloseRound(actor));
    return { round, version: round.version, open: await listOpenParts(tx, actor, round) };
  });
}
