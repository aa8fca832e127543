import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { formatIn } from "@/lib/core/i18n/format";
import { paperSentences as t } from "@/lib/core/i18n/paper-sentences";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import type { Filling } from "@/lib/features/documents/queries/paper-words";
import { canTakeBranchPapers, canTakeRoundPapers } from "@/lib/features/ratings/policy";
import { listPaperLines, type PaperLine } from "@/lib/features/ratings/queries/paper-lines";
import { getBallotRow, getDecidedRow, getProposedRow, getYearFields } from "@/lib/features/ratings/queries/paper-rows";
import { emptyPaperObstacle, lastOf, onlyOf, type PaperPart } from "@/lib/features/ratings/rules/papers";
import type { BranchRatingPaper } from "@/lib/features/ratings/schema/papers";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

const format = formatIn("vi");

/** Which paper of a round: a branch's, or with `memberId` the notice to one of its members. */
export type BranchPaperAsk = {
  readonly period: RatingPeriod;
  readonly kind: BranchRatingPaper;
  readonly branchId: string;
  readonly memberId: string | null;
};

/* What each paper lists. */
const parts: Readonly<Record<BranchRatingPaper, PaperPart>> = {
  RATING_VOTE: "vote",
  RATING_PROPOSAL: "proposal",
  RATING_NOTICE: "decided",
};

/**
 * A paper of a branch's part of a round as a Word document: the count of the ballots, the proposal, or the notice of what was decided.
 * Nobody finds on it what is proposed of himself, as on the screens. Refuses with FORBIDDEN who may not take the paper away, with
 * NOT_FOUND a year or branch that is not the reader's to see, with RULE a paper that would list nobody.
 */
export async function getBranchRatingPaper(actor: Actor, ask: BranchPaperAsk): Promise<FilledDocument> {
  const { period, kind, branchId, memberId } = ask;
  authorize(kind === "RATING_NOTICE" ? canTakeRoundPapers(actor) : canTakeBranchPapers(actor, branchId));
  const { round, lines } = await listPaperLines(actor, period);
  const own = lines.filter((line) => line.branchId === branchId && (memberId === null || line.memberId === memberId));
  const [first] = own;
  if (!first) throw notFound();
  const listed = own.filter((line) => isListed(line, parts[kind]));
  requireNoObstacle(emptyPaperObstacle(listed.length, parts[kind]));
  const votes = listed.flatMap((line) => (line.subject === "MEMBER" ? line.votedOn : []));
  const votedOn = onlyOf(votes);
  return getFilledDocument(actor, {
    kind,
    on: kind === "RATING_NOTICE" ? actor.today : (lastOf(listed.map((line) => line.votedOn)) ?? round.reckoningOn),
    subjectId: memberId ?? branchId,
    memberIds: listed.flatMap((line) => line.memberId ?? []),
    isWhole: false,
    serial: null,
    params: { year: period, branch: first.branch, rows: listed.length },
    fields: {
      ...getYearFields(round),
      branch: first.branch,
      votedOn: votedOn && format.day(votedOn),
      total: format.number(listed.length),
      addressee: memberId === null ? first.branch : t("ratings.papers.comrade", { name: first.name }),
    },
    loops: loopsOf(kind, listed),
  });
}

function isListed(line: PaperLine, part: PaperPart): boolean {
  if (part === "vote") return line.vote !== null;
  return part === "proposal" ? line.step !== "NONE" : line.step === "DECIDED";
}

function loopsOf(kind: BranchRatingPaper, lines: readonly PaperLine[]): Filling["loops"] {
  if (kind === "RATING_VOTE") return { ballots: lines.map(getBallotRow) };
  return { ratedSubjects: lines.map(kind === "RATING_PROPOSAL" ? getProposedRow : getDecidedRow) };
}
