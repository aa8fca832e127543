import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { listConclusions } from "@/lib/features/inspections/queries/list-conclusions";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { listAttendance } from "@/lib/features/meetings/queries/list-attendance";
import { openRegister, type TestRegister } from "../../support/register";
import { caseInput, concludedInput } from "../inspections/case";
import { firstBranch, opened, rollOf } from "../meetings/branch-meeting";

let register: TestRegister;
let deputy: string;

beforeAll(async () => {
  register = await openRegister();
  const { actors, members } = register;
  deputy = members.deputy;
  const place = firstBranch(register);
  const months = [
    ["2022-11-01", "ABSENT_EXCUSED"],
    ["2022-12-01", "PRESENT"],
    ["2023-01-01", "ABSENT_UNEXCUSED"],
  ] as const;
  for (const [month, presence] of months) {
    const id = await opened(actors.secretary, place, day(month));
    const roll = await rollOf(place, day(month), { [deputy]: presence });
    const entries = roll.map((line) =>
      line.presence === "ABSENT_EXCUSED" ? { ...line, reason: "Đi khám bệnh" } : line,
    );
    await takeAttendance(actors.secretary, { id, version: 1, guests: null, entries });
  }
  await opened(actors.secretary, place, day("2022-10-01"));
});

describe("the meetings of a member's year", () => {
  it("are those whose roll has been called, with how the member came, of that year alone", async () => {
    const lines = await listAttendance(register.actors.leader, deputy, 2022);
    expect(lines.map(({ heldOn, presence, reason }) => [heldOn, presence, reason])).toEqual([
      ["2022-11-05", "ABSENT_EXCUSED", "Đi khám bệnh"],
      ["2022-12-05", "PRESENT", null],
    ]);
    expect(await listAttendance(register.actors.leader, deputy, 2023)).toMatchObject([
      { presence: "ABSENT_UNEXCUSED" },
    ]);
    expect(await listAttendance(register.actors.leader, register.members.other, 2022)).toEqual([]);
  });

  it("are seen by the own branch and not by another", async () => {
    const { secretary, otherSecretary, inspector } = register.actors;
    expect(await listAttendance(secretary, deputy, 2022)).toHaveLength(2);
    expect(await listAttendance(otherSecretary, deputy, 2022)).toEqual([]);
    expect(await listAttendance(inspector, deputy, 2022)).toEqual([]);
  });
});

describe("the conclusions about a subject's year", () => {
  it("are the concluded ones that name it, and never an open case", async () => {
    const { inspector, leader, secretary, otherSecretary } = register.actors;
    const { branchId } = register;
    const earlier = {
      year: 2021,
      decidedOn: day("2021-08-01"),
      startsOn: day("2021-08-15"),
      lastDay: day("2021-09-15"),
      concludedOn: day("2021-09-30"),
    };
    const about = { branchIds: [branchId], members: [{ memberId: deputy }] };
    await recordConcludedInspection(inspector, concludedInput(about));
    await recordConcludedInspection(inspector, concludedInput({ ...about, ...earlier }));
    await openInspection(
      inspector,
      caseInput({ members: [{ memberId: deputy }], head: { memberId: register.members.inCharge }, team: [] }),
    );
    for (const subject of [{ branchId }, { memberId: deputy }]) {
      expect(await listConclusions(leader, subject, 2022)).toMatchObject([
        { title: "Kiểm tra việc chấp hành Điều lệ Đảng", concludedOn: "2022-09-30" },
      ]);
      expect(await listConclusions(inspector, subject, 2022)).toHaveLength(1);
      expect(await listConclusions(otherSecretary, subject, 2022)).toEqual([]);
    }
    expect(await listConclusions(secretary, { branchId }, 2022)).toHaveLength(1);
  });
});
