import "server-only";
import { formatIn } from "@/lib/core/i18n/format";
import { paperSentences as t } from "@/lib/core/i18n/paper-sentences";
import type { Filling } from "@/lib/features/documents/queries/paper-words";
import type { RoundHead } from "@/lib/features/ratings/queries/find-round";
import type { PaperLine } from "@/lib/features/ratings/queries/paper-lines";
import { leftOut } from "@/lib/features/ratings/rules/round-lines";

const format = formatIn("vi");

type Row = Filling["fields"];

/** What every paper of a round says of it. */
export function getYearFields({ year, quarter, document, reckoningOn }: RoundHead): Row {
  const said = quarter === null ? String(year) : t("ratings.papers.quarterOfYear", { quarter, year: String(year) });
  return { year: said, ratingRules: document, reckoningOn: format.day(reckoningOn) };
}

/** The row of a line as the proposal has it: nothing of the decision. */
export function getProposedRow(line: PaperLine, place: number): Row {
  const reason = leftOut(line);
  return {
    number: String(place + 1),
    fullName: line.name,
    branch: line.subject === "BRANCH" ? null : line.branch,
    claimedLevel: levelText(line.claimedLevel),
    proposedLevel: levelText(line.proposedLevel),
    note: reason === null ? "" : `${t("ratings.notRated")}: ${t(`ratings.reasons.${reason}`)}`,
  };
}

/** The row of a line with its decision, where there is one. */
export function getDecidedRow(line: PaperLine, place: number): Row {
  const isDecided = line.step === "DECIDED";
  const number = line.decisionNumber ?? "";
  return {
    ...getProposedRow(line, place),
    branch: line.subject === "BRANCH" ? "" : line.branch,
    rating: isDecided ? levelText(line.level) || t("ratings.notRated") : t("ratings.states.undecided"),
    note: line.notRatedReason === null || !isDecided ? number : t(`ratings.reasons.${line.notRatedReason}`),
  };
}

/** The row of a line in the count of ballots. */
export function getBallotRow({ name, vote }: PaperLine, place: number): Row {
  const count = (of: number | null | undefined) => (of === null || of === undefined ? null : format.number(of));
  return {
    number: String(place + 1),
    fullName: name,
    voteBase: count(vote?.voteBase),
    ballotsGiven: count(vote?.ballotsGiven),
    ballotsReturned: count(vote?.ballotsReturned),
    votesExcellent: count(vote?.votesExcellent),
    votesGood: count(vote?.votesGood),
    votesCompleted: count(vote?.votesCompleted),
    votesFailed: count(vote?.votesFailed),
    votesInvalid: count(vote?.votesInvalid),
  };
}

function levelText(level: PaperLine["level"]): string {
  return level === null ? "" : t(`ratings.levelsShort.${level}`);
}
