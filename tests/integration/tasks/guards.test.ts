import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import type { TaskGiver } from "@/lib/core/db/generated/enums";
import { openRegister, type TestRegister } from "../../support/register";
import { bodyOf, writtenOf } from "../meetings/body-meeting";
import { firstBranch, written } from "../meetings/branch-meeting";
import { given, reportedDone } from "./task";

/* What the runtime role is let write past the commands, and how many rows that changes. */

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const accept = (actor: Actor, id: string, reporter: Actor) =>
  inContext(
    actor.sessionToken,
    (tx) =>
      tx.$executeRaw`UPDATE "Task" SET state = 'DONE', "doneOn" = "givenOn", "closedOn" = "givenOn",
        "reportedById" = ${reporter.accountId}::uuid WHERE id = ${id}::uuid`,
  );
const moveDeadline = (actor: Actor, id: string) =>
  inContext(
    actor.sessionToken,
    (tx) => tx.$executeRaw`UPDATE "Task" SET "deadlineOn" = "deadlineOn" + 30 WHERE id = ${id}::uuid`,
  );

const insert = (actor: Actor, giver: TaskGiver, branchId: string, meetingId: string) =>
  inContext(
    actor.sessionToken,
    (tx) =>
      tx.$executeRaw`INSERT INTO "Task" ("committeeId", id, "branchId", giver, title, "givenOn", "deadlineOn", "meetingId",
          "recordedById", "recordedBy")
        VALUES (${actor.committeeId}::uuid, gen_random_uuid(), ${branchId}::uuid, ${giver}::"TaskGiver", 'x', '2022-03-20',
          '2022-04-20', ${meetingId}::uuid, ${actor.accountId}::uuid, 'x')`,
  );

describe("the database itself", () => {
  it("lets nobody accept a task of the committee that was not reported, or in the name of another reporter", async () => {
    const { leader, office, secretary } = register.actors;
    const { branchId } = register;
    const inHand = await given(leader, branchId);
    const reported = await reportedDone({ giver: leader, reporter: office }, branchId);
    for (const id of [inHand, reported]) {
      for (const accepter of [leader, office]) {
        await expect(accept(accepter, id, secretary)).rejects.toThrow(/accepted as it was reported/);
      }
    }
    await expect(accept(office, reported, office)).rejects.toThrow(/row-level security/);
    expect(await accept(leader, reported, office)).toBe(1);
  });

  it("lets only who gives the committee's tasks move their deadline", async () => {
    const { leader, office, secretary } = register.actors;
    const { branchId } = register;
    const committees = await given(leader, branchId);
    await expect(moveDeadline(secretary, committees)).rejects.toThrow(/the deadline of a task of the committee/);
    for (const giver of [leader, office]) expect(await moveDeadline(giver, committees)).toBe(1);
    expect(await moveDeadline(secretary, await given(secretary, branchId))).toBe(1);
  });

  it("lets a meeting give what is to be done by who met alone: a branch to itself, a body for the committee", async () => {
    const { office, secretary } = register.actors;
    const { branchId, otherBranchId } = register;
    const ofBranch = await written(secretary, firstBranch(register), day("2022-03-01"));
    const ofBody = await writtenOf(office, bodyOf(register, "COMMITTEE"), day("2022-03-03"));
    expect(await insert(office, "BRANCH", branchId, ofBranch)).toBe(1);
    expect(await insert(office, "COMMITTEE", otherBranchId, ofBody)).toBe(1);
    await expect(insert(office, "COMMITTEE", branchId, ofBranch)).rejects.toThrow(/given by who met/);
    await expect(insert(office, "BRANCH", otherBranchId, ofBranch)).rejects.toThrow(/given by who met/);
    await expect(insert(office, "BRANCH", branchId, ofBody)).rejects.toThrow(/given by who met/);
    await expect(insert(secretary, "BRANCH", branchId, ofBody)).rejects.toThrow(/given by who met/);
  });
});
