import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { closeDossier } from "@/lib/features/admissions/commands/close-dossier";
import { confirmDecision } from "@/lib/features/admissions/commands/confirm-decision";
import { holdCeremony } from "@/lib/features/admissions/commands/hold-ceremony";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDecision, returnDecision } from "@/lib/features/admissions/commands/record-decision";
import { lastEvent, ownerRows } from "../../support/register";
import { type AdmittingRegister, admitUpTo, ballot, decision, openAdmittingRegister, versionOf } from "./dossier";

let register: AdmittingRegister;

beforeAll(async () => {
  register = await openAdmittingRegister();
});

const rule = (reason: string) => ({ code: "RULE", reason });

async function stateOf(id: string) {
  const [row] = await ownerRows<{ state: string }>(`SELECT state FROM "Dossier" WHERE id = $1`, [id]);
  return row?.state;
}

describe("the decision on an admission", () => {
  it("is recorded by one and confirmed by another, each step with its rule", async () => {
    const id = await admitUpTo(register, "DECIDED");
    expect(await stateOf(id)).toBe("DECIDED");
    const steps = await ownerRows<{ kind: string }>(
      `SELECT kind FROM "DossierStep" WHERE "dossierId" = $1 ORDER BY "recordedAt", id`,
      [id],
    );
    expect(steps.map((one) => one.kind)).toEqual(["OPENED", "CONDITIONS", "VOTED", "RECORDED", "CONFIRMED"]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "dossier.decisionConfirmed" });
  });

  it("is refused before the branch has voted, by a body that does not decide it, and with too few votes", async () => {
    const { office, secretary } = register.actors;
    const ready = await admitUpTo(register, "READY");
    const early = recordDecision(office, { id: ready, version: await versionOf(ready), ...decision() });
    await expect(early).rejects.toMatchObject(rule("admissions.errors.notVoted"));
    await recordBranchVote(secretary, { id: ready, version: await versionOf(ready), ...ballot(3) });
    const record = async (changes: object) =>
      recordDecision(office, { id: ready, version: await versionOf(ready), ...decision(), ...changes });
    await expect(record({ decidedBy: "BRANCH" })).rejects.toMatchObject(rule("admissions.errors.wrongBody"));
    await expect(record({ yes: 0, no: 1 })).rejects.toMatchObject(rule("votes.errors.tooFew"));
    await expect(record({ method: null })).rejects.toMatchObject(rule("admissions.errors.voteMissing"));
    await expect(record({ minutesNumber: null })).rejects.toMatchObject(rule("admissions.errors.minutesMissing"));
    await expect(record({ decidedOn: day("2026-08-19") })).rejects.toMatchObject(rule("admissions.errors.dayTooEarly"));
    await record({ decidedBy: "SUPERIOR", method: null, minutesNumber: null });
    expect(await stateOf(ready)).toBe("RECORDED");
  });

  it("is for the office to record and for a leader to confirm, once", async () => {
    const { secretary, office, leader, second, otherSecretary } = register.actors;
    const id = await admitUpTo(register, "VOTED");
    const input = { id, version: await versionOf(id), ...decision() };
    await expect(recordDecision(secretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(recordDecision(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(recordDecision(register.system, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await recordDecision(office, input);
    const seen = { id, version: await versionOf(id) };
    await expect(confirmDecision(office, seen)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const both = await Promise.allSettled([leader, second].map((one) => confirmDecision(one, seen)));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const again = confirmDecision(second, { id, version: await versionOf(id) });
    await expect(again).rejects.toMatchObject(rule("admissions.errors.stepPast"));
  });

  it("is sent back with a reason, and entered anew", async () => {
    const { leader, office, secretary } = register.actors;
    const id = await admitUpTo(register, "RECORDED");
    const back = { id, version: await versionOf(id), reason: "Sai số quyết định" };
    await expect(returnDecision(secretary, back)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await returnDecision(leader, back);
    expect(await stateOf(id)).toBe("VOTED");
    await recordDecision(office, { id, version: await versionOf(id), ...decision(), decisionNumber: "22-QĐ/ĐU" });
    expect(await stateOf(id)).toBe("RECORDED");
  });

  it("cannot be confirmed by who recorded it, whatever rights the person has, nor changed in the database", async () => {
    const id = await admitUpTo(register, "DECIDED");
    const change = ownerRows(`UPDATE "Dossier" SET "decisionNumber" = 'x' WHERE id = $1`, [id]);
    await expect(change).rejects.toThrow(/never changed/);
    const other = await admitUpTo(register, "RECORDED");
    const forged = ownerRows(
      `UPDATE "Dossier" SET state = 'DECIDED', "confirmedById" = "recordedById", "confirmedAt" = now() WHERE id = $1`,
      [other],
    );
    await expect(forged).rejects.toThrow(/Dossier_confirmed_by_another/);
  });
});

describe("the ceremony", () => {
  const ceremony = { ceremonyOn: day("2026-09-25"), receivedOn: null, helperId: null, lateConsent: null };

  it("begins the member's record, the membership and the dossier of recognition", async () => {
    const id = await admitUpTo(register, "DONE");
    const [row] = await ownerRows(
      `SELECT m."fullName", p."admittedOn"::text, p."ceremonyOn"::text, p."officialOn", p."firstIntroducer", h."startsOn"::text,
         h."branchId", r.kind, r.state, r."openedOn"::text
       FROM "Dossier" d JOIN "Member" m ON m.id = d."memberId" JOIN "MemberProfile" p ON p."memberId" = m.id
       JOIN "Membership" h ON h."memberId" = m.id JOIN "Dossier" r ON r."memberId" = m.id AND r.id <> d.id WHERE d.id = $1`,
      [id],
    );
    expect(row).toEqual({
      fullName: expect.stringContaining("Lò Thị Mai"),
      admittedOn: "2026-09-07",
      ceremonyOn: "2026-09-25",
      officialOn: null,
      firstIntroducer: expect.any(String),
      startsOn: "2026-09-25",
      branchId: register.branchId,
      kind: "RECOGNITION",
      state: "OPEN",
      openedOn: "2026-09-25",
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "dossier.admitted" });
  });

  it("later than thirty working days needs the consent of the level above", async () => {
    const { office } = register.actors;
    const id = await admitUpTo(register, "DECIDED");
    const version = await versionOf(id);
    const late = { ...ceremony, ceremonyOn: day("2026-10-20") };
    await expect(holdCeremony(office, { id, version, ...late })).rejects.toMatchObject({
      ...rule("admissions.errors.ceremonyLate"),
      params: { dueOn: "19/10/2026", days: 30 },
    });
    await holdCeremony(office, { id, version, ...late, lateConsent: "45-CV/TU" });
    expect(await stateOf(id)).toBe("DONE");
  });

  it("is refused before the decision is confirmed or its day, to the branch, and a second time", async () => {
    const { office, secretary } = register.actors;
    const recorded = await admitUpTo(register, "RECORDED");
    const unconfirmed = holdCeremony(office, { id: recorded, version: await versionOf(recorded), ...ceremony });
    await expect(unconfirmed).rejects.toMatchObject(rule("admissions.errors.notConfirmed"));
    await confirmDecision(register.actors.leader, { id: recorded, version: await versionOf(recorded) });
    const input = { id: recorded, version: await versionOf(recorded), ...ceremony };
    await expect(holdCeremony(secretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const early = holdCeremony(office, { ...input, ceremonyOn: day("2026-09-06") });
    await expect(early).rejects.toMatchObject(rule("admissions.errors.dayTooEarly"));
    const both = await Promise.allSettled([1, 2].map(() => holdCeremony(office, input)));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const entered = `SELECT 1 FROM "Member" m JOIN "Candidate" c ON c."fullName" = m."fullName" WHERE c."dossierId" = $1`;
    expect(await ownerRows(entered, [recorded])).toHaveLength(1);
  });
});

describe("closing a dossier", () => {
  it("keeps it with its reason, and leaves it as it is", async () => {
    const { secretary, otherSecretary } = register.actors;
    const id = await admitUpTo(register, "READY");
    const input = { id, version: await versionOf(id), reason: "Người xin vào Đảng rút đơn" };
    await expect(closeDossier(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await closeDossier(secretary, input);
    expect(await stateOf(id)).toBe("CLOSED");
    const again = closeDossier(secretary, { ...input, version: await versionOf(id) });
    await expect(again).rejects.toMatchObject(rule("admissions.errors.stepPast"));
  });

  it("of a confirmed admission is for the office", async () => {
    const { secretary, office } = register.actors;
    const id = await admitUpTo(register, "DECIDED");
    const input = { id, version: await versionOf(id), reason: "Quyết định hết hiệu lực" };
    await expect(closeDossier(secretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await closeDossier(office, input);
    expect(await stateOf(id)).toBe("CLOSED");
  });
});
