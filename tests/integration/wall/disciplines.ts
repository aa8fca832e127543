import { day } from "@/lib/core/day";
import { settleComplaint } from "@/lib/features/disciplines/commands/close-complaint";
import { withdrawDiscipline } from "@/lib/features/disciplines/commands/close-recording";
import { complained, settled, settlementInput } from "../disciplines/complaint";
import { decided, recorded } from "../disciplines/decision";
import type { RatedRegister } from "../ratings/round";

/** Complaints in each of their states, and decisions on members and branches that wait, are confirmed, corrected and withdrawn; one by who holds two rights. */
export async function addDisciplines(register: RatedRegister, people: { readonly underCase: string }): Promise<void> {
  const { actors, members, branchId, otherBranchId } = register;
  const { office } = actors;
  const inFirst = (whoId: string) => ({ branchId, whoId });
  const inSecond = (whoId: string) => ({ branchId: otherBranchId, whoId });
  await recorded(office, inFirst(members.woman));
  await recorded(office, inFirst(branchId));
  await recorded(office, inSecond(people.underCase));
  const dismissal = await decided(actors, inFirst(members.secretary), { form: "DISMISSAL" });
  const ofBranch = await decided(actors, inSecond(otherBranchId));
  await settled(actors, await complained(office, dismissal));
  await complained(office, dismissal, { receivedOn: day("2026-05-01") });
  const entered = await complained(office, ofBranch, { representative: "Lò Văn Nói" });
  await settleComplaint(office, settlementInput(entered));
  const first = await decided(actors, inSecond(members.other));
  const correction = { correctsId: first, whyCorrected: "Chép nhầm số" };
  await recorded(office, inSecond(members.other), { ...correction, form: "REPRIMAND" });
  const id = await recorded(office, inFirst(members.deputy), { form: "REPRIMAND" });
  await withdrawDiscipline(office, { id, version: 1, reason: "Ghi nhầm người" });
}
