import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, ofBranch, ofMyself } from "./conditions";
import { type Footprint, read, rows, write } from "./footprint";

const draft = `r.state = 'DRAFT'`;
const handedIn = `r.state = 'HANDED_IN'`;
const reviewIs = (condition: string) => `EXISTS (SELECT 1 FROM "SelfReview" s WHERE s."committeeId" = r."committeeId"
  AND s.id = r."reviewId" AND ${condition})`;
const ownBranch = `s."branchId" = ANY (me.own)`;
const mine = `s."memberId" = me.member`;

/** Self-reviews: drafts are their writers' alone, leadership reads what was handed in, and marks change with a draft. */
export const selfReviewFootprints = {
  selfReview: [
    rows("SelfReview", read, {
      REGISTER: (role) => (role === "LEADER" ? handedIn : everyRow),
      OWN_BRANCH: ofBranch("own"),
      SELF: ofMyself,
    }),
    rows("SelfReview", write, {
      REGISTER: draft,
      OWN_BRANCH: `${draft} AND ${ofBranch("own")}`,
      SELF: `${draft} AND ${ofMyself}`,
    }),
    rows(
      "SelfReview",
      { update: ["update"] },
      { REGISTER: everyRow, OWN_BRANCH: ofBranch("own"), SELF: ofMyself },
      `state = 'DRAFT', "handedInOn" = NULL`,
    ),
    rows("SelfReviewMark", read, {
      REGISTER: (role) => (role === "LEADER" ? reviewIs(`s.state = 'HANDED_IN'`) : everyRow),
      OWN_BRANCH: reviewIs(ownBranch),
      SELF: reviewIs(mine),
    }),
    rows(
      "SelfReviewMark",
      { insert: ["update"], delete: ["update"] },
      {
        REGISTER: reviewIs(`s.state = 'DRAFT'`),
        OWN_BRANCH: reviewIs(`s.state = 'DRAFT' AND ${ownBranch}`),
        SELF: reviewIs(`s.state = 'DRAFT' AND ${mine}`),
      },
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
