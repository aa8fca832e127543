import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { xlsxFile } from "@/lib/core/files/table-file";
import { formatIn } from "@/lib/core/i18n/format";
import { paperSentences as t } from "@/lib/core/i18n/paper-sentences";
import { documentTags } from "@/lib/features/documents/catalogue/tags";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import { getPaperHead } from "@/lib/features/documents/queries/paper-head";
import { type Filling, getTagName, paperWords } from "@/lib/features/documents/queries/paper-words";
import { getTakenSerial } from "@/lib/features/documents/queries/taken-serial";
import { registerSizeObstacle } from "@/lib/features/documents/rules/register-entry";
import { canTakeRoundPapers } from "@/lib/features/ratings/policy";
import { listPaperLines, type PaperLine } from "@/lib/features/ratings/queries/paper-lines";
import { getDecidedRow, getYearFields } from "@/lib/features/ratings/queries/paper-rows";
import { lastOf } from "@/lib/features/ratings/rules/papers";
import { roundTally } from "@/lib/features/ratings/rules/round-lines";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

const format = formatIn("vi");
const memberColumns = documentTags.RATING_SUMMARY.loops.flatMap((loop) =>
  loop.code === "ratedSubjects" ? loop.fields : [],
);
const WIDTHS = [6, 28, 28, 16, 20, 18, 28];

/**
 * The summary of a year's round: its branches with their numbers and every member, in Word or Excel. Refuses with FORBIDDEN who may not
 * take the papers of a round away, with NOT_FOUND a year without one, with RULE more rows than a file of the kind serves.
 */
export async function getRatingSummary(
  actor: Actor,
  period: RatingPeriod,
  as: "docx" | "xlsx",
): Promise<FilledDocument> {
  authorize(canTakeRoundPapers(actor));
  const { round, lines } = await listPaperLines(actor, period);
  const members = lines.filter(({ subject }) => subject === "MEMBER");
  requireNoObstacle(registerSizeObstacle(members.length, as));
  const on = lastOf(lines.map(({ decidedOn }) => decidedOn)) ?? actor.today;
  const taken = {
    kind: "RATING_SUMMARY",
    on,
    subjectId: null,
    memberIds: members.flatMap(({ memberId }) => memberId ?? []),
    isWhole: true,
    serial: null,
    params: { year: period, rows: members.length },
  } as const;
  const rows = members.map(getDecidedRow);
  if (as === "docx") {
    const loops = { ratedBranches: branchRows(lines), ratedSubjects: rows };
    return getFilledDocument(actor, { ...taken, fields: getYearFields(round), loops });
  }
  const { organisation } = await getPaperHead(actor, on);
  const serial = await getTakenSerial(actor, { ...taken, format: "xlsx" });
  return { bytes: await xlsxFile(sheetOf(actor, { period, serial, organisation: organisation ?? "" }, rows)), serial };
}

/* A branch with the numbers of its members, and the sum of all as the last row. */
function branchRows(lines: readonly PaperLine[]): Filling["fields"][] {
  const branches = lines.filter(({ subject }) => subject === "BRANCH");
  const members = lines.filter(({ subject }) => subject === "MEMBER");
  const each = branches.map((branch, place) => ({
    ...getDecidedRow(branch, place),
    branch: branch.name,
    ...countsOf(members.filter(({ branchId }) => branchId === branch.branchId)),
  }));
  return [...each, { number: "", branch: t("ratings.papers.sum"), rating: "", ...countsOf(members) }];
}

function countsOf(members: readonly PaperLine[]): Filling["fields"] {
  const { total, levels, rated, notRated } = roundTally(members);
  return {
    total: format.number(total),
    ratedCount: format.number(rated),
    excellentCount: format.number(levels.EXCELLENT),
    goodCount: format.number(levels.GOOD),
    completedCount: format.number(levels.COMPLETED),
    failedCount: format.number(levels.FAILED),
    notRatedCount: format.number(notRated),
    undecidedCount: format.number(total - rated - notRated),
  };
}

function sheetOf(
  actor: Actor,
  { period, serial, organisation }: { period: RatingPeriod; serial: string; organisation: string },
  rows: readonly Filling["fields"][],
) {
  const { by, at } = paperWords.register;
  return {
    sheet: period,
    head: [organisation, `${paperWords.kinds.RATING_SUMMARY} ${format.yearOrQuarter(period)}`],
    columns: memberColumns.map((code, place) => ({
      header: getTagName(code),
      kind: "text" as const,
      width: WIDTHS[place] ?? 16,
    })),
    rows: rows.map((row) => memberColumns.map((column) => row[column] ?? null)),
    serial,
    stamp: [
      [by, actor.displayName],
      [at, format.moment(new Date())],
    ] as const,
  };
}

/**
 * A decision of a round as a Word document of its day: whose result in force was decided under that number; what has been corrected since
 * stands under the number of its correction. Refuses as the summary, and with NOT_FOUND a number and day under which nothing is decided.
 */
export async function getRatingDecision(
  actor: Actor,
  period: RatingPeriod,
  { number, on }: { readonly number: string; readonly on: Day },
): Promise<FilledDocument> {
  authorize(canTakeRoundPapers(actor));
  const { round, lines } = await listPaperLines(actor, period);
  const listed = lines.filter((line) => line.decisionNumber === number && line.decidedOn === on);
  if (listed.length === 0) throw notFound();
  requireNoObstacle(registerSizeObstacle(listed.length, "docx"));
  return getFilledDocument(actor, {
    kind: "RATING_DECISION",
    on,
    subjectId: null,
    memberIds: listed.flatMap(({ memberId }) => memberId ?? []),
    isWhole: false,
    serial: null,
    params: { year: period, number, rows: listed.length },
    fields: { ...getYearFields(round), decisionNumber: number, total: format.number(listed.length) },
    loops: { ratedSubjects: listed.map((line, place) => ({ ...getDecidedRow(line, place), note: noteOf(line) })) },
  });
}

/* The number stands in the head of the decision already. */
function noteOf(line: PaperLine): string {
  return line.notRatedReason === null ? "" : t(`ratings.reasons.${line.notRatedReason}`);
}
