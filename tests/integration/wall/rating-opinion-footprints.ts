import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, ofBranch } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

const standing = `r."withdrawnOn" IS NULL`;
const notAboutMe = `(r."memberId" IS DISTINCT FROM me.member OR r."memberId" IS NULL)`;
const byMe = `r."recordedById" = me.account`;
const ofCommittee = `r.giver IN ('IN_CHARGE', 'SUPERIOR')`;

/** Opinions: nothing for who they are about but leadership and office, withdrawn by the hand that entered them or by the office. */
export const ratingOpinionFootprints = {
  ratingOpinion: [
    rows("RatingOpinion", read, {
      REGISTER: everyRow,
      OWN_BRANCH: `${ofBranch("own")} AND ${notAboutMe}`,
      ASSIGNED_BRANCH: `${ofBranch("assigned")} AND ${byMe}`,
    }),
    rows(
      "RatingOpinion",
      { insert: ["create"] },
      {
        REGISTER: (role) => `${standing} AND ${notAboutMe}${role === "LEADER" ? ` AND ${ofCommittee}` : ""}`,
        OWN_BRANCH: `${standing} AND ${notAboutMe} AND ${ofBranch("own")} AND NOT ${ofCommittee}`,
        ASSIGNED_BRANCH: `${standing} AND ${notAboutMe} AND ${ofBranch("assigned")} AND r.giver = 'IN_CHARGE'`,
      },
    ),
    rows(
      "RatingOpinion",
      { update: ["update"] },
      {
        REGISTER: (role) => `${standing} AND ${notAboutMe}${role === "LEADER" ? ` AND ${byMe}` : ""}`,
        OWN_BRANCH: `${standing} AND ${notAboutMe} AND ${ofBranch("own")} AND ${byMe}`,
        ASSIGNED_BRANCH: `${standing} AND ${notAboutMe} AND ${ofBranch("assigned")} AND ${byMe}`,
      },
      `"withdrawnOn" = app.today(), "withdrawnBy" = 'x', "withdrawnReason" = 'x'`,
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
