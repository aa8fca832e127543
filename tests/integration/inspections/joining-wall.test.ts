import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { inContext, type Tx } from "@/lib/core/db/context";
import { askIntoTeam, decideTeamRequest } from "@/lib/features/inspections/commands/join-team";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { caseInput } from "./case";
import { listRequests, listTeam, type Overseers, openCircle } from "./circle";

/* SOD-7 in the database: raw SQL of the runtime role, by whomever, puts nobody into the team of an open case. */

let register: TestRegister;
let overseers: Overseers;
let inspector: Actor;
let id: string;
let request: string;

const raw = (actor: Actor, write: (tx: Tx) => Promise<number>) =>
  inContext(actor.sessionToken, write).then(
    (count) => count,
    (error: Error) => error.message,
  );
const putIn = (tx: Tx, memberId: string) => tx.$executeRaw`
  INSERT INTO "InspectionTeamMember" ("committeeId", "inspectionId", "memberId", role)
    VALUES (${register.committeeId}::uuid, ${id}::uuid, ${memberId}::uuid, 'MEMBER')`;
const end = (actor: Actor, outcome: string) => (tx: Tx) =>
  tx.$executeRaw`
  UPDATE "InspectionTeamRequest" SET outcome = ${outcome}::"TeamRequestOutcome", "endedById" = ${actor.accountId}::uuid,
    "endedBy" = 'x', "endedAt" = now(), "endWords" = 'x' WHERE id = ${request}::uuid`;

beforeAll(async () => {
  register = await openRegister();
  overseers = await openCircle(register, { role: "INSPECTOR" });
  inspector = overseers.head;
});

beforeEach(async () => {
  const { branchId, members } = register;
  id = (await openInspection(inspector, caseInput({ branchIds: [branchId], head: { memberId: members.inCharge } }))).id;
  await askIntoTeam(inspector, { id, person: { memberId: members.deputy }, words: "Thêm người" });
  request = (await listRequests(id))[0]?.id ?? "";
});

describe("the runtime role", () => {
  it("adds nobody to the team, neither beside a request nor after touching or concluding the case", async () => {
    const { deputy, other } = register.members;
    for (const memberId of [deputy, other])
      expect(await raw(inspector, (tx) => putIn(tx, memberId))).toMatch(/row-level security/u);
    const touched = await raw(inspector, async (tx) => {
      await tx.$executeRaw`UPDATE "Inspection" SET title = 'x', "openedAt" = now() WHERE id = ${id}::uuid`;
      return putIn(tx, deputy);
    });
    expect(touched).toMatch(/row-level security/u);
    const concluded = await raw(inspector, async (tx) => {
      await tx.$executeRaw`UPDATE "Inspection" SET state = 'CONCLUDED', conclusion = 'x', "concludedOn" = DATE '2022-09-30',
        "disciplineFollows" = false WHERE id = ${id}::uuid`;
      return putIn(tx, deputy);
    });
    expect(concluded).toMatch(/row-level security/u);
    expect(await listTeam(id)).toEqual([register.members.inCharge]);
  });

  it("makes nobody of the team into somebody else", async () => {
    const swap = (tx: Tx) => tx.$executeRaw`
      UPDATE "InspectionTeamMember" SET "memberId" = ${register.members.deputy}::uuid WHERE "inspectionId" = ${id}::uuid`;
    expect(await raw(inspector, swap)).toMatch(/permission denied/u);
    const change = (tx: Tx) => tx.$executeRaw`
      UPDATE "InspectionTeamRequest" SET "memberId" = ${register.members.other}::uuid WHERE id = ${request}::uuid`;
    expect(await raw(inspector, change)).toMatch(/permission denied/u);
  });

  it("takes in by the hand of a second person alone, who says so in the own name and withdraws nothing", async () => {
    expect(await raw(inspector, end(inspector, "TAKEN_IN"))).toMatch(/row-level security/u);
    const { partySecretary } = overseers;
    expect(await raw(partySecretary, end(inspector, "TAKEN_IN"))).toMatch(/row-level security/u);
    expect(await raw(partySecretary, end(partySecretary, "WITHDRAWN"))).toMatch(/row-level security/u);
    for (const actor of [register.actors.ordinary, register.actors.inCharge, register.actors.secretary])
      expect(await raw(actor, end(actor, "TAKEN_IN"))).toBe(0);
    expect(await raw(partySecretary, end(partySecretary, "TAKEN_IN"))).toBe(1);
    expect(await listTeam(id)).toContain(register.members.deputy);
  });

  it("writes a request in the own name, waiting, and of the own case", async () => {
    const write = (actor: Actor, askedById: string | null, of = id) =>
      raw(
        actor,
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO "InspectionTeamRequest" ("committeeId", id, "inspectionId", "memberId", person, words, "askedById", "askedBy")
          VALUES (${actor.committeeId}::uuid, ${randomUUID()}::uuid, ${of}::uuid, ${register.members.other}::uuid, 'x', 'x', ${askedById}::uuid, 'x')`,
      );
    const { partySecretary } = overseers;
    expect(await write(inspector, partySecretary.accountId)).toMatch(/row-level security/u);
    expect(await write(partySecretary, partySecretary.accountId)).toMatch(/row-level security/u);
    const { secretary } = register.actors;
    const outside = await write(secretary, secretary.accountId);
    expect(outside).toMatch(/row-level security/u);
    expect(outside).toBe(await write(secretary, secretary.accountId, randomUUID()));
  });

  it("leaves what has ended as it is, and the owner too", async () => {
    await decideTeamRequest(overseers.partySecretary, { id: request, decision: "REFUSED", endWords: "Đang ốm" });
    expect(await raw(overseers.partySecretary, end(overseers.partySecretary, "TAKEN_IN"))).toBe(0);
    for (const change of [`outcome = 'TAKEN_IN'`, `words = 'x'`, `"askedById" = gen_random_uuid()`])
      await expect(ownerRows(`UPDATE "InspectionTeamRequest" SET ${change} WHERE id = $1`, [request])).rejects.toThrow(
        /never changed/u,
      );
    await expect(ownerRows(`DELETE FROM "InspectionTeamRequest" WHERE id = $1`, [request])).rejects.toThrow(
      /never changed/u,
    );
  });
});
