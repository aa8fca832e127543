import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { addInspectionAddendum } from "@/lib/features/inspections/commands/add-to-conclusion";
import { askIntoTeam, decideTeamRequest } from "@/lib/features/inspections/commands/join-team";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { declareRecusal, liftRecusal } from "@/lib/features/inspections/commands/recuse";
import { concludeInspection, editOpenInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { getProgress } from "@/lib/features/inspections/queries/get-progress";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { caseInput, conclusion } from "./case";
import {
  familyTie,
  isOpenTo,
  listDeclarations,
  listRequests,
  listTablesTelling,
  type Overseers,
  openCircle,
} from "./circle";

/* SOD-4: a declaration leaves somebody to oversee the case, and is lifted by a second person only. */

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

describe("somebody is left to oversee the case", () => {
  const nobodyLeft = { code: "RULE", reason: "refusals.constraints.InspectionRecusal_someone_oversees" };

  it.each([
    ["head", "partySecretary"],
    ["partySecretary", "head"],
  ] as const)("when the %s declares, the %s stays", async (first, second) => {
    await declareRecusal(overseers[first], family());
    expect([await isOpenTo(overseers[first], id), await isOpenTo(overseers[second], id)]).toEqual([false, true]);
    expect(await listTablesTelling(overseers[first], id)).toEqual([]);
    await expect(declareRecusal(overseers[second], family())).rejects.toMatchObject(nobodyLeft);
    expect(await declarations()).toHaveLength(1);
    expect(await isOpenTo(overseers[second], id)).toBe(true);
  });

  it("also when both declare at once", async () => {
    const both = [overseers.head, overseers.partySecretary];
    await Promise.allSettled(both.map((actor) => declareRecusal(actor, family())));
    expect(await declarations()).toHaveLength(1);
    expect((await Promise.all(both.map((one) => isOpenTo(one, id)))).filter((isOpen) => isOpen)).toHaveLength(1);
  });

  it("also when the one who opened it declares: it stays with those who oversee it, or is not given up", async () => {
    await declareRecusal(inspector, family());
    expect(await isOpenTo(inspector, id)).toBe(false);
    expect(await listTablesTelling(inspector, id)).toEqual([]);
    await expect(concludeInspection(inspector, { id, version: 1, ...conclusion })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await getInspection(overseers.head, id)).id).toBe(id);

    const bare = await openRegister();
    const alone = await signInAs(bare.committeeId, "Kiểm tra viên", {
      role: "INSPECTOR",
      memberId: bare.members.deputy,
    });
    const input = caseInput({ branchIds: [bare.otherBranchId], head: { memberId: bare.members.inCharge } });
    const { id: kept } = await openInspection(alone, input);
    await expect(declareRecusal(alone, family(kept))).rejects.toMatchObject(nobodyLeft);
    expect((await getInspection(alone, kept)).id).toBe(kept);
  });
});

describe("a declaration is lifted", () => {
  const lifting = async (reason = "Đối tượng đã rút khỏi cuộc này") => {
    const [row] = await declarations();
    return { id: row?.id ?? "", reason };
  };

  it("by a second person who oversees the case, with a reason, and puts nobody back into the team", async () => {
    await declareRecusal(inspector, family());
    const input = await lifting();
    for (const actor of [inspector, member, register.actors.inCharge, register.actors.office, register.actors.leader]) {
      await expect(liftRecusal(actor, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await declarations()).toMatchObject([{ liftedById: null }]);
    const formKey = randomUUID();
    await liftRecusal(overseers.head, input, { formKey });
    await liftRecusal(overseers.head, input, { formKey });
    expect(await declarations()).toMatchObject([{ liftedById: overseers.head.accountId }]);
    expect(await isOpenTo(inspector, id)).toBe(true);
    const events = await ownerRows(
      `SELECT reason FROM "AuditEvent" WHERE "subjectId" = $1 AND type = 'recusal.lifted'`,
      [id],
    );
    expect(events).toEqual([{ reason: input.reason }]);
    await expect(liftRecusal(overseers.partySecretary, input)).rejects.toMatchObject({
      reason: "inspectionDuties.errors.recusalLifted",
    });
  });

  it("leaves a member of the team outside, who was of its circle by the team alone", async () => {
    await declareRecusal(member, family());
    await liftRecusal(overseers.partySecretary, await lifting());
    expect(await isOpenTo(member, id)).toBe(false);
    const again = editOpenInspection(inspector, { ...caseInput(about()), id, version: 1 });
    await expect(again).rejects.toMatchObject({ reason: "inspectionDuties.errors.joinsByRequest" });
    await askIntoTeam(inspector, { id, person: { memberId: member.memberId ?? "" }, words: "Không còn liên quan" });
    const [request] = await listRequests(id);
    await decideTeamRequest(overseers.head, { id: request?.id ?? "", decision: "TAKEN_IN", endWords: null });
    expect(await isOpenTo(member, id)).toBe(true);
    await declareRecusal(member, family());
    expect((await declarations()).map(({ liftedById }) => liftedById === null)).toEqual([false, true]);
  });

  it("by one of two at once, and never by whoever declared it, by whatever hand", async () => {
    await declareRecusal(member, family());
    const input = await lifting();
    const both = [overseers.head, overseers.partySecretary].map((actor) => liftRecusal(actor, input));
    const told = await Promise.allSettled(both);
    expect(told.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await declareRecusal(inspector, family());
    const lift = `UPDATE "InspectionRecusal" SET "liftedBy" = 'x', "liftedAt" = now(), "liftReason" = 'x', "liftedById" = `;
    await expect(
      ownerRows(`${lift} "declaredById" WHERE "inspectionId" = $1 AND "liftedAt" IS NULL`, [id]),
    ).rejects.toThrow(/InspectionRecusal_lifted_by_another/u);
    for (const sql of [`UPDATE "InspectionRecusal" SET words = 'x'`, `DELETE FROM "InspectionRecusal"`]) {
      await expect(ownerRows(`${sql} WHERE "inspectionId" = $1`, [id])).rejects.toThrow(/InspectionRecusal_stays/u);
    }
  });
});

describe("once the case is concluded", () => {
  it("what its circle noted stays closed to who kept out, and the conclusion is read like any other", async () => {
    await declareRecusal(inspector, family());
    const other = await signInAs(register.committeeId, "Kiểm tra viên khác", {
      role: "INSPECTOR",
      memberId: register.members.woman,
    });
    await ownerRows(
      `INSERT INTO "InspectionTeamMember" SELECT "committeeId", id, $2, 'MEMBER' FROM "Inspection" WHERE id = $1`,
      [id, other.memberId],
    );
    await concludeInspection(other, { id, version: 1, ...conclusion, concludedOn: day("2022-09-30") });
    expect((await getInspection(inspector, id)).can).toEqual({ work: false, amend: false, papers: [] });
    expect(await getProgress(inspector, id)).toMatchObject({ steps: null, diary: null });
    const told = await listTablesTelling(inspector, id);
    for (const table of ["InspectionRecusal", "InspectionDiaryEntry", "InspectionStep"])
      expect(told).not.toContain(table);
    await expect(addInspectionAddendum(inspector, { id, text: "x", reason: "y" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const [row] = await declarations();
    await expect(liftRecusal(overseers.head, { id: row?.id ?? "", reason: "x" })).rejects.toMatchObject({
      reason: "inspections.errors.alreadyConcluded",
    });
    expect(await declarations()).toMatchObject([{ liftedById: null }]);
  });
});
