import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { inContext } from "@/lib/core/db/context";
import { addInspectionAddendum, decideAddendum } from "@/lib/features/inspections/commands/add-to-conclusion";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { listCaseDuties } from "@/lib/features/inspections/queries/list-case-duties";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { caseInput, conclusion } from "./case";
import { type Overseers, openCircle } from "./circle";

let register: TestRegister;
let overseers: Overseers;
let inspector: Actor;
let id: string;

beforeAll(async () => {
  register = await openRegister();
  overseers = await openCircle(register);
  inspector = register.actors.inspector;
});

beforeEach(async () => {
  const { branchId, members } = register;
  const about = caseInput({ branchIds: [branchId], head: { memberId: members.inCharge } });
  id = (await openInspection(inspector, about)).id;
});

const addition = () => ({ id, text: "Bổ sung số liệu thu, nộp quý III.", reason: "Có chứng từ mới" });
const concluded = () => concludeInspection(inspector, { id, version: 1, ...conclusion });
const confirmation = (of: string) => ({ id: of, decision: "CONFIRMED" as const, refusal: null });

type Stored = { id: string; number: number | null; state: string; decidedById: string | null };
const stored = () =>
  ownerRows<Stored>(
    `SELECT id, number, state, "decidedById" FROM "InspectionAddendum" WHERE "inspectionId" = $1 ORDER BY "recordedAt"`,
    [id],
  );
const entered = async () => {
  await addInspectionAddendum(inspector, addition());
  return (await stored()).at(-1)?.id ?? "";
};
const readRaw = (actor: Actor) =>
  inContext(
    actor.sessionToken,
    (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM "InspectionAddendum" WHERE "inspectionId" = ${id}::uuid`,
  );
const read = async (actor: Actor) => (await getInspection(actor, id)).addenda;

describe("an addendum to a conclusion", () => {
  it("is entered only after the issue, with hand and reason, and waits unseen by all but the circle; sent twice is once", async () => {
    await expect(addInspectionAddendum(inspector, addition())).rejects.toMatchObject({
      ...{ code: "RULE", reason: "inspectionProgress.errors.notConcluded" },
    });
    await concluded();
    const formKey = randomUUID();
    const first = await addInspectionAddendum(inspector, addition(), { formKey });
    expect(await addInspectionAddendum(inspector, addition(), { formKey })).toEqual(first);
    expect(await stored()).toMatchObject([{ number: null, state: "TO_CONFIRM" }]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "addendum.entered" });
    const { partySecretary, head } = overseers;
    for (const reader of [inspector, partySecretary, head]) {
      expect(await read(reader)).toMatchObject([{ text: addition().text, recordedBy: inspector.displayName }]);
      expect(await readRaw(reader)).toHaveLength(1);
    }
    const waiting = { kind: "ADDENDUM", id: (await stored())[0]?.id, inspectionId: id };
    for (const overseer of [partySecretary, head])
      expect(await listCaseDuties(overseer)).toEqual(expect.arrayContaining([expect.objectContaining(waiting)]));
    const { secretary, office, leader } = register.actors;
    for (const reader of [inspector, secretary, office, leader]) expect(await listCaseDuties(reader)).toEqual([]);
    for (const reader of [secretary, office, leader]) {
      expect(await read(reader)).toEqual([]);
      expect(await readRaw(reader)).toEqual([]);
    }
  });

  it("goes with the conclusion under the next number once a second person who oversees the case confirms it", async () => {
    await concluded();
    const [one, other, third] = [await entered(), await entered(), await entered()];
    const { partySecretary, head } = overseers;
    await decideAddendum(head, confirmation(other));
    const formKey = randomUUID();
    await decideAddendum(partySecretary, confirmation(one), { formKey });
    await decideAddendum(partySecretary, confirmation(one), { formKey });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "inspection.amended", after: { number: 2 } });
    await expect(decideAddendum(head, confirmation(one))).rejects.toMatchObject({
      ...{ code: "RULE", reason: "inspectionProgress.errors.addendumDecided" },
    });
    const refused = { id: third, decision: "REFUSED" as const, refusal: null };
    await expect(decideAddendum(head, refused)).rejects.toMatchObject({
      ...{ code: "RULE", reason: "inspectionProgress.errors.refusalReason", field: "refusal" },
    });
    await decideAddendum(head, { ...refused, refusal: "Không có chứng từ" });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "addendum.refused" });
    const seen = await read(register.actors.secretary);
    expect(seen.map(({ number, text }) => [number, text])).toEqual([
      [1, addition().text],
      [2, addition().text],
    ]);
    expect((await getInspection(register.actors.secretary, id)).conclusion).toBe(conclusion.conclusion);
    expect(await read(inspector)).toHaveLength(3);
    expect((await listCaseDuties(head)).map(({ inspectionId }) => inspectionId)).not.toContain(id);
  });

  it("is confirmed neither by the hand nor by who does not oversee the case, and by nobody past the command", async () => {
    await concluded();
    const of = await entered();
    const stranger = await signInAs(register.committeeId, "Kiểm tra khác", { role: "INSPECTOR" });
    const { office, leader, secretary, admin } = register.actors;
    for (const actor of [office, leader, secretary, stranger, admin]) {
      await expect(decideAddendum(actor, confirmation(of))).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(addInspectionAddendum(actor, addition())).rejects.toMatchObject({
        code: actor === admin ? "NOT_FOUND" : "FORBIDDEN",
      });
    }
    await expect(decideAddendum(inspector, confirmation(of))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const confirmRaw = (actor: Actor) =>
      inContext(
        actor.sessionToken,
        (
          tx,
        ) => tx.$executeRaw`UPDATE "InspectionAddendum" SET state = 'CONFIRMED', number = 1, "decidedById" = ${actor.accountId}::uuid,
            "decidedBy" = 'x', "decidedAt" = now() WHERE id = ${of}::uuid`,
      );
    for (const actor of [inspector, office, leader, secretary, stranger]) expect(await confirmRaw(actor)).toBe(0);
    const enterRaw = (actor: Actor, state: string, number: number | null) =>
      inContext(
        actor.sessionToken,
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO "InspectionAddendum" ("committeeId", id, "inspectionId", number, text, reason, state,
            "recordedById", "recordedBy")
          VALUES (${actor.committeeId}::uuid, gen_random_uuid(), ${id}::uuid, ${number}::int, 'x', 'x', ${state}::"AddendumState",
            ${actor.accountId}::uuid, 'x')`,
      );
    await expect(enterRaw(inspector, "CONFIRMED", 1)).rejects.toThrow(/row-level security/);
    await expect(enterRaw(office, "TO_CONFIRM", null)).rejects.toThrow(/row-level security/);
    expect(await confirmRaw(overseers.head)).toBe(1);
    expect(await stored()).toMatchObject([{ state: "CONFIRMED", number: 1, decidedById: overseers.head.accountId }]);
  });

  it("is never changed nor taken away, by whatever hand", async () => {
    await concluded();
    const of = await entered();
    const change = (sql: string) => ownerRows(`${sql} WHERE "inspectionId" = $1`, [id]);
    await expect(change(`UPDATE "InspectionAddendum" SET text = 'x'`)).rejects.toThrow(/never changed/);
    await decideAddendum(overseers.head, confirmation(of));
    for (const sql of [
      `UPDATE "InspectionAddendum" SET text = 'x'`,
      `UPDATE "InspectionAddendum" SET "decidedBy" = 'x'`,
      `DELETE FROM "InspectionAddendum"`,
    ]) {
      await expect(change(sql)).rejects.toThrow(/never changed/);
    }
  });

  it("of a case is not read where its conclusion is not", async () => {
    await concluded();
    const of = await entered();
    const { otherSecretary } = register.actors;
    await expect(getInspection(otherSecretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await decideAddendum(overseers.partySecretary, confirmation(of));
    expect(await readRaw(otherSecretary)).toEqual([]);
    expect(await readRaw(register.actors.secretary)).toHaveLength(1);
  });
});
