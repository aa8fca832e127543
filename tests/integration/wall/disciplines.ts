import { withdrawDiscipline } from "@/lib/features/disciplines/commands/close-recording";
import { decided, recorded } from "../disciplines/decision";
import type { RatedRegister } from "../ratings/round";

/** Decisions on members and branches that wait, are confirmed, corrected and withdrawn; one by who holds two rights. */
export async function addDisciplines(register: RatedRegister, people: { readonly underCase: string }): Promise<void> {
  const { actors, members, branchId, otherBranchId } = register;
  const { office } = actors;
  const inFirst = (whoId: string) => ({ branchId, whoId });
  const inSecond = (whoId: string) => ({ branchId: otherBranchId, whoId });
  await recorded(office, inFirst(members.woman));
  await recorded(office, inFirst(branchId));
  await recorded(office, inSecond(people.underCase));
  await decided(actors, inFirst(members.secretary), { form: "DISMISSAL" });
  await decided(actors, inSecond(otherBranchId));
  const first = await decided(actors, inSecond(members.other));
  const correction = { correctsId: first, whyCorrected: "Chép nhầm số" };
  await recorded(office, inSecond(members.other), { ...correction, form: "REPRIMAND" });
  const id = await recorded(office, inFirst(members.deputy), { form: "REPRIMAND" });
  await withdrawDiscipline(office, { id, version: 1, reason: "Ghi nhầm người" });
}
