import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection, editOpenInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { caseInput, concludedInput, conclusion } from "./case";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const aboutBranch = () => caseInput({ branchIds: [register.branchId], head: { name: "Mùi Thị Lan", branch: null } });

async function stateOf(id: string) {
  const [row] = await ownerRows<{ state: string; version: number }>(
    `SELECT state, version FROM "Inspection" WHERE id = $1`,
    [id],
  );
  return row;
}

describe("opening a case", () => {
  it("writes the event with its subjects, topics and team, found by their names, and tells the audit", async () => {
    const input = caseInput({
      branchIds: [register.branchId],
      members: [{ name: "hà thị ẩm", branch: "Thử Một" }],
      head: { name: "Mùi Thị Lan", branch: null },
      team: [{ memberId: register.members.inCharge }],
      topics: ["COMPLIANCE", "PARTY_FEES"],
    });
    const { id } = await openInspection(register.actors.inspector, input);
    expect(await stateOf(id)).toEqual({ state: "IN_PROGRESS", version: 1 });
    const rows = await ownerRows(`SELECT "branchId", "memberId" FROM "InspectionSubject" WHERE "inspectionId" = $1`, [
      id,
    ]);
    expect(rows).toHaveLength(2);
    const team = await ownerRows(`SELECT role FROM "InspectionTeamMember" WHERE "inspectionId" = $1 ORDER BY role`, [
      id,
    ]);
    expect(team).toEqual([{ role: "HEAD" }, { role: "MEMBER" }]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "inspection.opened",
      after: { members: "Hà Thị Ẩm" },
    });
  });

  it("is forbidden to everyone but inspectors", async () => {
    for (const actor of [register.actors.office, register.actors.leader, register.actors.secretary, register.system]) {
      await expect(openInspection(actor, aboutBranch())).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("refuses what does not fit together, each with its own sentence", async () => {
    const head = { name: "Mùi Thị Lan", branch: null };
    const refused = [
      [{}, "noSubject"],
      [{ branchIds: [register.branchId], head, topics: [] }, "noTopic"],
      [{ branchIds: [register.branchId] }, "oneHead"],
      [{ branchIds: [register.branchId], head: { name: "Ngần Văn Thiệp", branch: null } }, "secretaryInTeam"],
      [{ members: [head], head }, "subjectInTeam"],
      [{ members: [{ name: "Không Có Ai", branch: null }], head }, "personNotFound"],
      [{ members: [{ name: "Hà Thị Ẩm", branch: "Thử Hai" }], head }, "personNotFound"],
      [{ branchIds: [register.branchId], head, startsOn: day("2022-07-01") }, "startsBeforeDecision"],
      [{ branchIds: [register.branchId], head, year: 2019 }, "otherYear"],
      [{ branchIds: [randomUUID()], head }, "branchNotInForce"],
    ] as const;
    for (const [changes, reason] of refused) {
      const input = caseInput({
        ...changes,
        topics: [...("topics" in changes ? changes.topics : ["COMPLIANCE" as const])],
        branchIds: [...("branchIds" in changes ? changes.branchIds : [])],
        members: [...("members" in changes ? changes.members : [])],
      });
      await expect(openInspection(register.actors.inspector, input)).rejects.toMatchObject({
        code: "RULE",
        reason: `inspections.errors.${reason}`,
      });
    }
  });

  it("asks for the branch where two members have one name", async () => {
    const { addMember } = await import("@/lib/features/members/commands/add-member");
    const { memberInput } = await import("../../support/member-input");
    await addMember(register.system, memberInput("Vì Văn Trùng", register.branchId));
    await addMember(register.system, memberInput("Vì Văn Trùng", register.otherBranchId));
    const head = { name: "Mùi Thị Lan", branch: null };
    const unclear = openInspection(
      register.actors.inspector,
      caseInput({ members: [{ name: "Vì Văn Trùng", branch: null }], head }),
    );
    await expect(unclear).rejects.toMatchObject({ reason: "inspections.errors.personAmbiguous", params: { count: 2 } });
    await openInspection(
      register.actors.inspector,
      caseInput({ members: [{ name: "Vì Văn Trùng", branch: "Thử Hai" }], head }),
    );
  });

  it("refuses a case about oneself, and sends the Party secretary's to the body above", async () => {
    const { committeeId, members } = register;
    const own = await signInAs(committeeId, "Kiểm tra có thẻ", { role: "INSPECTOR", memberId: members.deputy });
    const head = { name: "Mùi Thị Lan", branch: null };
    const aboutSelf = openInspection(own, caseInput({ members: [{ memberId: members.deputy }], head }));
    await expect(aboutSelf).rejects.toMatchObject({ code: "RULE", reason: "inspections.errors.ownCase" });
    const { giveCommitteeSeat } = await import("@/lib/features/organization/commands/shape-committee");
    const seat = { termId: register.termId, startsOn: day("2020-06-01"), lastDay: null, decisionNumber: null };
    await giveCommitteeSeat(register.system, { ...seat, memberId: members.woman, kind: "SECRETARY" });
    const above = openInspection(
      register.actors.inspector,
      caseInput({ members: [{ memberId: members.woman }], head }),
    );
    await expect(above).rejects.toMatchObject({ code: "RULE", reason: "inspections.errors.referredUpward" });
  });

  it("answers a form that is sent twice once", async () => {
    const formKey = randomUUID();
    const first = await openInspection(register.actors.inspector, aboutBranch(), { formKey });
    expect(await openInspection(register.actors.inspector, aboutBranch(), { formKey })).toEqual(first);
  });
});

describe("working on a case", () => {
  it("is edited by its inspector, a newer version never overwritten", async () => {
    const { id } = await openInspection(register.actors.inspector, aboutBranch());
    const edited = {
      ...aboutBranch(),
      id,
      version: 1,
      title: "Giám sát việc thực hiện quy chế",
      branchIds: [register.otherBranchId],
    };
    await editOpenInspection(register.actors.inspector, edited);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "inspection.edited" });
    const stale = editOpenInspection(register.actors.inspector, edited);
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", current: { title: edited.title }, version: 2 });
  });

  it("does not exist for who is not in its circle, and is closed to who only oversees it", async () => {
    const { id } = await openInspection(register.actors.inspector, aboutBranch());
    const input = { id, version: 1, ...conclusion };
    const stranger = await signInAs(register.committeeId, "Kiểm tra khác", { role: "INSPECTOR" });
    for (const actor of [register.actors.office, register.actors.leader, register.actors.secretary, stranger]) {
      await expect(concludeInspection(actor, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(editOpenInspection(actor, { ...aboutBranch(), id, version: 1 })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await expect(concludeInspection(register.actors.ordinary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is concluded once, and final from then on with everything that belongs to it", async () => {
    const { id } = await openInspection(register.actors.inspector, aboutBranch());
    const early = { ...conclusion, concludedOn: day("2022-08-10") };
    await expect(concludeInspection(register.actors.inspector, { id, version: 1, ...early })).rejects.toMatchObject({
      reason: "inspections.errors.concludedBeforeStart",
    });
    const sent = () => concludeInspection(register.actors.inspector, { id, version: 1, ...conclusion });
    const both = await Promise.allSettled([sent(), sent()]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "inspection.concluded" });
    await expect(sent()).rejects.toMatchObject({ code: "RULE", reason: "inspections.errors.alreadyConcluded" });
    const edit = editOpenInspection(register.actors.inspector, { ...aboutBranch(), id, version: 2 });
    await expect(edit).rejects.toMatchObject({ code: "RULE", reason: "inspections.errors.alreadyConcluded" });
    for (const table of ["InspectionSubject", "InspectionTopicRow", "InspectionTeamMember"]) {
      await expect(ownerRows(`DELETE FROM "${table}" WHERE "inspectionId" = $1`, [id])).rejects.toThrow(
        /never changed/,
      );
    }
  });
});

describe("entering a concluded inspection from its papers", () => {
  it("is done by the office or an inspector, without a team where the paper names none", async () => {
    for (const actor of [register.actors.office, register.actors.inspector]) {
      const { id } = await recordConcludedInspection(actor, concludedInput({ branchIds: [register.branchId] }));
      expect(await stateOf(id)).toEqual({ state: "CONCLUDED", version: 1 });
      expect(await lastEvent(register.committeeId)).toMatchObject({ type: "inspection.recorded" });
    }
  });

  it("is forbidden to leaders and secretaries, and refused before its start", async () => {
    const input = concludedInput({ branchIds: [register.branchId] });
    for (const actor of [register.actors.leader, register.actors.secretary]) {
      await expect(recordConcludedInspection(actor, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const early = recordConcludedInspection(register.actors.office, { ...input, concludedOn: day("2022-08-02") });
    await expect(early).rejects.toMatchObject({ code: "RULE", reason: "inspections.errors.concludedBeforeStart" });
  });
});
