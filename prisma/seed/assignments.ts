import type { Actor } from "@/lib/core/actor";
import { day, firstDayOfYear, lastDayOfYear } from "@/lib/core/day";
import { assignMembers } from "@/lib/features/assignments/commands/assign-members";
import { openPlan } from "@/lib/features/assignments/commands/open-plan";
import { planBranch } from "@/lib/features/assignments/commands/plan-branch";
import { sampleBranches } from "./commune";
import { idOf, type SampleRegister } from "./structure";

const FIRST_YEAR = 2020;
const LAST_YEAR = 2026;

/** Every year's plan: one committee member mainly in charge of each branch, the larger branches with a second one. */
export async function assignByYear(office: Actor, register: SampleRegister): Promise<void> {
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const turn = year - FIRST_YEAR;
    const places = sampleBranches.flatMap((branch, index) => {
      const branchId = idOf(register.branchIds, branch);
      const at = (step: number) => register.seated[(index + turn + step) % register.seated.length]?.id ?? "";
      const main = { branchId, memberId: at(0), role: "MAIN" as const };
      return branch.size < 24 ? [main] : [main, { branchId, memberId: at(5), role: "SUPPORTING" as const }];
    });
    await assignMembers(office, {
      startsOn: firstDayOfYear(year),
      lastDay: lastDayOfYear(year),
      decisionNumber: `${String(turn + 12)}-QĐ/ĐU`,
      decidedOn: day(`${year - 1}-12-28`),
      places,
    });
  }
}

/** A draft for the year after, which differs so far in one branch from the year before. */
export async function draftNextYear(office: Actor, register: SampleRegister): Promise<void> {
  const year = LAST_YEAR + 1;
  const { id } = await openPlan(office, {
    name: `Phân công cấp ủy viên phụ trách chi bộ năm ${year}`,
    startsOn: firstDayOfYear(year),
    lastDay: lastDayOfYear(year),
    copiedOn: lastDayOfYear(LAST_YEAR),
  });
  const branch = sampleBranches.find(({ key }) => key === "thin");
  const [main, supporting] = register.seated.map((seat) => seat.id).slice(3);
  if (!branch || !main || !supporting) throw new Error("There is nobody to plan for Bản Thín");
  const places = { branchId: idOf(register.branchIds, branch), mainId: main, supportingIds: [supporting] };
  await planBranch(office, { id, version: 1, ...places });
}
