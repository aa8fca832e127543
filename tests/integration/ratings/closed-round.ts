import type { Day } from "@/lib/core/day";
import { ownerRows } from "../../support/register";
import type { RatedRegister } from "./round";

/** Decides all of a round as two people would have: whoever is official on the day, the branches, and the committee unless it is left. */
export async function decideAll(
  { committeeId, actors }: RatedRegister,
  roundId: string,
  on: Day,
  committee: "decided" | "left" = "decided",
): Promise<void> {
  const { office, leader } = actors;
  const official = `FROM "Membership" h WHERE h."committeeId" = $1 AND h.kind = 'OFFICIAL' AND h."startsOn" <= $5::date
    AND (h."endsOn" IS NULL OR h."endsOn" > $5::date)`;
  const standing = `FROM "Branch" b WHERE b."committeeId" = $1 AND b."startsOn" <= $5::date
    AND (b."endsOn" IS NULL OR b."endsOn" > $5::date)`;
  const own = committee === "decided" ? "UNION ALL SELECT 'COMMITTEE', NULL, NULL" : "";
  await ownerRows(
    `INSERT INTO "Rating" ("committeeId", id, "roundId", subject, "memberId", "branchId", state, level, "proposedLevel", "recordedById",
       "decisionNumber", "decidedOn", "minutesNumber", "presentCount", "confirmedById", "confirmedAt")
     SELECT $1, gen_random_uuid(), $2, s.subject::"RatingSubject", s.member, s.branch, 'DECIDED', 'GOOD', 'GOOD', $3::uuid, '1-QĐ/ĐU', $5::date,
       '1-BB/ĐU', 9, $4::uuid, now()
     FROM (SELECT 'MEMBER' AS subject, h."memberId" AS member, h."branchId" AS branch ${official}
       UNION ALL SELECT 'BRANCH', NULL, b.id ${standing} ${own}) s`,
    [committeeId, roundId, office.accountId, leader.accountId, on],
  );
}
