import { day } from "@/lib/core/day";
import { assignMember } from "@/lib/features/assignments/commands/assign-members";
import { openPlan } from "@/lib/features/assignments/commands/open-plan";
import { planBranch } from "@/lib/features/assignments/commands/plan-branch";
import { submitPlan } from "@/lib/features/assignments/commands/submit-plan";
import { getPlan } from "@/lib/features/assignments/queries/get-plan";
import { openCommune } from "./commune";

export const decision = { decisionNumber: "12-QĐ/ĐU", decidedOn: day("2026-11-20") };
export const plan = {
  name: "Phân công năm 2027",
  startsOn: day("2027-01-01"),
  lastDay: day("2027-12-31"),
  copiedOn: day("2026-11-01"),
};
export const reason = "Chờ kiện toàn cấp ủy";

/** Two branches and three committee members, one of whom leaves on 1 December 2026, with what a plan goes through. */
export async function openPlanningCommune() {
  const commune = await openCommune();
  await commune.keep("CommitteeName", {
    name: "Đảng bộ xã Thử Nghiệm",
    superiorKind: "PROVINCE",
    superiorName: "Tỉnh ủy Thử Nghiệm",
    startsOn: "2015-01-01",
  });
  const first = await commune.openBranch("Chi bộ bản Hai");
  const second = await commune.openBranch("Chi bộ bản Một");
  const one = await commune.addMember("Lò Văn Ánh", first);
  const two = await commune.addMember("Hà Thị Bình", first, { sex: "FEMALE" });
  const leaving = await commune.addMember("Vì Văn Cường", second);
  await commune.giveSeat(one, "SECRETARY");
  await commune.giveSeat(two, "MEMBER");
  await commune.giveSeat(leaving, "MEMBER", { endsOn: "2026-12-01" });
  const memberId = await commune.addMember("Lường Văn Thư", first);
  await commune.keep("BranchOffice", { branchId: first, memberId, kind: "SECRETARY", startsOn: "2021-01-01" });
  const secretary = await commune.signIn("Bí thư chi bộ", { memberId });
  const office = await commune.signIn("Văn phòng", { role: "OFFICE" });
  const leader = await commune.signIn("Lãnh đạo", { role: "LEADER" });

  /** In 2026 one person has a branch for good, and the one who leaves has the other until the end of November. */
  async function assign() {
    const year = { role: "MAIN" as const, startsOn: day("2026-01-01"), ...decision, decidedOn: day("2025-12-20") };
    const lasting = await assignMember(office, { ...year, branchId: first, memberId: one, lastDay: null });
    const short = { branchId: second, memberId: leaving, lastDay: day("2026-11-30") };
    const ending = await assignMember(office, { ...year, ...short });
    return { lasting: lasting.id, ending: ending.id };
  }

  async function draft(): Promise<string> {
    return (await openPlan(office, plan)).id;
  }

  /** A draft in which everything is settled. */
  async function settle(): Promise<string> {
    const id = await draft();
    await planBranch(office, { id, version: 1, branchId: second, mainId: two, supportingIds: [one] });
    return id;
  }

  async function submit(): Promise<string> {
    const id = await settle();
    await submitPlan(office, { id, version: 2, ...decision });
    return id;
  }

  /** By branch, who is in charge before and after. */
  async function parts(id: string) {
    return (await getPlan(office, id)).branches.map((branch) => [
      branch.name,
      branch.changes.map((change) => [change.memberName, change.before, change.after]),
    ]);
  }

  async function clear(): Promise<void> {
    for (const table of ["Assignment", "PlannedAssignment", "AssignmentPlan"])
      await commune.rows(`DELETE FROM "${table}" WHERE "committeeId" = $1`, [commune.committeeId]);
  }

  return {
    ...commune,
    first,
    second,
    one,
    two,
    leaving,
    secretary,
    office,
    leader,
    assign,
    draft,
    settle,
    submit,
    parts,
    clear,
  };
}

export type PlanningCommune = Awaited<ReturnType<typeof openPlanningCommune>>;
