import type { Actor } from "@/lib/core/actor";
import { handInSelfReview } from "@/lib/features/self-reviews/commands/hand-in";
import { saveSelfReview } from "@/lib/features/self-reviews/commands/save-self-review";
import type { SaveSelfReviewInput } from "@/lib/features/self-reviews/schema";
import { ownerRows } from "../../support/register";

/** A review of a member under rules with grades, complete but for what `changes` takes away; the criteria of points are empty. */
export function reviewInput(roundId: string, changes: Partial<SaveSelfReviewInput> = {}): SaveSelfReviewInput {
  const grade = "GRADE_GOOD" as const;
  return {
    ...{ roundId, memberId: null, branchId: null, version: undefined, form: "FORM_2C" },
    ...{ IDEOLOGY: grade, ETHICS: grade, DISCIPLINED_CONDUCT: grade, WORKING_STYLE: grade, TASK_RESULTS: grade },
    ...{ CORRECTION: grade, COMMON: null },
    ...{ strengths: "Hoàn thành việc bản giao", shortcomings: "Có tháng họp muộn", causes: null, corrections: null },
    ...{ explanation: null, remedies: "Đi họp đúng giờ" },
    ...{ tasksTotal: 10, tasksOnTime: 9, tasksLate: 1, tasksBeyond: 2, proposedLevel: "GOOD" },
    ...changes,
  };
}

/** Keeps a draft and answers its id. */
export async function drafted(actor: Actor, roundId: string, changes: Partial<SaveSelfReviewInput>): Promise<string> {
  return (await saveSelfReview(actor, reviewInput(roundId, changes))).id;
}

/** Keeps a draft, hands it in, and answers its id. */
export async function handedIn(actor: Actor, roundId: string, changes: Partial<SaveSelfReviewInput>): Promise<string> {
  const id = await drafted(actor, roundId, changes);
  await handInSelfReview(actor, { id, version: 1 });
  return id;
}

export const collective = (branchId: string | null) => ({ branchId, form: "FORM_01" as const });

type Stored = {
  state: string;
  recordedBy: string;
  isOnBehalf: boolean;
  strengths: string | null;
  version: number;
  marks: number;
};

export async function storedReview(id: string): Promise<Stored | undefined> {
  const [row] = await ownerRows<Stored>(
    `SELECT state, "recordedBy", "isOnBehalf", strengths, version,
        (SELECT count(*)::int FROM "SelfReviewMark" m WHERE m."reviewId" = r.id) AS marks
      FROM "SelfReview" r WHERE id = $1`,
    [id],
  );
  return row;
}

export async function countReviews(roundId: string): Promise<number> {
  const [row] = await ownerRows<{ n: number }>(`SELECT count(*)::int AS n FROM "SelfReview" WHERE "roundId" = $1`, [
    roundId,
  ]);
  return row?.n ?? -1;
}
