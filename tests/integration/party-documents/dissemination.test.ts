import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { openMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { recordCatchUp, takeBackCatchUp } from "@/lib/features/party-documents/commands/catch-up";
import { annulDocument } from "@/lib/features/party-documents/commands/issue-document";
import { correctPassing, passOn } from "@/lib/features/party-documents/commands/pass-on";
import { takeBackTelling, tellVillage } from "@/lib/features/party-documents/commands/tell-village";
import { findPassingForm } from "@/lib/features/party-documents/queries/find-passing-form";
import { listDissemination } from "@/lib/features/party-documents/queries/list-dissemination";
import { listDisseminationDue } from "@/lib/features/party-documents/queries/list-dissemination-due";
import { listDocumentsOfMeeting } from "@/lib/features/party-documents/queries/list-meeting-documents";
import { lastEvent, openRegister, type TestRegister } from "../../support/register";
import { firstBranch, meetingInput, opened, secondBranch, withRoll } from "../meetings/branch-meeting";
import { issued, meetingWithout, received, servedVillage } from "./document";

let register: TestRegister;
let april: string;
let may: string;

beforeAll(async () => {
  register = await openRegister();
  const { system, branchId, members } = register;
  const place = firstBranch(register);
  april = await meetingWithout(system, place, day("2022-04-01"), members.woman);
  may = await withRoll(system, { ...place, branchId }, day("2022-05-01"));
});

const ruled = (reason: string) => ({ code: "RULE", reason: `partyDocuments.errors.${reason}` });

describe("passing a paper on", () => {
  it("keeps the meeting, tells who was there and who was not, and audits it", async () => {
    const { office, secretary, leader, inCharge } = register.actors;
    const { branchId, otherBranchId } = register;
    const documentId = await received(office);
    await passOn(secretary, { documentId, branchId, meetingId: april });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "partyDocument.disseminated",
      after: { meetingHeldOn: "2022-04-05" },
    });
    const lines = await listDissemination(leader, documentId);
    expect(lines.map((line) => [line.branchId, line.standing, line.can.record])).toEqual(
      expect.arrayContaining([
        [branchId, "PASSED_ON", false],
        [otherBranchId, "OVERDUE", false],
      ]),
    );
    const [own] = await listDissemination(inCharge, documentId);
    expect(own?.passing).toMatchObject({
      absent: [{ memberId: register.members.woman, caughtUp: null }],
      recordedBy: "Ngần Văn Thiệp",
    });
    expect(own?.passing?.present).toBeGreaterThan(0);
    expect(await listDocumentsOfMeeting(secretary, april)).toMatchObject([{ id: documentId }]);
    expect(await listDocumentsOfMeeting(register.actors.inspector, april)).toEqual([]);
  });

  it("is corrected with the version that was read, and late where it was late", async () => {
    const { office, secretary, inCharge } = register.actors;
    const { branchId } = register;
    const documentId = await received(office);
    await passOn(office, { documentId, branchId, meetingId: april });
    const form = await findPassingForm(secretary, documentId, branchId);
    expect(form?.meetings.map(({ id }) => id)).toEqual([april, may]);
    const input = { id: form?.passing?.id ?? "", version: 1, meetingId: may };
    await expect(correctPassing(inCharge, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(correctPassing(register.actors.otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await correctPassing(secretary, input);
    await expect(correctPassing(secretary, input)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await listDissemination(secretary, documentId))[0]).toMatchObject({ standing: "PASSED_LATE" });
  });

  it("is for the branch and the office, once, of a paper that is for the branch", async () => {
    const { office, leader, secretary, otherSecretary, inCharge } = register.actors;
    const { branchId, otherBranchId } = register;
    const documentId = await received(office);
    const input = { documentId, branchId, meetingId: april };
    for (const reader of [leader, inCharge]) {
      await expect(passOn(reader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await findPassingForm(reader, documentId, branchId)).toBeNull();
    }
    await expect(passOn(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(passOn(secretary, { ...input, branchId: otherBranchId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const notTheirs = await received(office, { audience: "CHOSEN_BRANCHES", branchId: [otherBranchId] });
    for (const id of [notTheirs, await issued(office)]) {
      await expect(passOn(office, { ...input, documentId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const foreign = await withRoll(register.system, secondBranch(register), day("2022-04-01"));
    await expect(passOn(office, { ...input, meetingId: foreign })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const both = await Promise.allSettled([passOn(secretary, input), passOn(office, input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("refuses a meeting before it, to come or without a roll, and an annulled paper", async () => {
    const { office, system, secretary } = { ...register.actors, system: register.system };
    const { branchId } = register;
    const documentId = await received(office, { issuedOn: day("2022-04-06"), receivedOn: day("2022-04-07") });
    const input = { documentId, branchId, meetingId: april };
    await expect(passOn(secretary, input)).rejects.toMatchObject(ruled("meetingBefore"));
    const uncalled = await opened(system, firstBranch(register), day("2022-06-01"));
    await expect(passOn(secretary, { ...input, meetingId: uncalled })).rejects.toMatchObject(ruled("noRoll"));
    const heldOn = addDays(office.today, 20);
    const ahead = { ...meetingInput(firstBranch(register), day(`${heldOn.slice(0, 7)}-01`)), heldOn };
    const { id: coming } = await openMeeting(system, { ...ahead, kind: "EXTRAORDINARY" });
    await expect(passOn(secretary, { ...input, meetingId: coming })).rejects.toMatchObject(ruled("meetingAhead"));
    await annulDocument(office, { id: documentId, version: 1, reason: "Nhầm" });
    await expect(passOn(secretary, { ...input, meetingId: may })).rejects.toMatchObject(ruled("annulledBefore"));
    expect(await listDissemination(secretary, documentId)).toEqual([]);
  });
});

describe("who was absent, and the people", () => {
  async function passed() {
    const documentId = await received(register.actors.office);
    const of = { documentId, branchId: register.branchId };
    await passOn(register.actors.secretary, { ...of, meetingId: april });
    return of;
  }
  const caughtUpOn = day("2022-05-05");

  it("catches up by paper, by word or at a later meeting, once, and it can be taken back", async () => {
    const { secretary, office, leader } = register.actors;
    const { woman } = register.members;
    const of = await passed();
    const input = { ...of, memberId: woman, way: "LATER_MEETING", toldBy: null, caughtUpOn } as const;
    await recordCatchUp(secretary, input);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "partyDocument.catchUpRecorded",
      before: null,
    });
    await expect(recordCatchUp(office, input)).rejects.toMatchObject({ code: "CONFLICT" });
    const line = (await listDissemination(leader, of.documentId)).find(({ branchId }) => branchId === of.branchId);
    const [absent] = line?.passing?.absent ?? [];
    expect(absent?.caughtUp).toMatchObject({ way: "LATER_MEETING", on: "2022-05-05" });
    const correct = { id: line?.passing?.id ?? "", version: 1, meetingId: may };
    await expect(correctPassing(secretary, correct)).rejects.toMatchObject(ruled("caughtUpFirst"));
    const id = absent?.caughtUp?.id ?? "";
    await expect(takeBackCatchUp(leader, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeBackCatchUp(register.actors.otherSecretary, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await takeBackCatchUp(secretary, { id });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "partyDocument.catchUpRemoved",
      after: null,
    });
    await expect(takeBackCatchUp(secretary, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses who was there, another day, telling by nobody, a meeting without that person, and other hands", async () => {
    const { secretary, otherSecretary, inCharge } = register.actors;
    const { woman, deputy, other } = register.members;
    const of = await passed();
    const input = { ...of, memberId: woman, way: "PAPER", toldBy: null, caughtUpOn } as const;
    const tries: [object, object][] = [
      [{ memberId: deputy }, ruled("wasThere")],
      [{ memberId: other }, { code: "NOT_FOUND" }],
      [{ caughtUpOn: day("2022-04-04") }, ruled("caughtUpBefore")],
      [{ way: "TOLD" }, ruled("toldByWhom")],
      [{ way: "LATER_MEETING", caughtUpOn: day("2022-05-06") }, ruled("notAtMeeting")],
    ];
    for (const [changes, refusal] of tries) {
      await expect(recordCatchUp(secretary, { ...input, ...changes })).rejects.toMatchObject(refusal);
    }
    await expect(recordCatchUp(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(recordCatchUp(inCharge, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are told at a village meeting, of a village that the branch serves, once a day, and it can be taken back", async () => {
    const { secretary, otherSecretary, inCharge, office } = register.actors;
    const of = await passed();
    const villageId = await servedVillage(register, of.branchId);
    const input = { ...of, villageId, heldOn: caughtUpOn, households: 35 };
    await expect(tellVillage(inCharge, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(tellVillage(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(tellVillage(secretary, { ...input, heldOn: day("2022-02-28") })).rejects.toMatchObject(
      ruled("toldBefore"),
    );
    const elsewhere = await servedVillage(register, register.otherBranchId);
    await expect(tellVillage(secretary, { ...input, villageId: elsewhere })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const both = await Promise.allSettled([tellVillage(secretary, input), tellVillage(office, input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "partyDocument.tellingRecorded",
      after: { village: "Bản Mới", households: 35 },
    });
    const [line] = await listDissemination(secretary, of.documentId);
    const id = line?.tellings[0]?.id ?? "";
    await expect(takeBackTelling(inCharge, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeBackTelling(otherSecretary, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await takeBackTelling(secretary, { id });
    expect((await listDissemination(secretary, of.documentId))[0]?.tellings).toEqual([]);
  });
});

describe("what is still to be passed on", () => {
  it("is everything for a branch, and what is overdue for office and leadership", async () => {
    const own = await openRegister();
    const { office, leader, secretary, inCharge, inspector } = own.actors;
    const soon = addDays(office.today, 9);
    const overdue = await received(office, { audience: "CHOSEN_BRANCHES", branchId: [own.branchId] });
    const open = await received(office, { deadlineOn: soon });
    await received(office, { deadlineOn: null });
    const due = async (reader: typeof office) =>
      (await listDisseminationDue(reader)).map(({ documentId }) => documentId);
    for (const reader of [secretary, inCharge]) expect(await due(reader)).toEqual([overdue, open]);
    for (const reader of [office, leader]) expect(await due(reader)).toEqual([overdue]);
    expect(await due(inspector)).toEqual([]);
  });
});
