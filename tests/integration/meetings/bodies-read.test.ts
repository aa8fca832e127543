import { beforeAll, describe, expect, it } from "vitest";
import { findWorkMenu } from "@/app/find-work-menu";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { listAttendance } from "@/lib/features/meetings/queries/list-attendance";
import { findBodyReach, listBodyMeetings } from "@/lib/features/meetings/queries/list-body-meetings";
import { listGrades } from "@/lib/features/meetings/queries/list-grades";
import { listMeetings } from "@/lib/features/meetings/queries/list-meetings";
import { listMeetingsDue } from "@/lib/features/meetings/queries/list-meetings-due";
import { ownerRows, type TestRegister } from "../../support/register";
import { type Body, bodyRoll, openBodies, openedOf, sentOf, signedOf } from "./body-meeting";
import { firstBranch, sent } from "./branch-meeting";

let register: TestRegister;
let executive: Body;
let standing: Body;
/** A member of the executive committee alone, until the end of 2021. */
let once: Actor;
let days = 0;

beforeAll(async () => {
  ({ register, executive, standing, once } = await openBodies());
});

/** A day of its own for each test, in a year in which both sat in their seats, or in the year after. */
const dayIn = (year: 2021 | 2022): Day => addDays(day(`${year}-01-01`), days++);

/** The meetings of bodies that the database shows somebody, and those whose roll and text it shows. */
async function idsSeenBy({ sessionToken }: Actor): Promise<string[][]> {
  const rows = await inContext(sessionToken, async (tx) => [
    await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Meeting" WHERE body IS NOT NULL`,
    await tx.$queryRaw<{ id: string }[]>`SELECT "meetingId" AS id FROM "MeetingAttendance"`,
    await tx.$queryRaw<{ id: string }[]>`SELECT "meetingId" AS id FROM "MeetingItem"`,
  ]);
  return rows.map((found) => found.map(({ id }) => id));
}

describe("who reads the meetings of a body", () => {
  it("is the office, leadership, and who sat in the body on their day; by raw SQL too", async () => {
    const { office, leader, inCharge, secretary, otherSecretary, inspector, ordinary, admin } = register.actors;
    const ids = {
      executiveThen: await signedOf(office, executive, dayIn(2021)),
      executiveNow: await signedOf(office, executive, dayIn(2022)),
      standingThen: await signedOf(office, standing, dayIn(2021)),
    };
    const all = Object.values(ids);
    const seen = async (actor: Actor) => (await idsSeenBy(actor)).map((rows) => all.filter((id) => rows.includes(id)));
    for (const reader of [office, leader, inCharge]) {
      expect(await seen(reader)).toEqual([all, all, all]);
      for (const id of all) await expect(getMeeting(reader, id)).resolves.toMatchObject({ id });
    }
    const own = [ids.executiveThen];
    expect(await seen(once)).toEqual([own, own, own]);
    await expect(getMeeting(once, ids.executiveThen)).resolves.toMatchObject({ can: { edit: false, amend: false } });
    for (const id of [ids.executiveNow, ids.standingThen])
      await expect(getMeeting(once, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const stranger of [secretary, otherSecretary, inspector, ordinary, admin]) {
      expect(await seen(stranger)).toEqual([[], [], []]);
      for (const id of all) await expect(getMeeting(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(listBodyMeetings(stranger, { year: 2021 })).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await findBodyReach(stranger)).toBe(false);
    }
  });

  it("find them in the menu: who has no role where they sit or sat, everybody else as before", async () => {
    const { office, secretary, ordinary } = register.actors;
    const meetingsOf = async (actor: Actor) =>
      (await findWorkMenu(actor)).map(({ href }) => href).filter((href) => href.startsWith("/meetings"));
    expect(await meetingsOf(once)).toEqual(["/meetings/bodies"]);
    expect(await meetingsOf(ordinary)).toEqual([]);
    for (const actor of [office, secretary]) expect(await meetingsOf(actor)).toEqual(["/meetings"]);
  });

  it("lists to each what they may read, with how many came", async () => {
    const { office, inCharge } = register.actors;
    const id = await sentOf(office, standing, dayIn(2022));
    const linesOf = async (actor: Actor, year: number) => {
      const { bodies, can } = await listBodyMeetings(actor, { year });
      return { can, lines: bodies.flatMap(({ body, meetings }) => meetings.map((one) => ({ body, ...one }))) };
    };
    const ofOffice = await linesOf(office, 2022);
    expect(ofOffice.can).toEqual({ open: true });
    expect(ofOffice.lines.find((line) => line.id === id)).toMatchObject({
      ...{ body: "STANDING_COMMITTEE", state: "SENT", isHeld: true, roll: { called: 1, present: 1 } },
    });
    expect((await linesOf(inCharge, 2022)).lines).toEqual(ofOffice.lines);
    expect(await linesOf(once, 2022)).toEqual({ can: { open: false }, lines: [] });
    expect(new Set((await linesOf(once, 2021)).lines.map(({ body }) => body))).toEqual(new Set(["COMMITTEE"]));
  });

  it("does not give the pen to who only reads, even by raw SQL", async () => {
    const { office, inCharge, leader } = register.actors;
    const id = await openedOf(office, standing, dayIn(2022));
    for (const reader of [inCharge, leader]) {
      const changed = await inContext(
        reader.sessionToken,
        (tx) => tx.$executeRaw`UPDATE "Meeting" SET place = 'x' WHERE id = ${id}::uuid`,
      );
      expect(changed).toBe(0);
      const entries = await bodyRoll(standing, day("2022-01-01"));
      await expect(takeAttendance(reader, { id, version: 1, guests: null, entries })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});

describe("what the database holds", () => {
  const owner = (sql: string, values: unknown[]) => ownerRows(sql, values);

  it("is a meeting of one of the two, that stays the body's, in the month of its day and without a number", async () => {
    const { office } = register.actors;
    const id = await openedOf(office, executive, dayIn(2022));
    const set = (what: string) => owner(`UPDATE "Meeting" SET ${what} WHERE id = $1`, [id]);
    await expect(set(`"branchId" = '${register.branchId}'`)).rejects.toThrow("Meeting_held_by");
    await expect(set(`body = NULL, "branchId" = '${register.branchId}'`)).rejects.toThrow("stays that of the body");
    await expect(set(`"monthOn" = '2001-01-01'`)).rejects.toThrow("Meeting_body_month");
    await expect(
      owner(
        `INSERT INTO "MeetingScore" ("committeeId", "meetingId", "ruleSetId", total, "proposedGrade", "scoredBy", "scoredOn")
         SELECT $1, $2, r.id, 90, 'MEETING_GOOD', 'x', now() FROM "RuleSet" r WHERE r."committeeId" = $1 AND r.kind = 'MEETING' LIMIT 1`,
        [register.committeeId, id],
      ),
    ).rejects.toThrow("only meetings of branches are scored");
  });
});

describe("the figures of branches", () => {
  it("do not know the meetings of bodies", async () => {
    const { office } = register.actors;
    await sent(office, firstBranch(register), day("2021-03-01"));
    const figures = async () => ({
      year: await listMeetings(office, { year: 2021, branch: null }),
      usual: (await listMeetings(office, { year: null, branch: null })).year,
      grades: await listGrades(office, { year: 2021, show: null }),
      due: await listMeetingsDue(office),
      attended: await listAttendance(office, register.members.inCharge, 2021),
    });
    const before = await figures();
    await signedOf(office, executive, dayIn(2021));
    await sentOf(office, standing, dayIn(2021));
    await openedOf(office, standing, addDays(office.today, 3));
    expect(await figures()).toEqual(before);
    expect(before.attended).toEqual([]);
  });
});
