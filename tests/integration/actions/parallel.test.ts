import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { addMemberAction } from "@/lib/features/members/actions";
import { openVillageAction } from "@/lib/features/organization/actions/keep-branches";
import { confirmDecisionsAction } from "@/lib/features/ratings/actions";
import { ownerRows, signInAs } from "../../support/register";
import { addMembers, propose, record, stored } from "../ratings/round";
import { countEvents } from "./fingerprint";
import { type FormWorld, openFormWorld } from "./form-case";
import { memberForms } from "./member-forms";
import { type Answer, formData, send, signInRequests } from "./request";

vi.mock("next/headers", async () => (await import("./request")).requestParts);
vi.mock("next-intl/server", async () => (await import("./request")).translations);

let world: FormWorld;

beforeAll(async () => {
  world = await openFormWorld();
}, 120_000);

const reasonOf = (answer: Answer) => (answer.status === "refused" ? answer.reason.key : answer.status);

describe("one form sent many times at once", () => {
  it("becomes one record and one event, and every sending gets the same answer", async () => {
    const form = await memberForms.addMemberAction?.fillIn(world);
    const sent = () => formData({ ...form, fullName: "Lù Văn Năm Mươi", formKey });
    const formKey = randomUUID();
    await signInRequests(world.actors.office);
    const events = await countEvents(world.committeeId);
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(addMemberAction, [], sent())));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe("led");
    const members = await ownerRows(
      `SELECT 1 FROM "Member" WHERE "committeeId" = $1 AND "fullName" = 'Lù Văn Năm Mươi'`,
      [world.committeeId],
    );
    expect(members).toHaveLength(1);
    expect(await countEvents(world.committeeId)).toBe(events + 1);
  });

  it("is another's own where another person happens to use the same key", async () => {
    const formKey = randomUUID();
    const village = (name: string) => formData({ name, startsOn: "01/01/2020", formKey });
    await signInRequests(world.actors.office);
    expect((await send(openVillageAction, [], village("Bản Của Tôi"))).status).toBe("led");
    await signInRequests(await signInAs(world.committeeId, "Văn phòng khác", { role: "OFFICE" }));
    expect((await send(openVillageAction, [], village("Bản Của Người Khác"))).status).toBe("led");
  });
});

describe("confirmations at once", () => {
  it("of one decision by two leaders confirm it once", async () => {
    const [memberId = ""] = await addMembers(world, 1);
    const { ids } = await record(world.actors.office, world, await propose(world, [[memberId, "GOOD"]]));
    const events = await countEvents(world.committeeId);
    const form = () => formData({ roundId: world.roundId, rating: `${ids[0]} 2`, reason: "" });
    const sending = [];
    for (const leader of [world.actors.leader, world.actors.second]) {
      await signInRequests(leader);
      sending.push(send(confirmDecisionsAction, [2022], form()));
      await new Promise((resolve) => setTimeout(resolve));
    }
    const answers = await Promise.all(sending);
    expect(answers.filter((answer) => answer.status === "led")).toHaveLength(1);
    expect(await stored(ids[0] ?? "")).toMatchObject({ state: "DECIDED", version: 3 });
    expect(await countEvents(world.committeeId)).toBe(events + 1);
  });

  it("a hundred at once, each one more excellent, never exceed the cap of 33", async () => {
    const other = await openFormWorld();
    const excellent = await rate(other, { decidedGood: 165, recordedExcellent: 100 });
    await signInRequests(other.actors.leader);
    const answers = await Promise.all(
      excellent.map((id) =>
        send(confirmDecisionsAction, [2022], formData({ roundId: other.roundId, rating: `${id} 2` })),
      ),
    );
    const [decided] = await ownerRows<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Rating" WHERE "committeeId" = $1 AND state = 'DECIDED' AND level = 'EXCELLENT'`,
      [other.committeeId],
    );
    expect(decided?.n).toBe(33);
    const outcomes = Map.groupBy(answers, reasonOf);
    expect(outcomes.get("led")).toHaveLength(33);
    expect(outcomes.get("ratings.errors.capExceeded")).toHaveLength(67);
    const [refused] = outcomes.get("ratings.errors.capExceeded") ?? [];
    expect(refused).toMatchObject({ reason: { text: expect.stringContaining("33") } });
  }, 120_000);
});

/** Ratings as the database holds them after the minutes have been entered; the ids of the recorded ones. */
async function rate(of: FormWorld, counts: { decidedGood: number; recordedExcellent: number }): Promise<string[]> {
  const { committeeId, roundId, otherBranchId, actors } = of;
  const rows = await ownerRows<{ id: string; level: string }>(
    `WITH people AS (
       INSERT INTO "Member" ("committeeId", id, "fullName", "nameKey", "sortKey", "searchText", sex)
       SELECT $1, gen_random_uuid(), 'Người ' || n, 'nguoi ' || n, n::text, 'nguoi ' || n, 'MALE'
       FROM generate_series(1, $2::int + $3::int) n RETURNING id),
     profiles AS (
       INSERT INTO "MemberProfile" ("committeeId", "memberId", "birthOn", "admittedOn", "officialOn", education)
       SELECT $1, id, '1975', '2010-02-03', '2011-02-03', 'UPPER_SECONDARY' FROM people),
     memberships AS (
       INSERT INTO "Membership" ("committeeId", id, "memberId", "branchId", "startsOn")
       SELECT $1, gen_random_uuid(), id, $4, '2015-01-01' FROM people),
     numbered AS (SELECT id, row_number() OVER () <= $2 AS good FROM people)
     INSERT INTO "Rating" ("committeeId", id, "roundId", subject, "memberId", "branchId", state, "proposedLevel", level, version,
       "decisionNumber", "decidedOn", "minutesNumber", "presentCount", "recordedById", "confirmedById", "confirmedAt")
     SELECT $1, gen_random_uuid(), $5, 'MEMBER', id, $4, CASE WHEN good THEN 'DECIDED' ELSE 'RECORDED' END::"RatingState",
       CASE WHEN good THEN 'GOOD' ELSE 'EXCELLENT' END::"RatingLevel", CASE WHEN good THEN 'GOOD' ELSE 'EXCELLENT' END::"RatingLevel",
       2, '105-QĐ/ĐU', '2022-12-20', '12-BB/ĐU', 13, $6, CASE WHEN good THEN $7::uuid END, CASE WHEN good THEN now() END
     FROM numbered RETURNING id, level::text`,
    [
      committeeId,
      counts.decidedGood,
      counts.recordedExcellent,
      otherBranchId,
      roundId,
      actors.office.accountId,
      actors.second.accountId,
    ],
  );
  return rows.filter((row) => row.level === "EXCELLENT").map((row) => row.id);
}
