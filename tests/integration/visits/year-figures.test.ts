import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { listDifficulties } from "@/lib/features/visits/queries/list-difficulties";
import { listVisits } from "@/lib/features/visits/queries/list-visits";
import { getVisitYear, listMeetingsInCharge } from "@/lib/features/visits/queries/year-figures";
import { openRegister, type TestRegister } from "../../support/register";
import { firstBranch, opened, secondBranch } from "../meetings/branch-meeting";
import { accepted, assignOnce, declined, raised, reported, solved } from "./visit";

let register: TestRegister;
const year = 2022;
const nobody = { year, branch: null, person: null };

beforeAll(async () => {
  register = await openRegister();
  const { actors, branchId, otherBranchId, members, system } = register;
  const { office } = actors;
  await assignOnce(register, day("2022-04-01"), day("2022-06-30"));
  const visitorId = members.inCharge;
  for (const month of ["03", "04", "05", "06", "07"]) {
    const monthOn = day(`2022-${month}-01`);
    const heldOn = day(`2022-${month}-05`);
    const own = await opened(system, firstBranch(register), monthOn);
    const there = await opened(system, secondBranch(register), monthOn);
    if (month !== "05") await reported(office, branchId, { visitorId, visitedOn: heldOn, meetingId: own });
    if (month === "05") await reported(office, otherBranchId, { visitorId, visitedOn: heldOn, meetingId: there });
  }
  await reported(office, branchId, { visitorId, visitedOn: day("2022-09-09") });
  await solved(office, { branchId });
  await solved(office, { branchId }, day("2022-05-01"));
  await accepted(office, { branchId });
  await raised(office, branchId);
  await declined(actors, otherBranchId);
  await accepted(office, { branchId: otherBranchId });
});

/** Every number of the page against the list that it opens. */
async function compared(reader: Actor) {
  const { people, branches } = await getVisitYear(reader, nobody);
  const rows = [
    ...people.map((row) => ({ row, of: { ...nobody, person: row.id } })),
    ...branches.map((row) => ({ row, of: { ...nobody, branch: row.id } })),
  ];
  for (const { row, of } of rows) {
    const meetings = async (part: "ALL" | "ATTENDED") => (await listMeetingsInCharge(reader, { ...of, part })).meetings;
    const cases = async (standing: "SOLVED_IN_TIME" | "OVERDUE" | null) =>
      (await listDifficulties(reader, { ...of, standing })).lines;
    expect(await meetings("ALL")).toHaveLength(row.meetings);
    expect(await meetings("ATTENDED")).toHaveLength(row.attended);
    expect((await listVisits(reader, of)).visits).toHaveLength(row.reports);
    expect(await cases(null)).toHaveLength(row.raised);
    expect(await cases("SOLVED_IN_TIME")).toHaveLength(row.solvedInTime);
    expect(await cases("OVERDUE")).toHaveLength(row.overdue);
  }
  return { people, branches };
}

describe("a year of visits", () => {
  it("counts meetings only while the assignment ran, and each number is as long as its list", async () => {
    const { people, branches } = await compared(register.actors.leader);
    expect(people).toEqual([
      {
        ...{ id: register.members.inCharge, name: "Đinh Văn Quân" },
        ...{ meetings: 8, attended: 5, reports: 6, raised: 4, solvedInTime: 1, overdue: 1 },
      },
    ]);
    expect(branches.map(({ name: _name, ...row }) => row)).toEqual(
      expect.arrayContaining([
        { id: register.branchId, meetings: 5, attended: 4, reports: 5, raised: 4, solvedInTime: 1, overdue: 1 },
        { id: register.otherBranchId, meetings: 3, attended: 1, reports: 1, raised: 2, solvedInTime: 0, overdue: 1 },
      ]),
    );
  });

  it("shows a secretary the own branch only, with the same numbers and lists", async () => {
    const { branches } = await compared(register.actors.secretary);
    expect(branches.map((row) => row.id)).toEqual([register.branchId]);
    await compared(register.actors.inCharge);
    await compared(register.actors.otherSecretary);
  });

  it("is not for who reads no reports, nor of a branch out of reach", async () => {
    const { ordinary, inspector, secretary } = register.actors;
    for (const stranger of [ordinary, inspector]) {
      await expect(getVisitYear(stranger, nobody)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const there = { ...nobody, branch: register.otherBranchId };
    await expect(getVisitYear(secretary, there)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const list = listMeetingsInCharge(secretary, { ...there, part: "ALL" });
    await expect(list).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
