const TODAY = "(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date";
const inForce = (alias: string, day = TODAY) =>
  `${alias}."startsOn" <= ${day} AND (${alias}."endsOn" IS NULL OR ${alias}."endsOn" > ${day})`;
const YEAR_END = "DATE '2022-12-31'";

const MEMBER_ROWS = `
  SELECT m.id, m."fullName", m.sex, b.name AS branch, p."birthOn", p."admittedOn"::text, p."officialOn"::text,
    p."cardNumber", p.education, p."theoryLevel", x.ethnicity, s.kind AS activity, r.level
  FROM "Membership" h
  JOIN "Member" m ON m."committeeId" = h."committeeId" AND m.id = h."memberId"
  JOIN "Branch" b ON b."committeeId" = h."committeeId" AND b.id = h."branchId"
  LEFT JOIN "MemberProfile" p ON p."committeeId" = h."committeeId" AND p."memberId" = h."memberId"
  LEFT JOIN "MemberSensitive" x ON x."committeeId" = h."committeeId" AND x."memberId" = h."memberId"
  LEFT JOIN "MemberStatus" s ON s."committeeId" = h."committeeId" AND s."memberId" = h."memberId" AND ${inForce("s")}
  LEFT JOIN "Rating" r ON r."committeeId" = h."committeeId" AND r."memberId" = h."memberId" AND r.state = 'DECIDED'
    AND r."supersededById" IS NULL AND r."roundId" = (SELECT o.id FROM "RatingRound" o
      WHERE o."committeeId" = $1 AND o.quarter IS NULL ORDER BY o.year DESC LIMIT 1)
  WHERE h."committeeId" = $1 AND h.kind = 'OFFICIAL' AND ${inForce("h")}`;

/** The prepared statements of the bare server: the rows of our screens, without rights and without words. */
export const bareQueries = {
  session: `SELECT s."committeeId" FROM "Session" s JOIN "Account" a ON a.id = s."accountId"
    WHERE s."tokenHash" = $1 AND s."endedAt" IS NULL AND s."expiresAt" > now() AND a."disabledAt" IS NULL`,
  members: `${MEMBER_ROWS} ORDER BY m."sortKey", m.id`,
  branchMembers: `${MEMBER_ROWS} AND h."branchId" = $2 ORDER BY m."sortKey", m.id`,
  branch: `SELECT b.*, (SELECT jsonb_agg(jsonb_build_object('kind', o.kind, 'name', m."fullName")) FROM "BranchOffice" o
      JOIN "Member" m ON m."committeeId" = o."committeeId" AND m.id = o."memberId"
      WHERE o."committeeId" = b."committeeId" AND o."branchId" = b.id AND ${inForce("o")}) AS officers,
    (SELECT jsonb_agg(m."fullName") FROM "Assignment" a
      JOIN "Member" m ON m."committeeId" = a."committeeId" AND m.id = a."memberId"
      WHERE a."committeeId" = b."committeeId" AND a."branchId" = b.id AND ${inForce("a")}) AS "inCharge"
    FROM "Branch" b WHERE b."committeeId" = $1 AND b.id = $2`,
  member: `SELECT to_jsonb(m) AS member, to_jsonb(p) AS profile, to_jsonb(x) AS sensitive,
    (SELECT jsonb_agg(to_jsonb(h) || jsonb_build_object('branch', b.name)) FROM "Membership" h
      JOIN "Branch" b ON b."committeeId" = h."committeeId" AND b.id = h."branchId"
      WHERE h."committeeId" = m."committeeId" AND h."memberId" = m.id) AS memberships,
    (SELECT jsonb_agg(to_jsonb(s)) FROM "MemberStatus" s WHERE s."committeeId" = m."committeeId" AND s."memberId" = m.id) AS statuses,
    (SELECT jsonb_agg(to_jsonb(o)) FROM "BranchOffice" o WHERE o."committeeId" = m."committeeId" AND o."memberId" = m.id) AS offices,
    (SELECT jsonb_agg(to_jsonb(r)) FROM "Rating" r WHERE r."committeeId" = m."committeeId" AND r."memberId" = m.id
      AND r.state = 'DECIDED') AS ratings
    FROM "Member" m
    LEFT JOIN "MemberProfile" p ON p."committeeId" = m."committeeId" AND p."memberId" = m.id
    LEFT JOIN "MemberSensitive" x ON x."committeeId" = m."committeeId" AND x."memberId" = m.id
    WHERE m."committeeId" = $1 AND m.id = $2`,
  dashboard: `SELECT
    (SELECT jsonb_agg(t) FROM (SELECT b.name, count(*) AS members, count(*) FILTER (WHERE m.sex = 'FEMALE') AS women
      FROM "Membership" h JOIN "Member" m ON m."committeeId" = h."committeeId" AND m.id = h."memberId"
      JOIN "Branch" b ON b."committeeId" = h."committeeId" AND b.id = h."branchId"
      WHERE h."committeeId" = $1 AND h.kind = 'OFFICIAL' AND ${inForce("h", YEAR_END)} GROUP BY b.name) t) AS members,
    (SELECT jsonb_agg(t) FROM (SELECT o.year, r.subject, r.level, count(*) FROM "RatingRound" o
      JOIN "Rating" r ON r."committeeId" = o."committeeId" AND r."roundId" = o.id
      WHERE o."committeeId" = $1 AND r.state = 'DECIDED' AND r."supersededById" IS NULL
      GROUP BY o.year, r.subject, r.level) t) AS ratings,
    (SELECT jsonb_build_object('events', count(DISTINCT i.id), 'branches', count(DISTINCT s."branchId"),
      'members', count(DISTINCT s."memberId")) FROM "Inspection" i
      LEFT JOIN "InspectionSubject" s ON s."committeeId" = i."committeeId" AND s."inspectionId" = i.id
      WHERE i."committeeId" = $1 AND i.year = 2022 AND i.state = 'CONCLUDED') AS inspections,
    (SELECT count(DISTINCT a."branchId") FROM "Assignment" a
      WHERE a."committeeId" = $1 AND a.role = 'MAIN' AND ${inForce("a", YEAR_END)}) AS assigned`,
  profile: `SELECT occupation, version FROM "MemberProfile" WHERE "committeeId" = $1 AND "memberId" = $2 FOR UPDATE`,
  saveProfile: `UPDATE "MemberProfile" SET occupation = $4, version = version + 1
    WHERE "committeeId" = $1 AND "memberId" = $2 AND version = $3`,
  appendAudit: `INSERT INTO bare.audit ("committeeId", "memberId", before, after) VALUES ($1, $2, $3, $4)`,
} as const;
