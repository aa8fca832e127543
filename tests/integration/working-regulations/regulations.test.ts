import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { openBranchTerm } from "@/lib/features/organization/commands/branch-terms";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { annulRegulation, recordRegulation } from "@/lib/features/working-regulations/commands/record-regulation";
import { getRegulation, getRegulations } from "@/lib/features/working-regulations/queries/get-regulations";
import { listRegulationStandings } from "@/lib/features/working-regulations/queries/list-standings";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, secondBranch, withRoll } from "../meetings/branch-meeting";
import { adopted, followed, regulationInput } from "./regulation";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

const stored = (branchId: string) =>
  ownerRows<{ id: string; from: string; annulled: boolean }>(
    `SELECT id, "startsOn"::text AS "from", "annulledOn" IS NOT NULL AS annulled FROM "WorkingRegulation"
      WHERE "branchId" = $1 ORDER BY "startsOn"`,
    [branchId],
  );

describe("a branch without working regulations", () => {
  it("stands out in the list and in the month's work of who sees to it, until it has some", async () => {
    const { office, leader, secretary, inCharge, inspector } = register.actors;
    const { branchId, otherBranchId } = register;
    const missing = async (actor: Actor) => {
      const { lines } = await getMonthWork(actor, { branch: null });
      return lines.filter(({ kind }) => kind === "REGULATION_MISSING").map((line) => [line.branchId, line.href]);
    };
    const page = `/branches/${branchId}/working-regulations`;
    expect(await missing(secretary)).toEqual([[branchId, `${page}/new`]]);
    expect(await missing(inCharge)).toEqual([[branchId, page]]);
    expect((await missing(office)).map(([id]) => id)).toEqual(expect.arrayContaining([branchId, otherBranchId]));
    const standingFor = async (actor: Actor) =>
      (await listRegulationStandings(actor)).find((row) => row.branchId === branchId)?.standing;
    for (const reader of [office, leader, inspector, secretary]) expect(await standingFor(reader)).toBe("NONE");

    const id = await adopted(secretary, branchId, {
      startsOn: addDays(secretary.today, 3),
      adoptedOn: secretary.today,
    });
    expect(await standingFor(leader)).toBe("COMING");
    expect(await missing(secretary)).toEqual([]);
    await annulRegulation(office, { id, version: 1, reason: "Ghi nhầm" });
    expect(await missing(secretary)).toHaveLength(1);
  });

  it("has older ones once a term begins after they were adopted", async () => {
    const { office, leader } = register.actors;
    const { otherBranchId } = register;
    await adopted(office, otherBranchId);
    const standing = async () =>
      (await listRegulationStandings(leader)).find((row) => row.branchId === otherBranchId)?.standing;
    expect(await standing()).toBe("CURRENT");
    const startsOn = day("2025-01-15");
    const term = { number: 1, congressOn: startsOn, startsOn, lastDay: null, decisionNumber: null };
    await openBranchTerm(office, { ...term, branchId: otherBranchId });
    expect(await standing()).toBe("OLDER_TERM");
    await followed(office, otherBranchId, "2025-02-01");
    expect(await standing()).toBe("CURRENT");
  });
});

describe("recording a version", () => {
  it("ends the one before the day before, is read by who reads the branch on any day, and is audited", async () => {
    const fresh = await openRegister();
    const { office, leader, inspector, secretary, inCharge } = fresh.actors;
    const { branchId } = fresh;
    const heldOn = day("2022-03-05");
    const meetingId = await withRoll(fresh.system, firstBranch(fresh), day("2022-03-01"));
    const first = await adopted(secretary, branchId, { adoptedOn: heldOn, meetingId });
    const second = await followed(office, branchId, "2025-02-10");
    expect(await lastEvent(fresh.committeeId)).toMatchObject({ type: "workingRegulation.recorded" });
    for (const reader of [office, leader, inspector, secretary, inCharge]) {
      const now = await getRegulations(reader, branchId, reader.today);
      expect([now.inForce?.id, now.others.map(({ id, lastDay }) => [id, lastDay])]).toEqual([
        second,
        [[first, "2025-02-09"]],
      ]);
      expect((await getRegulations(reader, branchId, day("2025-02-09"))).inForce?.id).toBe(first);
      expect((await getRegulations(reader, branchId, day("2022-03-04"))).inForce).toBeNull();
    }
    expect((await getRegulation(secretary, first)).meetingId).toBe(meetingId);
    expect((await getRegulation(inspector, first)).meetingId).toBeNull();
  });

  it("is for the branch and the office; another branch's is not there, not even for raw SQL", async () => {
    const fresh = await openRegister();
    const { leader, secretary, otherSecretary, inCharge, inspector, ordinary } = fresh.actors;
    const { branchId } = fresh;
    const input = regulationInput(branchId);
    for (const reader of [leader, inCharge, inspector])
      await expect(recordRegulation(reader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const stranger of [otherSecretary, ordinary]) {
      await expect(recordRegulation(stranger, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getRegulations(stranger, branchId, stranger.today)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const id = await adopted(secretary, branchId);
    const annulment = { id, version: 1, reason: "Nhầm" };
    await expect(annulRegulation(leader, annulment)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(annulRegulation(otherSecretary, annulment)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const foreign = (await openRegister()).actors.office;
    await expect(annulRegulation(foreign, annulment)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const raw = await inContext(
      otherSecretary.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "WorkingRegulation" SET "annulledOn" = current_date, "annulledBy" = 'x',
        "annulledReason" = 'x' WHERE id = ${id}::uuid`,
    );
    expect(raw).toBe(0);
    const change = inContext(
      secretary.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "WorkingRegulation" SET "startsOn" = current_date WHERE id = ${id}::uuid`,
    );
    await expect(change).rejects.toThrow(/permission denied/);
    expect(await stored(branchId)).toEqual([{ id, from: "2022-03-05", annulled: false }]);
  });

  it("takes a meeting of the branch on that very day, and no other", async () => {
    const fresh = await openRegister();
    const { secretary } = fresh.actors;
    const { branchId } = fresh;
    const own = await withRoll(fresh.system, firstBranch(fresh), day("2022-04-01"));
    const theirs = await withRoll(fresh.system, secondBranch(fresh), day("2022-04-01"));
    const days = { adoptedOn: day("2022-04-05"), startsOn: day("2022-04-05") };
    await expect(adopted(secretary, branchId, { ...days, meetingId: theirs })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(adopted(secretary, branchId, { meetingId: own })).rejects.toMatchObject({
      ...{ code: "RULE", reason: "workingRegulations.errors.otherMeetingDay", field: "meetingId" },
    });
    const forged = inContext(
      secretary.sessionToken,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO "WorkingRegulation" ("committeeId", id, "branchId", "adoptedOn", "startsOn", "meetingId",
        "recordedById", "recordedBy") VALUES (${fresh.committeeId}::uuid, gen_random_uuid(), ${branchId}::uuid, '2022-04-05',
        '2022-04-05', ${theirs}::uuid, ${secretary.accountId}::uuid, 'x')`,
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    await adopted(secretary, branchId, { ...days, meetingId: own });
    expect(await stored(branchId)).toHaveLength(1);
  });

  it("is done once by one form sent twice at once, and by one of two who begin on the same day", async () => {
    const fresh = await openRegister();
    const { secretary, office } = fresh.actors;
    const { branchId } = fresh;
    const formKey = randomUUID();
    await Promise.all([1, 2].map(() => recordRegulation(secretary, regulationInput(branchId), { formKey })));
    expect(await stored(branchId)).toHaveLength(1);
    const both = await Promise.allSettled([secretary, office].map((by) => followed(by, branchId, "2024-01-01")));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stored(branchId)).toHaveLength(2);
    const forged = ownerRows(
      `INSERT INTO "WorkingRegulation" ("committeeId", id, "branchId", "adoptedOn", "startsOn", "recordedBy")
        SELECT "committeeId", gen_random_uuid(), "branchId", '2025-01-02', '2025-01-01', 'x' FROM "WorkingRegulation" WHERE "branchId" = $1 LIMIT 1`,
      [branchId],
    );
    await expect(forged).rejects.toThrow(/WorkingRegulation_days/);
  });
});

describe("annulling a version", () => {
  it("lets the one before it go on, keeps it to be read, and is done once at the version that was seen", async () => {
    const fresh = await openRegister();
    const { secretary, leader } = fresh.actors;
    const { branchId } = fresh;
    const first = await adopted(secretary, branchId);
    const second = await followed(secretary, branchId, "2025-02-10");
    const annulment = { id: second, version: 1, reason: "Ghi nhầm ngày" };
    await expect(annulRegulation(secretary, { ...annulment, version: 7 })).rejects.toMatchObject({
      ...{ code: "CONFLICT", version: 1 },
    });
    await annulRegulation(secretary, annulment);
    expect(await lastEvent(fresh.committeeId)).toMatchObject({ type: "workingRegulation.annulled" });
    await expect(annulRegulation(secretary, { ...annulment, version: 2 })).rejects.toMatchObject({
      ...{ code: "RULE", reason: "workingRegulations.errors.annulledBefore" },
    });
    const now = await getRegulations(leader, branchId, leader.today);
    expect([now.inForce?.id, now.inForce?.lastDay]).toEqual([first, null]);
    expect(now.others).toMatchObject([{ id: second, standing: "ANNULLED", annulled: { reason: "Ghi nhầm ngày" } }]);
    await followed(secretary, branchId, "2025-02-10");
    expect((await getRegulation(leader, first)).lastDay).toBe("2025-02-09");
  });
});
