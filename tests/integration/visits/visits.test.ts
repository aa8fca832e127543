import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { endAssignment } from "@/lib/features/assignments/commands/change-assignment";
import { editVisit, reportVisit } from "@/lib/features/visits/commands/report-visit";
import { findVisitForm } from "@/lib/features/visits/queries/find-visit-form";
import { getVisit } from "@/lib/features/visits/queries/get-visit";
import { listVisits, listVisitsOfMeeting } from "@/lib/features/visits/queries/list-visits";
import { listVisitableBranches } from "@/lib/features/visits/queries/reached-branches";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, opened } from "../meetings/branch-meeting";
import { assignOnce, reported, visitInput } from "./visit";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const ruled = (reason: string) => ({ code: "RULE", reason: `visits.errors.${reason}` });
const all = { year: 2022, branch: null, person: null };

describe("reporting on a visit", () => {
  it("keeps the assignment it was made under and the name, and audits it", async () => {
    const { inCharge, secretary } = register.actors;
    const id = await reported(inCharge, register.branchId);
    expect(await getVisit(secretary, id)).toMatchObject({
      ...{ visitorName: "Đinh Văn Quân", recordedBy: "Đinh Văn Quân", visitedOn: "2022-03-05", meeting: null },
      can: { edit: false },
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "visit.reported", actorName: "Đinh Văn Quân", before: null },
      after: { visitor: "Đinh Văn Quân", visitedOn: "2022-03-05" },
    });
  });

  it("by the office keeps both names", async () => {
    const { office, inCharge, leader } = register.actors;
    const id = await reported(office, register.branchId, { visitorId: register.members.inCharge });
    expect(await getVisit(leader, id)).toMatchObject({ visitorName: "Đinh Văn Quân", recordedBy: "Văn phòng" });
    expect(await getVisit(inCharge, id)).toMatchObject({ can: { edit: false } });
    expect(await getVisit(office, id)).toMatchObject({ can: { edit: true } });
    await expect(reportVisit(office, visitInput(register.branchId))).rejects.toMatchObject(ruled("chooseVisitor"));
  });

  it("is not for a branch out of reach, for who only reads, or in another's name", async () => {
    const { secretary, leader, inCharge, ordinary, otherSecretary, inspector } = register.actors;
    const { branchId, otherBranchId, members } = register;
    await expect(reportVisit(inCharge, visitInput(otherBranchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const reader of [secretary, leader]) {
      await expect(reportVisit(reader, visitInput(branchId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const stranger of [ordinary, otherSecretary, inspector]) {
      await expect(reportVisit(stranger, visitInput(branchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const another = visitInput(branchId, { visitorId: members.secretary });
    await expect(reportVisit(inCharge, another)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses a day outside the assignment, a day to come and a meeting of another month", async () => {
    const { inCharge, office } = register.actors;
    const { branchId } = register;
    const of = (changes: object) => reportVisit(inCharge, visitInput(branchId, changes));
    await expect(of({ visitedOn: day("2021-12-31") })).rejects.toMatchObject(ruled("notInCharge"));
    await expect(of({ visitedOn: addDays(inCharge.today, 1) })).rejects.toMatchObject(ruled("inFuture"));
    const meetingId = await opened(office, firstBranch(register), day("2022-06-01"));
    await expect(of({ meetingId })).rejects.toMatchObject(ruled("otherMonth"));
    await expect(of({ meetingId: randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("names a meeting once, twice at once and with the same key", async () => {
    const { inCharge, office } = register.actors;
    const { branchId, members } = register;
    const meetingId = await opened(office, firstBranch(register), day("2022-07-01"));
    const input = visitInput(branchId, { meetingId, visitedOn: day("2022-07-05") });
    const both = await Promise.allSettled([
      reportVisit(inCharge, input),
      reportVisit(office, { ...input, visitorId: members.inCharge }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(reportVisit(inCharge, input)).rejects.toMatchObject(ruled("reportedBefore"));
    const there = await listVisitsOfMeeting(register.actors.secretary, {
      ...{ id: meetingId, branchId, heldOn: day("2022-07-05") },
    });
    expect(there).toMatchObject({ visits: [{ visitorName: "Đinh Văn Quân" }], can: { report: false } });
    const other = visitInput(branchId);
    const formKey = randomUUID();
    const one = await reportVisit(inCharge, other, { formKey });
    expect(await reportVisit(inCharge, other, { formKey })).toEqual(one);
  });
});

describe("putting a report right", () => {
  const edit = (id: string, version = 1, changes = {}) => {
    const { branchId: _branch, visitorId: _visitor, ...report } = visitInput(register.branchId, changes);
    return { id, version, ...report };
  };

  it("changes it once, and shows both versions to who comes second", async () => {
    const { inCharge } = register.actors;
    const id = await reported(inCharge, register.branchId);
    await editVisit(inCharge, edit(id, 1, { situation: "Đường đã thông." }));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "visit.edited", before: { situation: visitInput("").situation } },
      after: { situation: "Đường đã thông." },
    });
    const late = editVisit(inCharge, edit(id, 1, { situation: "Khác" }));
    await expect(late).rejects.toMatchObject({ code: "CONFLICT", current: { situation: "Đường đã thông." } });
  });

  it("is for who wrote it, for 30 days", async () => {
    const { inCharge, office, leader, secretary, otherSecretary } = register.actors;
    const id = await reported(inCharge, register.branchId);
    for (const reader of [office, leader, secretary]) {
      await expect(editVisit(reader, edit(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(editVisit(otherSecretary, edit(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(editVisit(inCharge, edit(id, 1, { visitedOn: day("2021-01-01") }))).rejects.toMatchObject(
      ruled("notInCharge"),
    );
    await ownerRows(`UPDATE "VisitReport" SET "writtenOn" = "writtenOn" - 31 WHERE id = $1`, [id]);
    await expect(editVisit(inCharge, edit(id))).rejects.toMatchObject(ruled("tooLate"));
    expect(await getVisit(inCharge, id)).toMatchObject({ can: { edit: false } });
  });
});

describe("reading reports", () => {
  it("reaches the own branch, the branches in charge, or all", async () => {
    const { office, leader, secretary, otherSecretary, inCharge, ordinary } = register.actors;
    const { otherBranchId, branchId, members } = register;
    await assignOnce(register, day("2022-01-01"), day("2022-12-31"));
    const there = await reported(office, otherBranchId, { visitorId: members.inCharge });
    const branches = async (reader: typeof office) => [
      ...new Set((await listVisits(reader, all)).visits.map((visit) => visit.branchId)),
    ];
    for (const reader of [office, leader])
      expect((await branches(reader)).sort()).toEqual([branchId, otherBranchId].sort());
    expect(await branches(secretary)).toEqual([branchId]);
    expect(await branches(inCharge)).toEqual([branchId]);
    expect(await branches(otherSecretary)).toEqual([otherBranchId]);
    await expect(listVisits(ordinary, all)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listVisits(secretary, { ...all, branch: otherBranchId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getVisit(inCharge, there)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listVisits(office, { ...all, person: members.secretary })).visits).toEqual([]);
  });

  it("offers a form for the branches in charge, with people to choose from only to the office", async () => {
    const { office, inCharge, secretary } = register.actors;
    expect(await findVisitForm(inCharge, register.branchId)).toMatchObject({ visitors: [] });
    expect(await findVisitForm(office, register.branchId)).toMatchObject({ visitors: [{ name: "Đinh Văn Quân" }] });
    expect(await findVisitForm(secretary, register.branchId)).toBeNull();
    expect(await listVisitableBranches(inCharge)).toEqual([{ id: register.branchId, name: "Chi bộ bản Thử Một" }]);
    expect(await listVisitableBranches(office)).toHaveLength(2);
  });

  it("ends, as writing does, with the last day of the assignment", async () => {
    const own = await openRegister();
    const { inCharge, office } = own.actors;
    const id = await reported(inCharge, own.branchId);
    const [running] = await ownerRows<{ id: string }>(
      `SELECT id FROM "Assignment" WHERE "committeeId" = $1 AND "endsOn" IS NULL`,
      [own.committeeId],
    );
    await endAssignment(office, {
      id: running?.id ?? "",
      version: 1,
      lastDay: addDays(office.today, -1),
      reason: "Đổi phân công",
    });
    const former = await inContext(inCharge.sessionToken, async (_tx, actor) => actor);
    await expect(getVisit(former, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(reportVisit(former, visitInput(own.branchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await reported(office, own.branchId, { visitorId: own.members.inCharge })).toBeTruthy();
  });
});
