import { randomUUID } from "node:crypto";
import type { RatingLevel } from "@/lib/core/db/generated/enums";
import type { Commune } from "../assignments/commune";

const parameters = JSON.stringify({});

/** A year's round under an invented rule set. */
export async function openRound(commune: Commune, year: number): Promise<string> {
  const [known] = await commune.rows<{ id: string }>(`SELECT id FROM "RuleSet" WHERE "committeeId" = $1`, [
    commune.committeeId,
  ]);
  const ruleSetId =
    known?.id ??
    (await commune.keep("RuleSet", {
      kind: "RATING",
      code: "THU",
      document: "Văn bản thử",
      startsOn: "2015-01-01",
      parameters,
    }));
  return commune.keep("RatingRound", { year, ruleSetId, reckoningOn: `${year}-12-31` });
}

/** A decided rating, or a decided reason why there is none. */
export async function decide(
  commune: Commune,
  roundId: string,
  subject: { memberId?: string; branchId?: string },
  result: RatingLevel | "EXEMPT",
  row: Record<string, unknown> = {},
): Promise<string> {
  const kind = subject.memberId ? "MEMBER" : subject.branchId ? "BRANCH" : "COMMITTEE";
  const outcome = result === "EXEMPT" ? { notRatedReason: result } : { level: result };
  const recorded = { decisionNumber: "09-QĐ/ĐU", decidedOn: "2022-12-30", minutesNumber: "12-BB/ĐU", presentCount: 9 };
  const confirmed = { recordedById: randomUUID(), confirmedById: randomUUID(), confirmedAt: new Date() };
  return commune.keep("Rating", {
    roundId,
    subject: kind,
    state: "DECIDED",
    ...subject,
    ...outcome,
    ...recorded,
    ...confirmed,
    ...row,
  });
}

/** An inspection of these subjects that is concluded at once. */
export async function inspect(
  commune: Commune,
  year: number,
  subjects: { branchIds?: string[]; memberIds?: string[] },
  row: Record<string, unknown> = {},
): Promise<void> {
  const inspectionId = await openInspection(commune, year, subjects, row);
  await commune.rows(
    `UPDATE "Inspection" SET state = 'CONCLUDED', conclusion = 'Thử', "concludedOn" = $2, "disciplineFollows" = false WHERE id = $1`,
    [inspectionId, `${year}-04-01`],
  );
}

/** An inspection of these subjects that is still in progress. */
export async function openInspection(
  commune: Commune,
  year: number,
  subjects: { branchIds?: string[]; memberIds?: string[] },
  row: Record<string, unknown> = {},
): Promise<string> {
  const inspectionId = await commune.keep("Inspection", {
    year,
    mode: "INSPECTION",
    body: "COMMITTEE",
    title: "Kiểm tra thử",
    decisionNumber: "03-QĐ/ĐU",
    decidedOn: `${year}-03-01`,
    startsOn: `${year}-03-05`,
    state: "IN_PROGRESS",
    openedById: randomUUID(),
    ...row,
  });
  for (const branchId of subjects.branchIds ?? []) await commune.keep("InspectionSubject", { inspectionId, branchId });
  for (const memberId of subjects.memberIds ?? []) await commune.keep("InspectionSubject", { inspectionId, memberId });
  return inspectionId;
}
