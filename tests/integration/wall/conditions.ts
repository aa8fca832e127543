/*
 * Which rows a right is about, as SQL over a row `r` and the person `me` (committee, account, member, own and assigned
 * branches, roles). Written from SECURITY's words and not from the policies, which it is compared with.
 */

/** Every row; a table of a register's data is narrowed to the person's register before. */
export const everyRow = "true";

export const ofMyself = `r."memberId" = me.member`;

const inForce = (period: string) =>
  `${period}."startsOn" <= app.today() AND (${period}."endsOn" IS NULL OR ${period}."endsOn" > app.today())`;

type Reach = "own" | "assigned";

/** The row's branch is one of mine. */
export const ofBranch = (reach: Reach) => `r."branchId" = ANY (me.${reach})`;

/** The row's village is, or was, served by one of my branches. */
export const ofVillage = (reach: Reach) => `EXISTS (SELECT 1 FROM "BranchVillage" v
  WHERE v."committeeId" = r."committeeId" AND v."villageId" = r."villageId" AND v."branchId" = ANY (me.${reach}))`;

/** The person of the row is in one of my branches today. */
export const memberToday = (reach: Reach, person = `r."memberId"`) => `EXISTS (SELECT 1 FROM "Membership" h
  WHERE h."committeeId" = r."committeeId" AND h."memberId" = ${person} AND h."branchId" = ANY (me.${reach}) AND ${inForce("h")})`;

/** The person of the row officially belongs to one of my branches today, and is no guest there. */
export const keptToday = (reach: Reach, person = `r."memberId"`) => `EXISTS (SELECT 1 FROM "Membership" h
  WHERE h."committeeId" = r."committeeId" AND h."memberId" = ${person} AND h."branchId" = ANY (me.${reach})
    AND h.kind = 'OFFICIAL' AND ${inForce("h")})`;

/** The person of the row has been in one of my branches. */
export const memberOnce = (person = `r."memberId"`) => `EXISTS (SELECT 1 FROM "Membership" h
  WHERE h."committeeId" = r."committeeId" AND h."memberId" = ${person} AND h."branchId" = ANY (me.own))`;

/** The dated row fell into the time in which its person was in one of my branches. */
export const whileMember = `EXISTS (SELECT 1 FROM "Membership" h
  WHERE h."committeeId" = r."committeeId" AND h."memberId" = r."memberId" AND h."branchId" = ANY (me.own)
    AND daterange(h."startsOn", h."endsOn") && daterange(r."startsOn", r."endsOn"))`;

/** The membership is in one of the branches I am in charge of, and still runs. */
export const assignedAndRunning = `${ofBranch("assigned")} AND ${inForce("r")}`;

/** The row is named by the holder of something: an office, an assignment. */
export const holderOf = (table: string, condition = "true") => `EXISTS (SELECT 1 FROM "${table}" o
  WHERE o."committeeId" = r."committeeId" AND o."memberId" = r.id AND ${condition})`;

export const inBranches = (reach: Reach) => `o."branchId" = ANY (me.${reach})`;
export const inVillages = (reach: Reach) => `o."villageId" IN (SELECT v."villageId" FROM "BranchVillage" v
  WHERE v."committeeId" = o."committeeId" AND v."branchId" = ANY (me.${reach}))`;

/* Inspections: `i` is the case. */
const isSubject = `(EXISTS (SELECT 1 FROM "InspectionSubject" s WHERE s."committeeId" = i."committeeId"
  AND s."inspectionId" = i.id AND (s."memberId" = me.member OR s."branchId" = ANY (me.own)))
  OR EXISTS (SELECT 1 FROM "InspectionRecusal" k WHERE k."committeeId" = i."committeeId"
    AND k."inspectionId" = i.id AND k."memberId" = me.member AND k."liftedAt" IS NULL))`;
const inTeam = `EXISTS (SELECT 1 FROM "InspectionTeamMember" t WHERE t."committeeId" = i."committeeId"
  AND t."inspectionId" = i.id AND t."memberId" = me.member)`;
const opened = `i."openedById" = me.account`;

/** Whom the circle of an open case holds, by the role that brings them into it; never a subject (SOD-6), nor who is recused (SOD-4). */
const circle: Readonly<Record<string, string>> = {
  INSPECTOR: `(${opened} OR ${inTeam})`,
  PARTY_SECRETARY: "true",
  INSPECTION_HEAD: "true",
  ANYONE: inTeam,
};

/** The role brings the person into the circle of the case, open or concluded. */
export const inCircleBy = (role: string) => `${circle[role] ?? "false"} AND NOT ${isSubject}`;

/** The case is concluded, and about neither the person nor a branch that the person leads. */
export const concludedOnOthers = `i.state = 'CONCLUDED' AND NOT ${isSubject}`;

/** The case is in progress and the role brings the person into its circle. */
export const openTo = (role: string) => `i.state = 'IN_PROGRESS' AND ${circle[role] ?? "false"} AND NOT ${isSubject}`;

export const concluded = `i.state = 'CONCLUDED'`;
export const concludedOnMine = `${concluded} AND EXISTS (SELECT 1 FROM "InspectionSubject" s
  WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id AND s."branchId" = ANY (me.own))`;
export const concludedOnMe = `${concluded} AND EXISTS (SELECT 1 FROM "InspectionSubject" s
  WHERE s."committeeId" = i."committeeId" AND s."inspectionId" = i.id AND s."memberId" = me.member)`;

/** The case of the row, by the column that names it. */
export const caseWhere = (condition: string, column = `r."inspectionId"`) => `EXISTS (SELECT 1 FROM "Inspection" i
  WHERE i."committeeId" = me.committee AND i.id = ${column} AND ${condition})`;

/** The person or branch of the row is a subject of a case. */
export const subjectOfCase = (column: "memberId" | "branchId", named: string, condition: string) =>
  `EXISTS (SELECT 1 FROM "InspectionSubject" n JOIN "Inspection" i ON i."committeeId" = n."committeeId" AND i.id = n."inspectionId"
    WHERE n."committeeId" = r."committeeId" AND n."${column}" = ${named} AND ${condition})`;

/** A case, open or concluded, on which the person works as an inspector. */
export const onCase = `(${opened} OR ${inTeam}) AND NOT (i.state = 'IN_PROGRESS' AND ${isSubject})`;

const inCircle = `NOT ${isSubject} AND (${inTeam} OR 'INSPECTOR' = ANY (me.roles) AND ${opened}
  OR me.roles && ARRAY['PARTY_SECRETARY', 'INSPECTION_HEAD'])`;

/** Which events of the trail, under the name given, a right reaches: never one of a case in progress that is hidden. */
export const trail = (event: string) => {
  const hidden = caseWhere(`i.state = 'IN_PROGRESS' AND NOT (${inCircle})`, `${event}."subjectId"`);
  const shown = `(${event}."subjectKind" <> 'inspection' OR 'SYSTEM' = ANY (me.roles) OR NOT ${hidden})`;
  return {
    REGISTER: shown,
    CASE: `${event}."subjectKind" = 'account'`,
    SELF: `${event}."accountId" = me.account AND ${shown}`,
  };
};

/** The row of the access log is of no paper of a case in progress that is hidden. */
export const shownPaper = `(r.type <> 'document.exported' OR coalesce(r.params ->> 'documentKind', '') NOT LIKE 'INSPECTION%'
  OR 'SYSTEM' = ANY (me.roles) OR NOT ${caseWhere(`i.state = 'IN_PROGRESS' AND NOT (${inCircle})`, `r."subjectId"`)})`;

/** The change belongs to an event that is reached. */
export const ofEvent = (condition: string) =>
  `EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."committeeId" = r."committeeId" AND e.seq = r.seq AND ${condition})`;
