import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { askIntoTeam, decideTeamRequest, withdrawTeamRequest } from "@/lib/features/inspections/commands/join-team";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { declareRecusal } from "@/lib/features/inspections/commands/recuse";
import { concludeInspection, editOpenInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { getTeamRequests } from "@/lib/features/inspections/queries/get-team-requests";
import { listCaseDuties } from "@/lib/features/inspections/queries/list-case-duties";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { lastEvent, openRegister, signInAs, type TestRegister } from "../../support/register";
import { caseInput, conclusion } from "./case";
import { familyTie, isOpenTo, listRequests, listTablesTelling, listTeam, type Overseers, openCircle } from "./circle";

/* SOD-7: who joins the team of an open case is asked for by one person and taken in by another; leaving it is immediate. */

let register: TestRegister;
let overseers: Overseers;
let asker: Actor;
let asked: Actor;
let id: string;

const words = "Thay người đã chuyển công tác";
const about = () => ({ branchIds: [register.branchId], head: { memberId: register.members.inCharge } });
const ask = (memberId = register.members.deputy, of = id) =>
  askIntoTeam(asker, { id: of, person: { memberId }, words });
const decision = (of: string, changes = {}) => ({ id: of, decision: "TAKEN_IN" as const, endWords: null, ...changes });
const edited = (changes = {}) => ({ ...caseInput({ ...about(), ...changes }), id, version: 1 });

async function latestRequest(): Promise<string> {
  return (await listRequests(id)).at(-1)?.id ?? "";
}

/** A request for the deputy of the first branch, as it waits. */
async function waiting(memberId?: string): Promise<string> {
  await ask(memberId);
  return latestRequest();
}

beforeAll(async () => {
  register = await openRegister();
  overseers = await openCircle(register, { role: "INSPECTOR" });
  asked = await signInAs(register.committeeId, "Người được đề nghị", { memberId: register.members.deputy });
  asker = overseers.inspector;
});

beforeEach(async () => {
  id = (await openInspection(asker, caseInput(about()))).id;
});

describe("who is asked into the team of an open case", () => {
  it("knows nothing of it until a second person takes them in, and everything from then on", async () => {
    const before = await getMonthWork(overseers.partySecretary, { branch: null });
    const request = await waiting();
    expect(await isOpenTo(asked, id)).toBe(false);
    expect(await listTablesTelling(asked, id)).toEqual([]);
    await expect(getTeamRequests(asked, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "teamRequest.made",
      after: { person: "Vì Văn Ước – Chi bộ bản Thử Một" },
    });
    const { lines } = await getMonthWork(overseers.partySecretary, { branch: null });
    expect(lines.filter(({ href }) => !before.lines.some((one) => one.href === href))).toMatchObject([
      { kind: "TEAM_REQUEST_TO_DECIDE", name: null, href: `/inspections/${id}/team-requests/${request}` },
    ]);
    await decideTeamRequest(overseers.partySecretary, decision(request));
    expect(await listTeam(id)).toContain(register.members.deputy);
    expect(await isOpenTo(asked, id)).toBe(true);
    expect((await getTeamRequests(asked, id)).requests).toBeNull();
    const work = await listCaseDuties(overseers.partySecretary);
    expect(work.map((one) => one.id)).not.toContain(request);
    const { requests } = await getTeamRequests(asker, id);
    expect(requests).toMatchObject([{ ended: { outcome: "TAKEN_IN", by: "Bí thư Đảng ủy" }, can: { decide: false } }]);
  });

  it("is not taken in by the hand that asked, though it oversees the case", async () => {
    asker = overseers.head;
    id = (await openInspection(asker, caseInput(about()))).id;
    const request = await waiting();
    expect((await getTeamRequests(asker, id)).requests).toMatchObject([{ can: { decide: false, withdraw: true } }]);
    expect((await listCaseDuties(asker)).map((one) => one.id)).not.toContain(request);
    await expect(decideTeamRequest(asker, decision(request))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await listRequests(id)).toMatchObject([{ outcome: null }]);
    await decideTeamRequest(overseers.partySecretary, decision(request));
    asker = overseers.inspector;
  });

  it("does not take themselves in, though they oversee the case", async () => {
    const request = await waiting(overseers.head.memberId ?? "");
    await expect(decideTeamRequest(overseers.head, decision(request))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listCaseDuties(overseers.head)).map((one) => one.id)).not.toContain(request);
    await decideTeamRequest(overseers.partySecretary, decision(request));
    expect(await listTeam(id)).toContain(overseers.head.memberId);
  });

  it("is decided on by nobody who is not to know of the case, who is told what is told of no request", async () => {
    const request = await waiting();
    await declareRecusal(overseers.head, familyTie(id));
    const { secretary, office, leader, admin } = register.actors;
    for (const actor of [asked, overseers.head, secretary, office, leader, admin]) {
      for (const of of [request, randomUUID()]) {
        await expect(decideTeamRequest(actor, decision(of))).rejects.toMatchObject({ code: "NOT_FOUND" });
        await expect(withdrawTeamRequest(actor, { id: of })).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
      await expect(
        askIntoTeam(actor, { id, person: { memberId: register.members.other }, words }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect((await listCaseDuties(actor)).map((one) => one.id)).not.toContain(request);
    }
    for (const actor of [asker, register.actors.inCharge])
      await expect(decideTeamRequest(actor, decision(request))).rejects.toMatchObject({
        code: actor === asker ? "FORBIDDEN" : "NOT_FOUND",
      });
    await expect(
      askIntoTeam(overseers.partySecretary, { id, person: { memberId: register.members.other }, words }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await listRequests(id)).toMatchObject([{ outcome: null }]);
  });

  it("is refused with a reason, and may be asked for again", async () => {
    const request = await waiting();
    const silent = decideTeamRequest(overseers.head, decision(request, { decision: "REFUSED" }));
    await expect(silent).rejects.toMatchObject({ reason: "inspectionDuties.errors.refusalReason" });
    await decideTeamRequest(overseers.head, decision(request, { decision: "REFUSED", endWords: "Đang ốm" }));
    expect(await isOpenTo(asked, id)).toBe(false);
    await ask();
    await withdrawTeamRequest(asker, { id: await latestRequest() });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "teamRequest.withdrawn" });
    await ask();
    expect((await listRequests(id)).map(({ outcome }) => outcome)).toEqual(["REFUSED", "WITHDRAWN", null]);
  });

  it("is no subject, no secretary of one, not of the team, not asked for already and not keeping out", async () => {
    await declareRecusal(overseers.head, familyTie(id));
    await ask();
    const refused = [
      [register.members.secretary, "inspections.errors.secretaryInTeam"],
      [register.members.inCharge, "inspectionDuties.errors.inTeam"],
      [register.members.deputy, "inspectionDuties.errors.askedFor"],
      [overseers.head.memberId ?? "", "inspectionDuties.errors.recusedInTeam"],
      [randomUUID(), "inspections.errors.personNotFound"],
    ] as const;
    for (const [memberId, reason] of refused)
      await expect(ask(memberId)).rejects.toMatchObject({ code: "RULE", reason, field: "person" });
    const onWoman = (
      await openInspection(
        asker,
        caseInput({ ...about(), branchIds: [], members: [{ memberId: register.members.woman }] }),
      )
    ).id;
    await expect(ask(register.members.woman, onWoman)).rejects.toMatchObject({
      reason: "inspections.errors.subjectInTeam",
    });
  });

  it("is not taken in once the case is about them, or once they keep out of it", async () => {
    const request = await waiting();
    await editOpenInspection(asker, edited({ members: [{ memberId: register.members.deputy }] }));
    await expect(decideTeamRequest(overseers.partySecretary, decision(request))).rejects.toMatchObject({
      code: "RULE",
      reason: "refusals.constraints.InspectionTeamRequest_impartial",
    });
    const another = await waiting(overseers.head.memberId ?? "");
    await declareRecusal(overseers.head, familyTie(id));
    await expect(decideTeamRequest(overseers.partySecretary, decision(another))).rejects.toMatchObject({
      reason: "refusals.constraints.InspectionRecusal_keeps_out",
    });
    expect(await listTeam(id)).toEqual([register.members.inCharge]);
  });

  it("is one request and one decision, sent twice or at once", async () => {
    const formKey = randomUUID();
    const input = { id, person: { memberId: register.members.deputy }, words };
    const first = await askIntoTeam(asker, input, { formKey });
    expect(await askIntoTeam(asker, input, { formKey })).toEqual(first);
    expect(await listRequests(id)).toHaveLength(1);
    const request = await latestRequest();
    const both = await Promise.allSettled([
      decideTeamRequest(overseers.head, decision(request)),
      decideTeamRequest(overseers.partySecretary, decision(request, { decision: "REFUSED", endWords: "Đang ốm" })),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(decideTeamRequest(overseers.head, decision(request))).rejects.toMatchObject({ code: "RULE" });
    await expect(withdrawTeamRequest(asker, { id: request })).rejects.toMatchObject({
      reason: "inspectionDuties.errors.requestEnded",
    });
  });

  it("is asked for and decided on while the case is open only", async () => {
    const request = await waiting();
    await concludeInspection(asker, { id, version: 1, ...conclusion });
    await expect(withdrawTeamRequest(asker, { id: request })).rejects.toMatchObject({
      reason: "inspections.errors.alreadyConcluded",
    });
    await expect(decideTeamRequest(overseers.partySecretary, decision(request))).rejects.toMatchObject({
      reason: "inspections.errors.alreadyConcluded",
    });
    await expect(ask(register.members.other)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listCaseDuties(overseers.partySecretary)).map((one) => one.id)).not.toContain(request);
  });
});

describe("the team of an open case", () => {
  it("is the one its opening decision names, and takes in nobody by the form of the case", async () => {
    expect(await listTeam(id)).toEqual([register.members.inCharge]);
    const refused = [
      [{ team: [{ memberId: register.members.deputy }] }, "team"],
      [{ head: { memberId: register.members.deputy } }, "head"],
    ] as const;
    for (const [changes, field] of refused)
      await expect(editOpenInspection(asker, edited(changes))).rejects.toMatchObject({
        ...{ code: "RULE", reason: "inspectionDuties.errors.joinsByRequest", field },
      });
    expect(await listTeam(id)).toEqual([register.members.inCharge]);
  });

  it("is left at once and by one hand, and joined again as by anybody else", async () => {
    await decideTeamRequest(overseers.partySecretary, decision(await waiting()));
    const { inCharge, deputy } = register.members;
    await editOpenInspection(asker, edited({ head: { memberId: deputy }, team: [{ memberId: inCharge }] }));
    expect(await listTeam(id)).toEqual([deputy, inCharge]);
    await editOpenInspection(asker, { ...edited(), version: 2 });
    expect(await listTeam(id)).toEqual([inCharge]);
    expect(await isOpenTo(asked, id)).toBe(false);
    await expect(getInspection(asked, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      editOpenInspection(asker, { ...edited({ team: [{ memberId: deputy }] }), version: 3 }),
    ).rejects.toMatchObject({ reason: "inspectionDuties.errors.joinsByRequest" });
  });
});
