import type { Resource } from "@/lib/core/policy-table/row";
import {
  caseWhere,
  concluded,
  concludedOnMe,
  concludedOnMine,
  everyRow,
  inCircleBy,
  ofBranch,
  ofMyself,
  onCase,
  openTo,
  subjectOfCase,
} from "./conditions";
import { confirms, type Footprint, keep, read, rows, write } from "./footprint";

const notAboutMe = `r."memberId" IS DISTINCT FROM me.member OR r."memberId" IS NULL`;
const concludedInCircle = (role: string) => `${concluded} AND ${inCircleBy(role)}`;
/** What of a case each table shows: `mine` and `me` narrow a subject's reader to the own line. */
const caseRows = (mine = caseWhere(concludedOnMine), me = caseWhere(concludedOnMe)): Footprint["rows"] => ({
  REGISTER: caseWhere(concluded),
  OWN_BRANCH: mine,
  SELF: me,
  CASE: (role) => caseWhere(concludedInCircle(role)),
});
/* Only what a second person has confirmed is read with the conclusion. */
const confirmed = (condition: string) => `${caseWhere(condition)} AND r.state = 'CONFIRMED'`;
const addenda: Footprint["rows"] = {
  REGISTER: confirmed(concluded),
  OWN_BRANCH: confirmed(concludedOnMine),
  SELF: confirmed(concludedOnMe),
  CASE: (role) => confirmed(concludedInCircle(role)),
};
const openRows: Footprint["rows"] = {
  REGISTER: caseWhere("i.state = 'IN_PROGRESS'"),
  CASE: (role) => caseWhere(openTo(role)),
};
const caseTable = (table: string, sets: string) =>
  rows(table, { select: ["read"], insert: ["update"], update: ["update"], delete: ["update"] }, openRows, sets);

/** Ratings and inspections. */
export const decisionFootprints = {
  ratingRound: [
    rows("RatingRound", keep, { REGISTER: everyRow, SELF: "me.member IS NOT NULL" }),
    rows(
      "RatingDeadlines",
      { select: ["read"], insert: ["update"] },
      { REGISTER: everyRow, SELF: "me.member IS NOT NULL" },
    ),
    rows(
      "RatingDeadlines",
      { update: ["confirm"] },
      { REGISTER: `r."confirmedAt" IS NULL AND r."setById" IS DISTINCT FROM me.account` },
      `${confirms}, "confirmedBy" = 'x'`,
    ),
  ],
  ratingProposal: [
    rows("Rating", read, {
      REGISTER: `r.state <> 'DECIDED'`,
      OWN_BRANCH: `r.state <> 'DECIDED' AND ${ofBranch("own")} AND (${notAboutMe})`,
    }),
    rows(
      "Rating",
      write,
      {
        REGISTER: `r.state = 'PROPOSED' AND (${notAboutMe})`,
        OWN_BRANCH: `r.state = 'PROPOSED' AND ${ofBranch("own")} AND (${notAboutMe})`,
      },
      `"proposedLevel" = 'COMPLETED', "notRatedReason" = NULL`,
    ),
  ],
  rating: [
    rows("Rating", read, {
      REGISTER: `r.state = 'DECIDED'`,
      OWN_BRANCH: `r.state = 'DECIDED' AND ${ofBranch("own")}`,
      ASSIGNED_BRANCH: `r.state = 'DECIDED' AND ${ofBranch("assigned")}`,
      CASE: `r.state = 'DECIDED' AND ${subjectOfCase("memberId", `r."memberId"`, onCase)}`,
      SELF: `r.state = 'DECIDED' AND ${ofMyself}`,
    }),
    rows("Rating", { insert: ["record"] }, { REGISTER: `r.state = 'RECORDED' AND (${notAboutMe})` }),
    rows(
      "Rating",
      { update: ["record"] },
      { REGISTER: `r.state <> 'DECIDED' AND (${notAboutMe})` },
      `state = 'RECORDED', level = 'GOOD', "notRatedReason" = NULL, "decisionNumber" = '1', "decidedOn" = DATE '2022-12-20',
        "minutesNumber" = '1', "presentCount" = 9, "recordedById" = me.account`,
    ),
    rows(
      "Rating",
      { update: ["confirm"] },
      {
        REGISTER: `r.state = 'RECORDED' AND (${notAboutMe}) AND r."recordedById" IS DISTINCT FROM me.account
          AND r."proposedById" IS DISTINCT FROM me.account`,
      },
      `state = 'DECIDED', ${confirms}`,
    ),
  ],
  committeeRating: [rows("Rating", read, { REGISTER: `r.subject = 'COMMITTEE' AND r.state = 'DECIDED'` })],

  inspection: [
    rows("Inspection", read, {
      REGISTER: caseWhere(concluded, "r.id"),
      OWN_BRANCH: caseWhere(concludedOnMine, "r.id"),
      SELF: caseWhere(concludedOnMe, "r.id"),
      CASE: (role) => caseWhere(concludedInCircle(role), "r.id"),
    }),
    rows("Inspection", { insert: ["create"] }, { REGISTER: `r.state = 'CONCLUDED'` }),
    rows(
      "InspectionSubject",
      read,
      caseRows(`${caseWhere(concluded)} AND ${ofBranch("own")}`, `${caseWhere(concluded)} AND ${ofMyself}`),
    ),
    rows("InspectionTeamMember", read, caseRows()),
    rows("InspectionTopicRow", read, caseRows()),
    rows("InspectionAddendum", read, addenda),
    rows("Member", read, {
      REGISTER: subjectOfCase("memberId", "r.id", concluded),
      CASE: (role) => subjectOfCase("memberId", "r.id", concludedInCircle(role)),
    }),
    rows("Branch", read, { CASE: (role) => subjectOfCase("branchId", "r.id", concludedInCircle(role)) }),
  ],
  openInspection: [
    rows(
      "Inspection",
      { select: ["read"], update: ["update"] },
      {
        REGISTER: `r.state = 'IN_PROGRESS'`,
        CASE: (role) => caseWhere(openTo(role), "r.id"),
      },
    ),
    rows(
      "Inspection",
      { insert: ["create"] },
      { REGISTER: `r.state = 'IN_PROGRESS'`, CASE: `r.state = 'IN_PROGRESS'` },
    ),
    caseTable("InspectionSubject", `"finding" = 'x'`),
    /* Written with the case and never after it: who joins an open case is put in by the database (SOD-7). */
    rows(
      "InspectionTeamMember",
      { select: ["read"], update: ["update"], delete: ["update"] },
      openRows,
      `"role" = 'MEMBER'`,
    ),
    caseTable("InspectionTopicRow", `"topic" = 'OTHER'`),
    rows("Member", read, { CASE: (role) => subjectOfCase("memberId", "r.id", openTo(role)) }),
    rows("Branch", read, { CASE: (role) => subjectOfCase("branchId", "r.id", openTo(role)) }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
