import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { NotRatedReason } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { visibleRatings } from "@/lib/features/ratings/policy";
import { getRoundHead, type RoundHead } from "@/lib/features/ratings/queries/find-round";
import { voteColumns } from "@/lib/features/ratings/queries/rating-records";
import { listBranchLines, listMemberLines, type RatingCells } from "@/lib/features/ratings/queries/round-rows";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

type Papers = Awaited<ReturnType<typeof readPapers>>[number];

/** A member or a branch of a round, with what its papers say. A branch stands under its own name, before its members. */
export type PaperLine = RatingCells & {
  readonly subject: "MEMBER" | "BRANCH";
  readonly memberId: string | null;
  readonly name: string;
  readonly branchId: string;
  readonly branch: string;
  readonly ruledOut: NotRatedReason | null;
  readonly votedOn: Day | null;
  readonly vote: Papers | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: Day | null;
};

/** A round and the lines that its papers are made of. */
export type PaperRound = { readonly round: RoundHead; readonly lines: readonly PaperLine[] };

/** Every line of a year's round in the reader's scope, branch by branch. Refuses with NOT_FOUND a year without a round. */
export function listPaperLines(actor: Actor, period: RatingPeriod): Promise<PaperRound> {
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const members = await listMemberLines(tx, actor, round);
    const branches = await listBranchLines(tx, actor, round);
    const papers = new Map((await readPapers(tx, actor, round.id)).map((one) => [one.id, one]));
    const withPaper = <Line extends RatingCells>(line: Line) => {
      const own = line.ratingId === null ? undefined : papers.get(line.ratingId);
      const decided = line.step === "DECIDED" ? own : undefined;
      return {
        ...line,
        votedOn: fromDbDate(own?.votedOn ?? null),
        vote: own && own.voteBase !== null ? own : null,
        decisionNumber: decided?.decisionNumber ?? null,
        decidedOn: fromDbDate(decided?.decidedOn ?? null),
      };
    };
    const lines = branches.flatMap((branch): PaperLine[] => [
      { ...withPaper(branch), subject: "BRANCH", memberId: null, name: branch.branch },
      ...members
        .filter(({ branchId }) => branchId === branch.branchId)
        .map((member): PaperLine => ({ ...withPaper(member), subject: "MEMBER" })),
    ]);
    return { round, lines };
  });
}

function readPapers(tx: Tx, actor: Actor, roundId: string) {
  const { all, branchIds } = visibleRatings(actor);
  return tx.rating.findMany({
    where: {
      committeeId: actor.committeeId,
      roundId,
      supersededById: null,
      ...(all ? {} : { branchId: { in: branchIds } }),
    },
    select: { id: true, votedOn: true, decisionNumber: true, decidedOn: true, ...voteColumns },
  });
}
