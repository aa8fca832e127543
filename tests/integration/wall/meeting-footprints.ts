import type { Resource } from "@/lib/core/policy-table/row";
import { ofBranch } from "./conditions";
import { branchRows, type Footprint, keep, read, rows } from "./footprint";

/** The meeting of the row is such a one. */
const meetingIs = (condition: string) => `EXISTS (SELECT 1 FROM "Meeting" m WHERE m."committeeId" = r."committeeId"
  AND m.id = r."meetingId" AND ${condition})`;
const mine = (reach: "own" | "assigned") => `m."branchId" = ANY (me.${reach})`;

const is = (state: string): Footprint["rows"] => ({
  REGISTER: `r."branchId" IS NOT NULL AND r.state ${state}`,
  OWN_BRANCH: `r.state ${state} AND ${ofBranch("own")}`,
});
const partsRead: Footprint["rows"] = {
  REGISTER: meetingIs(`m."branchId" IS NOT NULL`),
  OWN_BRANCH: meetingIs(mine("own")),
  ASSIGNED_BRANCH: meetingIs(mine("assigned")),
};
const ofDrafts: Footprint["rows"] = {
  REGISTER: meetingIs(`m."branchId" IS NOT NULL AND m.state = 'DRAFT'`),
  OWN_BRANCH: meetingIs(`m.state = 'DRAFT' AND ${mine("own")}`),
};

/** The score of the row has not been decided upon. */
const ofUndecided = `EXISTS (SELECT 1 FROM "MeetingScore" s WHERE s."committeeId" = r."committeeId"
  AND s."meetingId" = r."meetingId" AND s."decidedGrade" IS NULL)`;
const whereScored = (condition: string): Footprint["rows"] => ({
  REGISTER: condition,
  OWN_BRANCH: `${condition} AND ${meetingIs(mine("own"))}`,
});

/** The person sat in the body that held the meeting, on its day. */
const seated = (of: string) => `${of}.body IS NOT NULL AND EXISTS (SELECT 1 FROM "CommitteeOffice" o
  WHERE o."committeeId" = ${of}."committeeId" AND o."memberId" = me.member AND daterange(o."startsOn", o."endsOn") @> ${of}."heldOn"
    AND (o.kind IN ('SECRETARY', 'DEPUTY', 'STANDING_MEMBER') OR o.kind = 'MEMBER' AND ${of}.body = 'COMMITTEE'))`;
const ofBody = (condition: string): Footprint["rows"] => ({ REGISTER: `r.body IS NOT NULL AND ${condition}` });
const draftKept = { select: ["update"], insert: ["update"], update: ["update"], delete: ["update"] } as const;
const ofMine = `r."accountId" = me.account`;
const inBody = (condition: string): Footprint["rows"] => ({
  REGISTER: meetingIs(`m.body IS NOT NULL AND ${condition}`),
});
const bodyPartsRead: Footprint["rows"] = { ...inBody("true"), SELF: meetingIs(seated("m")) };

/** Meetings of branches and of the committee's bodies: what is sent stays, and only the signature is added. */
export const meetingFootprints = {
  bodyMeeting: [
    rows("Meeting", read, { ...ofBody("true"), SELF: seated("r") }),
    rows("Meeting", { insert: ["create"] }, ofBody("r.state = 'DRAFT'")),
    rows("Meeting", { update: ["update"] }, ofBody("r.state <> 'SIGNED'")),
    rows("Meeting", { update: ["update"] }, ofBody("r.state = 'DRAFT'"), `"place" = 'x'`),
    rows("MeetingAttendance", read, bodyPartsRead),
    rows("MeetingAttendance", { insert: ["update"], delete: ["update"] }, inBody("m.state = 'DRAFT'")),
    rows("MeetingItem", read, bodyPartsRead),
    rows("MeetingItem", { insert: ["update"], delete: ["update"] }, inBody("m.state = 'DRAFT'")),
    rows("MeetingPhoto", read, bodyPartsRead),
    rows("MeetingPhoto", { insert: ["update"], delete: ["update"] }, inBody("m.state = 'DRAFT'")),
    rows("MeetingAddendum", read, bodyPartsRead),
    rows("MeetingAddendum", { insert: ["update"] }, inBody("m.state <> 'DRAFT'")),
    rows("MinutesDraft", draftKept, inBody(`m.state = 'DRAFT' AND ${ofMine}`), `"meetingVersion" = 7`),
  ],
  meeting: [
    rows("Meeting", read, {
      REGISTER: `r."branchId" IS NOT NULL`,
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
    rows(
      "MinutesDraft",
      draftKept,
      {
        REGISTER: meetingIs(`m."branchId" IS NOT NULL AND m.state = 'DRAFT' AND ${ofMine}`),
        OWN_BRANCH: meetingIs(`m.state = 'DRAFT' AND ${mine("own")} AND ${ofMine}`),
      },
      `"meetingVersion" = 7`,
    ),
    rows("MeetingPhoto", read, partsRead),
    rows("MeetingPhoto", { insert: ["update"], delete: ["update"] }, ofDrafts),
    rows("MeetingAddendum", read, partsRead),
    rows(
      "MeetingAddendum",
      { insert: ["update"] },
      {
        REGISTER: meetingIs(`m."branchId" IS NOT NULL AND m.state <> 'DRAFT'`),
        OWN_BRANCH: meetingIs(`m.state <> 'DRAFT' AND ${mine("own")}`),
      },
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
