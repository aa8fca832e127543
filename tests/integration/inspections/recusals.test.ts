import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { inContext } from "@/lib/core/db/context";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { declareRecusal } from "@/lib/features/inspections/commands/recuse";
import { concludeInspection, editOpenInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { getProgress } from "@/lib/features/inspections/queries/get-progress";
import { getRecusals } from "@/lib/features/inspections/queries/get-recusals";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { caseInput, conclusion } from "./case";
import { familyTie, isOpenTo, listDeclarations, listTablesTelling, type Overseers, openCircle } from "./circle";

/* SOD-4: who declares a conflict is from then on a subject of the case to everybody and everything, until a second person lifts it. */

let register: TestRegister;
let overseers: Overseers;
let inspector: Actor;
let member: Actor;
let id: string;

const family = (of = id) => familyTie(of);
const about = () => ({
  branchIds: [register.branchId],
  head: { memberId: register.members.inCharge },
  team: [{ memberId: register.members.deputy }],
});
const declarations = () => listDeclarations(id);

beforeAll(async () => {
  register = await openRegister();
  overseers = await openCircle(register);
  member = await signInAs(register.committeeId, "Tổ viên", { memberId: register.members.deputy });
  inspector = overseers.inspector;
});

beforeEach(async () => {
  id = (await openInspection(inspector, caseInput(about()))).id;
});

describe("who declares a conflict", () => {
  it("is out of the team and knows of the case nowhere, and the trail does not tell the words", async () => {
    expect(await isOpenTo(member, id)).toBe(true);
    expect(await getRecusals(member, id)).toEqual({ recusals: null, can: { declare: true } });
    await declareRecusal(member, family());
    expect(await declarations()).toMatchObject([{ memberId: member.memberId, liftedById: null }]);
    expect(await isOpenTo(member, id)).toBe(false);
    for (const read of [getInspection, getProgress, getRecusals]) {
      await expect(read(member, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await listTablesTelling(member, id)).toEqual([]);
    const team = await ownerRows(`SELECT "memberId" FROM "InspectionTeamMember" WHERE "inspectionId" = $1`, [id]);
    expect(team).toEqual([{ memberId: register.members.inCharge }]);
    const trail = await ownerRows<{ told: string }>(
      `SELECT e.type, concat(e.params, c.before, c.after) AS told FROM "AuditEvent" e JOIN "AuditChange" c USING ("committeeId", seq)
        WHERE e."subjectId" = $1 AND e.type = 'recusal.declared'`,
      [id],
    );
    expect(trail).toHaveLength(1);
    expect(trail[0]?.told).toContain("FAMILY");
    expect(trail[0]?.told).not.toContain("Em ruột");
  });

  it("is told of to those who oversee the case alone", async () => {
    await declareRecusal(member, family());
    for (const overseer of [overseers.head, overseers.partySecretary]) {
      const { recusals } = await getRecusals(overseer, id);
      expect(recusals).toMatchObject([{ person: "Tổ viên", words: "Em ruột là đối tượng", can: { lift: true } }]);
    }
    for (const actor of [inspector, register.actors.inCharge]) {
      expect((await getRecusals(actor, id)).recusals).toBeNull();
      expect(await listTablesTelling(actor, id)).not.toContain("InspectionRecusal");
    }
  });

  it("does so for nobody else, and only in a case of the own circle", async () => {
    const { office, leader, secretary, otherSecretary, admin } = register.actors;
    for (const actor of [office, leader, secretary, otherSecretary, admin]) {
      await expect(declareRecusal(actor, family())).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const write = (actor: Actor, memberId: string | null, inspectionId: string) =>
      inContext(
        actor.sessionToken,
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO "InspectionRecusal" ("committeeId", id, "inspectionId", "memberId", ground, words, "declaredById", "declaredBy")
          VALUES (${actor.committeeId}::uuid, ${randomUUID()}::uuid, ${inspectionId}::uuid, ${memberId}::uuid, 'OTHER', 'x', ${actor.accountId}::uuid, 'x')`,
      ).then(
        () => "written",
        (error: Error) => error.message.replaceAll(inspectionId, "id"),
      );
    expect(await write(member, register.members.inCharge, id)).toMatch(/row-level security/u);
    const outside = await write(secretary, secretary.memberId, id);
    expect(outside).toMatch(/row-level security/u);
    expect(outside).toBe(await write(secretary, secretary.memberId, randomUUID()));
    expect(await declarations()).toEqual([]);
  });

  it("needs to be a member, and a case that is not concluded", async () => {
    const unlinked = await signInAs(register.committeeId, "Kiểm tra viên không là đảng viên", { role: "INSPECTOR" });
    const own = (await openInspection(unlinked, caseInput(about()))).id;
    expect((await getRecusals(unlinked, own)).can.declare).toBe(false);
    await expect(declareRecusal(unlinked, family(own))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await concludeInspection(inspector, { id, version: 1, ...conclusion });
    await expect(declareRecusal(inspector, family())).rejects.toMatchObject({ code: "RULE" });
    expect(await declarations()).toEqual([]);
  });

  it("is one declaration, sent twice or at once", async () => {
    const formKey = randomUUID();
    const first = await declareRecusal(member, family(), { formKey });
    expect(await declareRecusal(member, family(), { formKey })).toEqual(first);
    await expect(declareRecusal(member, family())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { inCharge } = register.actors;
    const both = await Promise.allSettled([declareRecusal(inCharge, family()), declareRecusal(inCharge, family())]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await declarations()).toHaveLength(2);
  });

  it("is not put into the team again, by the form or past it", async () => {
    await declareRecusal(member, family());
    const edit = { ...caseInput(about()), id, version: 1 };
    await expect(editOpenInspection(inspector, edit)).rejects.toMatchObject({
      code: "RULE",
      reason: "inspectionDuties.errors.recusedInTeam",
    });
    const past = ownerRows(
      `INSERT INTO "InspectionTeamMember" ("committeeId", "inspectionId", "memberId", role) VALUES ($1, $2, $3, 'MEMBER')`,
      [inspector.committeeId, id, member.memberId],
    );
    await expect(past).rejects.toThrow(/InspectionRecusal_keeps_out/u);
    await inContext(
      inspector.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "Inspection" SET "recusedIds" = '{}' WHERE id = ${id}::uuid`,
    );
    expect(await isOpenTo(member, id)).toBe(false);
    const [stored] = await ownerRows(`SELECT "recusedIds" FROM "Inspection" WHERE id = $1`, [id]);
    expect(stored).toEqual({ recusedIds: [member.memberId] });
  });
});
