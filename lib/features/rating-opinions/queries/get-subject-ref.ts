import "server-only";
import type { OpinionPlace } from "@/lib/features/rating-opinions/policy";
import type { SubjectRef } from "@/lib/features/ratings/queries/get-rated-subject";

/** The subject as the queries of ratings name it; the committee where neither member nor branch is named. */
export function getSubjectRef({ memberId, branchId }: OpinionPlace): SubjectRef {
  if (memberId !== null) return { memberId };
  return branchId === null ? "COMMITTEE" : { branchId };
}
