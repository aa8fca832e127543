import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, ofBranch } from "./conditions";
import { branchRows, type Footprint, keep, read, rows } from "./footprint";

/** The meeting of the row is such a one. */
const meetingIs = (condition: string) => `EXISTS (SELECT 1 FROM "Meeting" m WHERE m."committeeId" = r."committeeId"
  AND m.id = r."meetingId" AND ${condition})`;
const mine = (reach: "own" | "assigned") => `m."branchId" = ANY (me.${reach})`;

const is = (state: string): Footprint["rows"] => ({
  REGISTER: `r.state ${state}`,
  OWN_BRANCH: `r.state ${state} AND ${ofBranch("own")}`,
});
const partsRead: Footprint["rows"] = {
  REGISTER: everyRow,
  OWN_BRANCH: meetingIs(mine("own")),
  ASSIGNED_BRANCH: meetingIs(mine("assigned")),
};
const ofDrafts: Footprint["rows"] = {
  REGISTER: meetingIs("m.state = 'DRAFT'"),
  OWN_BRANCH: meetingIs(`m.state = 'DRAFT' AND ${mine("own")}`),
};

/** The score of the row has not been decided upon. */
const ofUndecided = `EXISTS (SELECT 1 FROM "MeetingScore" s WHERE s."committeeId" = r."committeeId"
  AND s."meetingId" = r."meetingId" AND s."decidedGrade" IS NULL)`;
const whereScored = (condition: string): Footprint["rows"] => ({
  REGISTER: condition,
  OWN_BRANCH: `${condition} AND ${meetingIs(mine("own"))}`,
});

/** Meetings of branches: what is sent stays, and only the signature is added. */
export const meetingFootprints = {
  meeting: [
    rows("Meeting", read, {
      REGISTER: everyRow,
      OWN_BRANCH: ofBranch("own"),
      ASSIGNED_BRANCH: ofBranch("assigned"),
    }),
    rows("Meeting", { insert: ["create"] }, is("= 'DRAFT'")),
    rows("Meeting", { update: ["update"] }, is("<> 'SIGNED'")),
    rows("Meeting", { update: ["update"] }, is("= 'DRAFT'"), `"place" = 'x'`),
    rows("MeetingAttendance", read, partsRead),
    rows("MeetingAttendance", { insert: ["update"], delete: ["update"] }, ofDrafts),
    rows("MeetingItem", read, partsRead),
    rows("MeetingItem", { insert: ["update"], delete: ["update"] }, ofDrafts),
    rows("MeetingPhoto", read, partsRead),
    rows("MeetingPhoto", { insert: ["update"], delete: ["update"] }, ofDrafts),
    rows("MeetingAddendum", read, partsRead),
    rows(
      "MeetingAddendum",
      { insert: ["update"] },
      { REGISTER: meetingIs("m.state <> 'DRAFT'"), OWN_BRANCH: meetingIs(`m.state <> 'DRAFT' AND ${mine("own")}`) },
    ),
  ],
  meetingDay: [rows("MeetingDay", keep, branchRows("false"))],
  meetingScore: [
    rows("MeetingScore", read, partsRead),
    rows("MeetingScore", { insert: ["create"], update: ["update"] }, whereScored(`r."decidedGrade" IS NULL`)),
    rows("MeetingScore", { update: ["confirm"] }, { REGISTER: `r."confirmedById" = me.account` }),
    rows(
      "MeetingScore",
      { update: ["confirm"] },
      { REGISTER: `r."scoredById" IS DISTINCT FROM me.account` },
      `"decidedGrade" = r."proposedGrade", "confirmedById" = me.account, "confirmedBy" = 'x', "confirmedOn" = current_date`,
    ),
    rows("MeetingPoint", read, partsRead),
    rows("MeetingPoint", { insert: ["create"], delete: ["update"] }, whereScored(ofUndecided)),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
