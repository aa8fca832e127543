import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, yearOf } from "@/lib/core/day";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import { formatIn } from "@/lib/core/i18n/format";
import { messages } from "@/lib/core/i18n/namespaces";
import { type BadgeLine, getBadgeDay } from "@/lib/features/badges/queries/get-badge-year";
import { canTakeBadgePapers } from "@/lib/features/documents/policy";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import { type Filling, paperWords } from "@/lib/features/documents/queries/paper-words";
import { emptyListObstacle } from "@/lib/features/documents/rules/versions";

const format = formatIn("vi");

/**
 * The list or the proposal of an award day as a Word document: who is proposed or due and has not been given the badge yet.
 * Refuses with FORBIDDEN who may not take badges away, with NOT_FOUND a day that is none, with RULE a day on which nobody is.
 */
export async function getBadgePaper(
  actor: Actor,
  kind: "BADGE_LIST" | "BADGE_PROPOSAL",
  awardOn: Day,
): Promise<FilledDocument> {
  authorize(canTakeBadgePapers(actor));
  const { proposed, due, document } = await getBadgeDay(actor, awardOn);
  const lines = [...proposed.filter(({ badge }) => badge?.state === "PROPOSED"), ...due];
  requireNoObstacle(emptyListObstacle(lines.length, awardOn));
  const numbers = new Set(lines.map(({ badge }) => badge?.proposalNumber ?? null));
  const [proposalNumber = null] = numbers.size === 1 ? numbers : [];
  return getFilledDocument(actor, {
    kind,
    on: actor.today,
    subjectId: null,
    memberIds: lines.map(({ memberId }) => memberId),
    isWhole: false,
    serial: null,
    params: { awardOn, rows: lines.length },
    fields: {
      proposalNumber: proposalNumber ?? paperWords.unnumbered,
      awardOn: format.longDay(awardOn),
      awardYear: String(yearOf(awardOn)),
      badgeRules: document,
      badgeCount: format.number(lines.length),
    },
    loops: { badgeHolders: lines.map(holderOf), badgeCounts: countsOf(lines) },
  });
}

function holderOf(line: BadgeLine, place: number): Filling["fields"] {
  return {
    number: String(place + 1),
    fullName: line.name,
    branch: line.branch,
    admittedOn: format.day(line.admittedOn),
    reachedOn: line.reachedOn && format.day(line.reachedOn),
    badgeYears: yearsText(line.years),
    badgeKind: messages.vi.badges.kinds[line.kind],
  };
}

function countsOf(lines: readonly BadgeLine[]): Filling["fields"][] {
  const years = [...new Set(lines.map((line) => line.years))].toSorted((one, other) => one - other);
  return years.map((of) => ({
    badgeYears: yearsText(of),
    count: format.number(lines.filter((line) => line.years === of).length),
  }));
}

function yearsText(years: number): string {
  return paperWords.badgeYears.replace("{years}", String(years));
}
