import type pg from "pg";
import { type Ask, load } from "./load";
import { formAsk, pageAsk, type Visitor } from "./visitor";

/** A screen as the bench asks for it: ours and the bare server's, so many requests of each. */
export type Screen = {
  name: string;
  /** The most it may cost, as a multiple of the bare server. */
  goal: number | null;
  /** How many requests one measurement takes. */
  count: number;
  expected: number;
  ours: (count: number) => Promise<Ask[]>;
  bare: (count: number) => Promise<Ask[]>;
};

/** The list of today and the same as of a day, which figures compare. */
export const TODAY = "all members on one page";
export const AS_OF = "all members as of 31/12/2022";
/** What is open in all branches, which has no bare twin and is told against the list of today. */
export const MONTH_WORK = "this month's work";

type Places = { members: string[]; branch: string; meeting: string };

/** The members of the sample's register, a branch of about twenty, and a meeting of it. */
export async function placesOf(admin: pg.Client): Promise<Places> {
  const committee = `(SELECT id FROM "Committee" ORDER BY "createdAt" LIMIT 1)`;
  const current = `h.kind = 'OFFICIAL' AND h."startsOn" <= CURRENT_DATE AND (h."endsOn" IS NULL OR h."endsOn" > CURRENT_DATE)`;
  const members = await admin.query<{ id: string }>(
    `SELECT h."memberId" AS id FROM "Membership" h WHERE h."committeeId" = ${committee} AND ${current} ORDER BY 1`,
  );
  const branch = await admin.query<{ id: string }>(
    `SELECT h."branchId" AS id FROM "Membership" h WHERE h."committeeId" = ${committee} AND ${current}
     GROUP BY 1 ORDER BY abs(count(*) - 20), 1 LIMIT 1`,
  );
  const place = branch.rows[0]?.id ?? "";
  const meeting = await admin.query<{ id: string }>(
    `SELECT id FROM "Meeting" WHERE "branchId" = $1 ORDER BY "monthOn", id LIMIT 1`,
    [place],
  );
  return { members: members.rows.map(({ id }) => id), branch: place, meeting: meeting.rows[0]?.id ?? "" };
}

/** The screens of the commune's main job. The visitors take turns, since each may write only so often. */
export function screensOf(visitors: readonly Visitor[], bareOrigin: string, token: string, places: Places): Screen[] {
  let turn = 0;
  const visitor = () => visitors[turn++ % visitors.length] ?? { origin: "", cookies: "" };
  const member = () => places.members[turn++ % places.members.length] ?? "";
  const repeated = (make: () => Ask) => async (count: number) => Array.from({ length: count }, make);
  const bare = (path: string) => repeated(() => ({ url: bareOrigin + path, headers: { cookie: token } }));
  const page = (path: string) => repeated(() => pageAsk(visitor(), path));
  const read = { count: 240, expected: 200 };
  const file = { count: 60, expected: 200 };
  const form = { count: 128, expected: 303 };

  return [
    { name: "empty signed-in page", goal: null, ...read, ours: page("/empty"), bare: bare("/empty") },
    {
      name: "empty form sent",
      goal: null,
      ...form,
      ours: (count) => Promise.all(Array.from({ length: count }, () => formAsk(visitor(), "/empty", {}))),
      bare: bare("/empty"),
    },
    {
      name: "branch page, 20 members",
      goal: 30,
      ...read,
      ours: page(`/branches/${places.branch}`),
      bare: bare(`/branch?id=${places.branch}`),
    },
    { name: TODAY, goal: 12, ...read, ours: page("/members?size=all"), bare: bare("/members") },
    { name: AS_OF, goal: null, ...read, ours: page("/members?size=all&on=2022-12-31"), bare: bare("/members") },
    { name: "members found by name", goal: null, ...read, ours: page("/members?q=van"), bare: bare("/members") },
    { name: "members filtered", goal: null, ...read, ours: page("/members?sex=FEMALE"), bare: bare("/members") },
    {
      name: "member page",
      goal: 30,
      ...read,
      ours: repeated(() => pageAsk(visitor(), `/members/${member()}`)),
      bare: repeated(() => ({ url: `${bareOrigin}/member?id=${member()}`, headers: { cookie: token } })),
    },
    { name: "dashboard", goal: 20, ...read, ours: page("/dashboard?year=2022"), bare: bare("/dashboard") },
    {
      name: "ratings of a year, all members",
      goal: null,
      ...read,
      ours: page("/ratings/2022?size=all"),
      bare: bare("/members"),
    },
    {
      name: "ratings of a year, a branch",
      goal: null,
      ...read,
      ours: page(`/ratings/2022?size=all&branch=${places.branch}`),
      bare: bare(`/branch?id=${places.branch}`),
    },
    { name: "meetings of a year", goal: null, ...read, ours: page("/meetings?year=2022"), bare: bare("/members") },
    { name: "meeting", goal: null, ...read, ours: page(`/meetings/${places.meeting}`), bare: bare("/members") },
    { name: MONTH_WORK, goal: null, ...read, ours: page("/month-work"), bare: bare("/members") },
    {
      name: "save an edit",
      goal: 12,
      ...form,
      ours: (count) => editAsks(visitors, places.members.slice(0, count)),
      bare: repeated(() => ({
        url: `${bareOrigin}/edit?id=${member()}`,
        headers: { cookie: token },
        body: Buffer.from(`work ${turn}`),
      })),
    },
    { name: "CSV of all members", goal: 4, ...file, ours: page("/api/export/members.csv"), bare: bare("/members.csv") },
    {
      name: "xlsx of all members",
      goal: 6,
      ...file,
      ours: page("/api/export/members.xlsx"),
      bare: bare("/members.xlsx"),
    },
  ];
}

/** One edit of each member, its form opened before. */
export async function editAsks(visitors: readonly Visitor[], members: readonly string[]): Promise<Ask[]> {
  const asks: Ask[] = [];
  for (const [index, id] of members.entries()) {
    const visitor = visitors[index % visitors.length];
    if (visitor)
      asks.push(await formAsk(visitor, `/members/${id}/edit`, { occupation: `work ${Date.now() % 100_000}` }));
  }
  return asks;
}

/** Lets a server see a screen often enough that its code is compiled. */
export async function warmUp(screen: Screen): Promise<void> {
  const count = Math.min(screen.count, 120);
  await load(await screen.ours(count), 4, screen.expected);
  await load(await screen.bare(count), 4, bareStatus(screen));
}

/** What the bare server answers: it has no page to send a saved form on to. */
export function bareStatus({ expected }: Screen): number {
  return expected === 303 ? 200 : expected;
}
