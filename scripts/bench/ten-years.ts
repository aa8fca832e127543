import type pg from "pg";
import type { Installation } from "./installation";
import { load, send } from "./load";
import { withStatementLog } from "./measure";
import { figure } from "./report";
import { formAsk, type Visitor } from "./visitor";

const SENDINGS = 8;

/** Gives every branch of the first register a signed meeting in each month of ten years, with who is in the branch now on its roll. */
export async function holdTenYears(admin: pg.Client): Promise<string> {
  const committee = `(SELECT id FROM "Committee" ORDER BY "createdAt" LIMIT 1)`;
  const current = `h.kind = 'OFFICIAL' AND h."startsOn" <= CURRENT_DATE AND (h."endsOn" IS NULL OR h."endsOn" > CURRENT_DATE)`;
  await admin.query("SET session_replication_role = replica");
  const meetings = await admin.query(`
    INSERT INTO "Meeting" ("committeeId", id, "branchId", kind, "monthOn", "heldOn", place, "chairId", "chairName", "writerId",
        "writerName", state, "sentOn", "sentBy", "signedOn", conclusion)
      SELECT b."committeeId", gen_random_uuid(), b.id, 'MONTHLY', m::date, m::date + 2, 'x', p.id, p."fullName", p.id,
        p."fullName", 'SIGNED', m::date + 3, 'x', m::date + 4, 'x'
      FROM "Branch" b CROSS JOIN generate_series(date '2012-01-01', date '2021-12-01', interval '1 month') m
        CROSS JOIN LATERAL (SELECT e.id, e."fullName" FROM "Membership" h
          JOIN "Member" e ON e."committeeId" = h."committeeId" AND e.id = h."memberId"
          WHERE h."committeeId" = b."committeeId" AND h."branchId" = b.id AND ${current} ORDER BY e.id LIMIT 1) p
      WHERE b."committeeId" = ${committee} AND b."endsOn" IS NULL`);
  const rolls = await admin.query(`
    INSERT INTO "MeetingAttendance" ("committeeId", "meetingId", "memberId", "fullName", "sortKey", "isOfficial", "isExempt", presence)
      SELECT t."committeeId", t.id, e.id, e."fullName", e."sortKey", true, false, 'PRESENT'
      FROM "Meeting" t JOIN "Membership" h ON h."committeeId" = t."committeeId" AND h."branchId" = t."branchId" AND ${current}
        JOIN "Member" e ON e."committeeId" = h."committeeId" AND e.id = h."memberId"
      WHERE t."committeeId" = ${committee} AND t.place = 'x'`);
  await admin.query("RESET session_replication_role");
  await admin.query("VACUUM ANALYZE");
  return `${meetings.rowCount} meetings with ${rolls.rowCount} names on their rolls`;
}

/** The roll of a branch, everybody present, sent so many times at the same moment with one form: what is kept of it. */
export async function rollFigure(installation: Installation, [visitor]: readonly Visitor[], branch: string) {
  if (!visitor) throw new Error("nobody to call the roll");
  const opened = await send(await formAsk(visitor, `/meetings/new?branch=${branch}`, {}));
  const id = /\/meetings\/([0-9a-f-]{36})/.exec(opened.headers.location ?? "")?.[1];
  if (!id) throw new Error(`opening a meeting answered ${opened.status}`);
  const ask = await formAsk(visitor, `/meetings/${id}/attendance?all=present`, {});
  const { result, lines } = await withStatementLog(installation, () => load([ask], 1, 303));
  const again = await load(
    Array.from({ length: SENDINGS - 1 }, () => ask),
    SENDINGS - 1,
    303,
  );
  const errors = result.errors + again.errors;
  if (errors > 0) throw new Error(`${errors} sendings of the roll failed`);
  const { rows } = await installation.admin.query<{ names: number; acts: number }>(
    `SELECT (SELECT count(*)::int FROM "MeetingAttendance" WHERE "meetingId" = $1::uuid) AS names,
       (SELECT count(*)::int FROM "AuditEvent" WHERE "subjectId" = $1::uuid AND type = 'meeting.rollCalled') AS acts`,
    [id],
  );
  const [kept] = rows;
  return figure(
    `a roll sent ${SENDINGS} times: names + acts kept (${lines} statements)`,
    `${kept?.names} + ${kept?.acts}`,
    "one act",
  );
}
