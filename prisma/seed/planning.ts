import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { planPeople } from "@/lib/features/training/commands/plan-people";
import type { PlanPeopleInput } from "@/lib/features/training/schema/planning";
import { sampleBranches } from "./commune";
import { idOf, type SampleRegister } from "./structure";

const DECISION = { decisionNumber: "15-QĐ/ĐU", decidedOn: day("2026-03-20") };
const TERM = { termFrom: 2030, termTo: 2035 };

/** A small plan for the next term: secretary, standing committee, and the secretary of the branch Nà An. */
export async function planNextTerm(office: Actor, register: SampleRegister): Promise<void> {
  const { seated, members, branchIds } = register;
  const plan = async (post: PlanPeopleInput["post"], memberId: readonly string[], branchId: string | null = null) => {
    await planPeople(office, { ...TERM, ...DECISION, post, branchId, memberId: [...memberId] });
  };
  const seat = (from: number, to: number) => seated.slice(from, to).map(({ id }) => id);
  await plan("PARTY_SECRETARY", seat(1, 3));
  await plan("STANDING_COMMITTEE", seat(1, 8));
  const branch = sampleBranches.find(({ key }) => key === "naan");
  if (!branch) throw new Error("There is no branch Nà An");
  const line = members.filter((one) => one.branch.key === branch.key && (one.order === 1 || one.order === 2));
  await plan(
    "BRANCH_LEADER",
    line.map(({ id }) => id),
    idOf(branchIds, branch),
  );
}
