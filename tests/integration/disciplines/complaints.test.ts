import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import {
  confirmComplaint,
  settleComplaint,
  withdrawComplaint,
} from "@/lib/features/disciplines/commands/close-complaint";
import { recordComplaint } from "@/lib/features/disciplines/commands/record-complaint";
import { recordDiscipline } from "@/lib/features/disciplines/commands/record-discipline";
import { getComplainedOf, getComplaint } from "@/lib/features/disciplines/queries/get-complaint";
import { getDiscipline } from "@/lib/features/disciplines/queries/get-discipline";
import { listDisciplineWork } from "@/lib/features/disciplines/queries/list-discipline-work";
import { listDisciplinesOf } from "@/lib/features/disciplines/queries/list-disciplines-of";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { complained, complaintInput, settled, settlementInput, storedComplaints } from "./complaint";
import { decided, decisionInput, recorded } from "./decision";

let register: TestRegister;
beforeEach(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

const woman = () => ({ branchId: register.branchId, whoId: register.members.woman });
const NOT_FOUND = { code: "NOT_FOUND" };
const FORBIDDEN = { code: "FORBIDDEN" };
const rule = (key: string) => ({ code: "RULE", reason: `disciplines.errors.${key}` });

describe("a complaint about discipline", () => {
  it("is entered by the office, settled by two, told to who reads the decision, and audited", async () => {
    const { actors, committeeId } = register;
    const { office, leader, secretary, otherSecretary, inspector } = actors;
    const disciplineId = await decided(actors, woman());
    const id = await complained(office, disciplineId);
    expect(await lastEvent(committeeId)).toMatchObject({
      ...{ type: "disciplineComplaint.recorded", actorName: "Văn phòng" },
      after: { state: "RECEIVED", receivedOn: "2026-04-01" },
    });
    for (const reader of [office, leader, secretary, inspector]) {
      expect(await getDiscipline(reader, disciplineId)).toMatchObject({
        ...{ standing: "IN_EFFECT", endsOn: null, isHeld: true, can: { complain: false, correct: false } },
        complaints: [{ id, state: "RECEIVED", dueOn: "2026-06-30" }],
      });
    }
    for (const actor of [otherSecretary, actors.admin, actors.ordinary]) {
      await expect(getComplaint(actor, id, "settle")).rejects.toMatchObject(NOT_FOUND);
    }
    await settleComplaint(office, settlementInput(id));
    expect(await lastEvent(committeeId)).toMatchObject({
      ...{ type: "disciplineComplaint.entered", before: { state: "RECEIVED" } },
      after: { state: "TO_CONFIRM", outcome: "UPHELD", settlementNumber: "7-QĐ/TU", settledOn: "2026-06-01" },
    });
    expect(await getDiscipline(leader, disciplineId)).toMatchObject({ isHeld: true });
    await confirmComplaint(leader, { id, version: 2 });
    expect(await lastEvent(committeeId)).toMatchObject({ type: "disciplineComplaint.settled", actorName: "Lãnh đạo" });
    expect(await storedComplaints(disciplineId)).toEqual([
      { state: "SETTLED", outcome: "UPHELD", confirmedBy: "Lãnh đạo", version: 3 },
    ]);
    expect(await getDiscipline(leader, disciplineId)).toMatchObject({ isHeld: false, endsOn: "2027-03-15" });
    for (const again of [
      settleComplaint(office, settlementInput(id, { version: 3 })),
      confirmComplaint(leader, { id, version: 3 }),
    ])
      await expect(again).rejects.toMatchObject(rule("complaintClosed"));
  });

  it("ends the effect from the day it annuls the decision, which no rating rests on any more", async () => {
    const { actors, members } = register;
    const disciplineId = await decided(actors, woman());
    const id = await complained(actors.office, disciplineId);
    const inYear = async () => (await listDisciplinesOf(actors.leader, { memberId: members.woman }, 2026)).length;
    expect(await inYear()).toBe(1);
    await settled(actors, id, { outcome: "ANNULLED" });
    expect(await getDiscipline(actors.leader, disciplineId)).toMatchObject({
      standing: "ANNULLED",
      endsOn: "2026-06-01",
    });
    expect(await inYear()).toBe(0);
  });

  it("is entered by nobody but the office, once where it is sent twice at once, about a decision that stands", async () => {
    const { actors } = register;
    const { office, leader, secretary, otherSecretary, inspector } = actors;
    const waiting = await recorded(office, woman());
    await expect(recordComplaint(office, complaintInput(waiting))).rejects.toMatchObject(rule("complaintOnNothing"));
    const disciplineId = await decided(actors, { ...woman(), whoId: register.members.deputy });
    for (const actor of [leader, secretary, otherSecretary, inspector, actors.admin]) {
      await expect(recordComplaint(actor, complaintInput(disciplineId))).rejects.toMatchObject(NOT_FOUND);
    }
    for (const actor of [leader, secretary])
      await expect(getComplainedOf(actor, disciplineId)).rejects.toMatchObject(FORBIDDEN);
    const sending = { formKey: randomUUID() };
    const sent = await Promise.allSettled(
      [1, 2].map(() => recordComplaint(office, complaintInput(disciplineId), sending)),
    );
    expect(sent.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await storedComplaints(disciplineId)).toHaveLength(1);
    await expect(recordComplaint(office, complaintInput(disciplineId))).rejects.toMatchObject(rule("complaintOpen"));
    const correction = { correctsId: disciplineId, whyCorrected: "Chép nhầm", form: "REPRIMAND" } as const;
    const who = { ...woman(), whoId: register.members.deputy };
    await expect(recordDiscipline(office, decisionInput(who, correction))).rejects.toMatchObject({
      reason: "refusals.constraints.Discipline_complaint_open",
    });
  });

  it("of an organization names who speaks for it, and is taken back by whom it came from", async () => {
    const { actors, branchId } = register;
    const { office } = actors;
    const disciplineId = await decided(actors, { branchId, whoId: branchId }, { form: "REPRIMAND" });
    await expect(recordComplaint(office, complaintInput(disciplineId))).rejects.toMatchObject(rule("representative"));
    const id = await complained(office, disciplineId, { representative: "Lò Văn Nói" });
    const taken = { id, version: 1, withdrawnOn: day("2026-03-31"), reason: "Đã rõ" };
    await expect(withdrawComplaint(office, taken)).rejects.toMatchObject(rule("complaintDay"));
    await withdrawComplaint(office, { ...taken, withdrawnOn: day("2026-05-01") });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "disciplineComplaint.withdrawn",
    });
    expect(await getDiscipline(office, disciplineId)).toMatchObject({
      ...{ isHeld: false, endsOn: "2027-03-15", can: { complain: true, correct: true } },
      complaints: [{ representative: "Lò Văn Nói", state: "WITHDRAWN", withdrawn: { on: "2026-05-01" } }],
    });
  });

  it("is due in the month's work of the office, and its settlement to confirm in a leader's", async () => {
    const { actors } = register;
    const { today } = actors.office;
    const disciplineId = await decided(actors, woman());
    const id = await complained(actors.office, disciplineId, { receivedOn: addDays(today, -91) });
    const work = async (actor: Actor) =>
      (await listDisciplineWork(actor, 30)).map(({ kind, complaintId, isLate }) => [kind, complaintId, isLate]);
    expect(await work(actors.office)).toEqual([["COMPLAINT_TO_SETTLE", id, true]]);
    for (const other of [actors.leader, actors.secretary]) expect(await work(other)).toEqual([]);
    await settleComplaint(actors.office, settlementInput(id, { settledOn: today }));
    expect(await work(actors.office)).toEqual([]);
    expect(await work(actors.leader)).toEqual([["COMPLAINT_TO_CONFIRM", id, false]]);
  });
});

describe("the second person of a settlement (SOD-1, 2, 11)", () => {
  it("is a leader who did not enter it and is not whom it is about, on the version that was read", async () => {
    const { actors, committeeId, members } = register;
    const { office, leader } = actors;
    const subject = await signInAs(committeeId, "Lãnh đạo bị xét", { role: "LEADER", memberId: members.woman });
    const both = await signInAs(committeeId, "Hai vai", { role: "OFFICE" });
    await ownerRows(
      `INSERT INTO "RoleGrant" ("committeeId", id, "accountId", role, "startsOn", "confirmedById", "confirmedAt")
        VALUES ($1, gen_random_uuid(), $2, 'LEADER', '2020-01-01', gen_random_uuid(), now())`,
      [committeeId, both.accountId],
    );
    const own = await inContext(both.sessionToken, async (_tx, actor) => actor);
    const disciplineId = await decided(actors, woman());
    const id = await complained(office, disciplineId);
    await expect(confirmComplaint(leader, { id, version: 1 })).rejects.toMatchObject(rule("complaintClosed"));
    await settleComplaint(own, settlementInput(id));
    for (const actor of [own, subject, office, actors.inspector]) {
      await expect(confirmComplaint(actor, { id, version: 2 })).rejects.toMatchObject(FORBIDDEN);
      await expect(getComplaint(actor, id, "confirm")).rejects.toMatchObject(FORBIDDEN);
      const raw = inContext(
        actor.sessionToken,
        (
          tx,
        ) => tx.$executeRaw`UPDATE "DisciplineComplaint" SET state = 'SETTLED', "confirmedById" = ${actor.accountId}::uuid,
          "confirmedBy" = 'x', "confirmedOn" = app.today() WHERE id = ${id}::uuid`,
      );
      const outcome = await raw.catch(() => 0);
      expect(outcome).toBe(0);
    }
    await expect(confirmComplaint(leader, { id, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await confirmComplaint(leader, { id, version: 2 });
    await expect(ownerRows(`UPDATE "DisciplineComplaint" SET content = 'x' WHERE id = $1`, [id])).rejects.toThrow(
      /stays as it is/u,
    );
  });

  it("is passed over by no raw statement, nor is a complaint seen or entered from another branch", async () => {
    const { actors } = register;
    const disciplineId = await decided(actors, woman());
    const id = await complained(actors.office, disciplineId);
    const skip = inContext(
      actors.office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "DisciplineComplaint" SET state = 'SETTLED' WHERE id = ${id}::uuid`,
    );
    await expect(skip).rejects.toThrow(/stays as it is/u);
    for (const actor of [actors.otherSecretary, actors.admin, actors.ordinary]) {
      const seen = await inContext(actor.sessionToken, (tx) => tx.$queryRaw`SELECT id FROM "DisciplineComplaint"`);
      expect(seen).toEqual([]);
      const entered = inContext(
        actor.sessionToken,
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO "DisciplineComplaint" ("committeeId", id, "disciplineId", "receivedOn", content, "addressedTo", "recordedById", "recordedBy")
          VALUES (${actor.committeeId}::uuid, gen_random_uuid(), ${disciplineId}::uuid, app.today(), 'x', 'x', ${actor.accountId}::uuid, 'x')`,
      );
      await expect(entered).rejects.toThrow(/DisciplineComplaint_stands/u);
    }
  });
});
