import pg from "pg";
import { getCountingStatement } from "@/lib/features/ratings/queries/counted-ratings";
import { type CountedRating, countsOnceConfirmed } from "@/lib/features/ratings/rules/round-counts";
import type { Installation } from "./installation";
import { stepFigure } from "./report";

const PEOPLE = 10_000;
const TURNS = 100;
/**
 * Counting the cap anew after a change in a round of ten thousand members, as a leader under row level security: processor time of the
 * database and of the rule, as a multiple of the bare list of all members.
 */
export async function capFigure(
  { admin, urls, clocks }: Installation,
  token: string,
  bareListMs: number,
): Promise<string> {
  const { committeeId, roundId, touched } = await holdRound(admin);
  const { text, values } = getCountingStatement({ committeeId, roundId, touched: [touched], isByBranch: false });
  const client = new pg.Client({ connectionString: urls.app });
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT app.enter($1)", [token]);
  const count = async () => {
    const { rows } = await client.query<CountedRating>({ name: "count", text, values: [...values] });
    return countsOnceConfirmed(rows, new Set([touched]));
  };
  for (let turn = 0; turn < 10; turn += 1) await count();
  const databaseBefore = clocks.database();
  const usage = process.cpuUsage();
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { EXCELLENT, GOOD } = await count();
    if (EXCELLENT + GOOD !== PEOPLE) throw new Error(`the cap counts ${EXCELLENT + GOOD} of ${PEOPLE}`);
  }
  const { user, system } = process.cpuUsage(usage);
  const each = (clocks.database() - databaseBefore + (user + system) / 1000) / TURNS;
  await client.query("COMMIT");
  await client.end();
  return stepFigure(`cap counted anew at ${PEOPLE} members`, each, bareListMs);
}

/** A round of its own with so many members, one recorded as excellent, the others decided as good. */
async function holdRound(admin: pg.Client): Promise<{ committeeId: string; roundId: string; touched: string }> {
  await admin.query("BEGIN");
  await admin.query("SET LOCAL session_replication_role = replica");
  const { rows } = await admin.query<{ committeeId: string; roundId: string; touched: string }>(
    `WITH place AS (SELECT b."committeeId", b.id AS "branchId" FROM "Branch" b WHERE b."committeeId" =
         (SELECT id FROM "Committee" ORDER BY "createdAt" LIMIT 1) LIMIT 1),
       round AS (INSERT INTO "RatingRound" ("committeeId", id, year, "ruleSetId", "reckoningOn")
         SELECT p."committeeId", gen_random_uuid(), 2001, s.id, '2001-12-31' FROM place p, "RuleSet" s
         WHERE s."committeeId" = p."committeeId" AND s.code = 'rating-2023' RETURNING id),
       people AS (INSERT INTO "Member" ("committeeId", id, "fullName", "nameKey", "sortKey", "searchText", sex)
         SELECT "committeeId", gen_random_uuid(), 'Lo Van ' || n, 'lo van ' || n, n::text, 'lo van ' || n, 'MALE'
         FROM place, generate_series(1, ${PEOPLE}) n RETURNING id),
       numbered AS (SELECT id, row_number() OVER () AS n FROM people),
       rated AS (INSERT INTO "Rating" ("committeeId", id, "roundId", subject, "memberId", "branchId", state, "proposedLevel", level,
           "decisionNumber", "decidedOn", "minutesNumber", "presentCount", "recordedById", "confirmedById", "confirmedAt")
         SELECT p."committeeId", gen_random_uuid(), r.id, 'MEMBER', m.id, p."branchId",
           CASE m.n WHEN 1 THEN 'RECORDED' ELSE 'DECIDED' END::"RatingState", l.level, l.level, '1', '2001-12-31', '1', 13, gen_random_uuid(),
           CASE WHEN m.n > 1 THEN gen_random_uuid() END, CASE WHEN m.n > 1 THEN now() END
         FROM place p, round r, numbered m, LATERAL (SELECT CASE m.n WHEN 1 THEN 'EXCELLENT' ELSE 'GOOD' END::"RatingLevel") l(level)
         RETURNING "committeeId", "roundId", id, state)
     SELECT "committeeId", "roundId", id AS touched FROM rated WHERE state = 'RECORDED'`,
  );
  await admin.query("COMMIT");
  await admin.query(`ANALYZE "Rating", "Member"`);
  const [held] = rows;
  if (!held) throw new Error("no round was held");
  return held;
}
