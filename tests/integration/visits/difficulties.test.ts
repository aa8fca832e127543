import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import {
  acceptDifficulty,
  declineDifficulty,
  moveDeadline,
  reportProgress,
  solveDifficulty,
} from "@/lib/features/visits/commands/difficulty-steps";
import { raiseDifficulty } from "@/lib/features/visits/commands/raise-difficulty";
import { findRaiseForm } from "@/lib/features/visits/queries/find-raise-form";
import { getDifficulty, listOwners } from "@/lib/features/visits/queries/get-difficulty";
import { listDifficulties, listOverdueDifficulties } from "@/lib/features/visits/queries/list-difficulties";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { accepted, acceptInput, declined, raised, raiseInput, reported, seatOf, solved, step } from "./visit";

let register: TestRegister;
let seatId: string;

beforeAll(async () => {
  register = await openRegister();
  seatId = await seatOf(register.members.inCharge);
});

const ruled = (reason: string) => ({ code: "RULE", reason: `difficulties.errors.${reason}` });
const open = { year: null, branch: null, person: null, standing: null };

describe("raising a difficulty", () => {
  it("keeps who raised it and when, and audits it", async () => {
    const { secretary } = register.actors;
    const id = await raised(secretary, register.branchId);
    expect(await getDifficulty(secretary, id)).toMatchObject({
      ...{ state: "RAISED", standing: "WAITING", recordedBy: "Ngần Văn Thiệp", raisedOn: "2022-03-05" },
      ...{ isAccepted: false, steps: [{ kind: "RAISED", takenOn: "2022-03-05" }] },
      can: { accept: false, solve: false, moveDeadline: false, decline: false },
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "difficulty.raised", before: null });
  });

  it("comes from a visit report of the same branch", async () => {
    const { inCharge, office } = register.actors;
    const visitReportId = await reported(inCharge, register.branchId);
    const id = await raised(inCharge, register.branchId, { visitReportId });
    expect(await getDifficulty(inCharge, id)).toMatchObject({ visit: { id: visitReportId } });
    const elsewhere = raiseInput(register.otherBranchId, { visitReportId });
    await expect(raiseDifficulty(office, elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findRaiseForm(office, register.otherBranchId, visitReportId)).toBeNull();
    expect(await findRaiseForm(inCharge, register.branchId, visitReportId)).toMatchObject({
      visit: { id: visitReportId },
    });
  });

  it("is not for another branch, for who only reads or for a day to come, and happens once", async () => {
    const { secretary, leader, inspector, ordinary } = register.actors;
    const { branchId, otherBranchId } = register;
    for (const stranger of [inspector, ordinary]) {
      await expect(raiseDifficulty(stranger, raiseInput(branchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(raiseDifficulty(secretary, raiseInput(otherBranchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(raiseDifficulty(leader, raiseInput(branchId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const ahead = raiseInput(branchId, { raisedOn: addDays(secretary.today, 1) });
    await expect(raiseDifficulty(secretary, ahead)).rejects.toMatchObject(ruled("inFuture"));
    const formKey = randomUUID();
    const input = raiseInput(branchId);
    const both = await Promise.all([
      raiseDifficulty(secretary, input, { formKey }),
      raiseDifficulty(secretary, input, { formKey }),
    ]);
    expect(both[0]).toEqual(both[1]);
  });
});

describe("the way of a difficulty", () => {
  it("goes by the owner and the office, every step with who and when, and the branch sees it", async () => {
    const { leader, inCharge, office, secretary } = register.actors;
    const id = await raised(secretary, register.branchId);
    await acceptDifficulty(leader, acceptInput(id, { ownerSeatId: seatId }));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "difficulty.accepted", before: { state: "RAISED" } },
      after: { state: "ACCEPTED", ownerName: "Đinh Văn Quân", deadlineOn: "2022-04-30" },
    });
    await reportProgress(inCharge, step(id, 2, day("2022-03-10")));
    const later = { ...step(id, 3, day("2022-04-20")), deadlineOn: day("2022-05-31") };
    await moveDeadline(office, later);
    await solveDifficulty(inCharge, step(id, 4, day("2022-05-30")));
    const view = await getDifficulty(secretary, id);
    expect(view).toMatchObject({
      ...{ state: "SOLVED", standing: "SOLVED_IN_TIME", closedOn: "2022-05-30", deadlineOn: "2022-05-31" },
      ownerName: "Đinh Văn Quân",
    });
    expect(view.steps.map((one) => [one.kind, one.recordedBy])).toEqual([
      ["SOLVED", "Đinh Văn Quân"],
      ["DEADLINE_MOVED", "Văn phòng"],
      ["PROGRESS", "Đinh Văn Quân"],
      ["ACCEPTED", "Lãnh đạo"],
      ["RAISED", "Ngần Văn Thiệp"],
    ]);
    await expect(solveDifficulty(office, step(id, 5, day("2022-06-01")))).rejects.toMatchObject(ruled("closedBefore"));
  });

  it("is closed to everybody else: each step has its hands", async () => {
    const { leader, inCharge, office, secretary, otherSecretary, ordinary } = register.actors;
    const id = await raised(secretary, register.branchId);
    for (const reader of [secretary, inCharge]) {
      await expect(acceptDifficulty(reader, acceptInput(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(declineDifficulty(reader, step(id, 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(declineDifficulty(office, step(id, 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const stranger of [otherSecretary, ordinary]) {
      await expect(acceptDifficulty(stranger, acceptInput(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getDifficulty(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await acceptDifficulty(office, acceptInput(id));
    for (const reader of [secretary, inCharge, leader]) {
      await expect(solveDifficulty(reader, step(id, 2))).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(reportProgress(reader, step(id, 2))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const move = { ...step(id, 2), deadlineOn: day("2022-06-30") };
    await expect(moveDeadline(secretary, move)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses what does not follow, an owner without a seat that day, and a deadline that is over", async () => {
    const { office, leader } = register.actors;
    const id = await raised(office, register.branchId);
    await expect(solveDifficulty(office, step(id, 1))).rejects.toMatchObject(ruled("notAccepted"));
    const early = { raisedOn: day("2019-01-01") };
    const before = await raised(office, register.branchId, early);
    const unseated = acceptInput(before, { ownerSeatId: seatId, takenOn: day("2019-02-01") });
    await expect(acceptDifficulty(office, unseated)).rejects.toMatchObject(ruled("ownerNotSeated"));
    const over = acceptInput(id, { deadlineOn: day("2022-03-05") });
    await expect(acceptDifficulty(office, over)).rejects.toMatchObject(ruled("deadlinePast"));
    await expect(declineDifficulty(leader, step(id, 1, day("2022-03-04")))).rejects.toMatchObject(ruled("stepBefore"));
    await acceptDifficulty(office, acceptInput(id));
    await expect(acceptDifficulty(leader, acceptInput(id, { version: 2 }))).rejects.toMatchObject(
      ruled("acceptedBefore"),
    );
    const same = { ...step(id, 2), deadlineOn: day("2022-04-30") };
    await expect(moveDeadline(office, same)).rejects.toMatchObject(ruled("sameDeadline"));
  });

  it("is taken once, twice at once", async () => {
    const { office, leader } = register.actors;
    const id = await raised(office, register.branchId);
    const both = await Promise.allSettled([
      acceptDifficulty(office, acceptInput(id)),
      acceptDifficulty(leader, acceptInput(id)),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(solveDifficulty(office, step(id, 1))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("stays in the database as it was taken", async () => {
    const id = await declined(register.actors, register.branchId);
    expect(await getDifficulty(register.actors.secretary, id)).toMatchObject({
      standing: "DECLINED",
      isAccepted: false,
    });
    const [rights] = await ownerRows<{ may: boolean }>(
      `SELECT has_any_column_privilege('sodb_app', '"DifficultyStep"', 'UPDATE')
         OR has_table_privilege('sodb_app', '"DifficultyStep"', 'DELETE') AS may`,
    );
    expect(rights?.may).toBe(false);
  });
});

describe("reading difficulties", () => {
  it("reaches the owner in another branch as long as the seat is held", async () => {
    const own = await openRegister();
    const { office, inCharge, otherSecretary } = own.actors;
    const seat = await seatOf(own.members.inCharge);
    const id = await accepted(office, { branchId: own.otherBranchId, ownerSeatId: seat });
    expect(await getDifficulty(inCharge, id)).toMatchObject({ can: { solve: true, readBranch: false } });
    expect((await listDifficulties(inCharge, open)).lines.map((line) => line.id)).toEqual([id]);
    expect((await listDifficulties(otherSecretary, open)).lines.map((line) => line.id)).toEqual([id]);
    await ownerRows(`UPDATE "CommitteeOffice" SET "endsOn" = app.today() WHERE id = $1`, [seat]);
    await expect(getDifficulty(inCharge, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("counts every standing as its list is long, and reminds those who accept of what is overdue", async () => {
    const own = await openRegister();
    const { office, leader, secretary, ordinary } = own.actors;
    const { branchId } = own;
    await solved(office, { branchId });
    await solved(office, { branchId }, day("2022-05-01"));
    await accepted(office, { branchId });
    await raised(office, branchId);
    await declined(own.actors, branchId);
    const year = { ...open, year: 2022 };
    const { lines, counts, total } = await listDifficulties(secretary, year);
    expect([lines.length, total, counts.reduce((sum, one) => sum + one.count, 0)]).toEqual([5, 5, 5]);
    for (const { standing, count } of counts) {
      expect((await listDifficulties(secretary, { ...year, standing })).lines).toHaveLength(count);
    }
    const onlyOpen = await listDifficulties(secretary, open);
    expect(onlyOpen.counts).toEqual([
      { standing: "WAITING", count: 1 },
      { standing: "OVERDUE", count: 1 },
    ]);
    const late = async (reader: Actor) =>
      (await listOverdueDifficulties(reader)).cases.map((one) => one.daysOverdue > 0);
    expect([await late(leader), await late(office), await late(secretary)]).toEqual([[true], [true], []]);
    await expect(listDifficulties(ordinary, open)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listDifficulties(secretary, { ...open, branch: own.otherBranchId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("offers as owners each member of the committee once, to those who accept", async () => {
    const { office, secretary } = register.actors;
    expect(await listOwners(office)).toEqual([{ seatId, name: "Đinh Văn Quân" }]);
    expect(await listOwners(secretary)).toEqual([]);
    const stranger = await signInAs(register.committeeId, "Không quyền", {});
    await expect(listDifficulties(stranger, open)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
