import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { openPlan } from "@/lib/features/assignments/commands/open-plan";
import { submitPlan } from "@/lib/features/assignments/commands/submit-plan";
import { ownerRows } from "./register";

/** Opens a draft for that year with the same main person in every branch. */
export async function draftPlan(office: Actor, year: number, memberId: string): Promise<string> {
  const { id } = await openPlan(office, {
    name: `Phân công năm ${year}`,
    startsOn: day(`${year}-01-01`),
    lastDay: day(`${year}-12-31`),
    copiedOn: day("1990-01-01"),
  });
  await ownerRows(
    `INSERT INTO "PlannedAssignment" ("committeeId", id, "planId", "branchId", "memberId", role)
       SELECT b."committeeId", gen_random_uuid(), $2, b.id, $3, 'MAIN' FROM "Branch" b WHERE b."committeeId" = $1 AND b."endsOn" IS NULL`,
    [office.committeeId, id, memberId],
  );
  return id;
}

/** The same, submitted by the office under a decision. */
export async function submittedPlan(office: Actor, year: number, memberId: string): Promise<string> {
  const id = await draftPlan(office, year, memberId);
  await submitPlan(office, { id, version: 1, decisionNumber: "90-QĐ/ĐU", decidedOn: office.today });
  return id;
}
