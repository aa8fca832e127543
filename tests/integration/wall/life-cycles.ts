import { day } from "@/lib/core/day";
import { openDeparture } from "@/lib/features/admissions/commands/open-departure";
import { openAdmission, setConditions } from "@/lib/features/admissions/commands/prepare-admission";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDeath } from "@/lib/features/admissions/commands/record-death";
import { recordDecision } from "@/lib/features/admissions/commands/record-decision";
import { addMember } from "@/lib/features/members/commands/add-member";
import { rejectTransfer } from "@/lib/features/transfers/commands/close-transfer";
import { proposeArrival, proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import { memberInput } from "../../support/member-input";
import { arrivalInput, departure, transfer, transferInput } from "../../support/movements";
import { ballot, candidateInput, conditionsInput, decision, receiveAll, versionOf } from "../admissions/dossier";
import type { RatedRegister } from "../ratings/round";

/** Somebody of the register who has to do with dossiers and transfers by an account of their own. */
type OwnPeople = { readonly officeOnTeam: string; readonly underCase: string };

/** Dossiers of many states and of every reach, and transfers of both sides, by the office, a secretary and a leader. */
export async function addLifeCycles(register: RatedRegister, people: OwnPeople): Promise<void> {
  await addDossiers(register, people);
  await addTransfers(register, people);
}

async function addDossiers(register: RatedRegister, people: OwnPeople): Promise<void> {
  const { actors, branchId, otherBranchId, members } = register;
  const { secretary, otherSecretary, office } = actors;
  const openedOn = day("2026-08-03");
  await openAdmission(otherSecretary, candidateInput(otherBranchId));
  const { id } = await openAdmission(secretary, candidateInput(branchId));
  const next = async () => ({ id, version: await versionOf(id) });
  await receiveAll(secretary, id);
  await setConditions(secretary, { ...(await next()), ...conditionsInput(members) });
  await recordBranchVote(secretary, { ...(await next()), ...ballot(3) });
  await recordDecision(office, { ...(await next()), ...decision(), present: 2, yes: 2 });
  const about = { openedOn, ground: null, reason: null };
  await openDeparture(office, { ...about, memberId: members.secretary, kind: "EXEMPTION" });
  await openDeparture(office, { ...about, memberId: people.officeOnTeam, kind: "EXEMPTION" });
  await openDeparture(office, { ...about, memberId: people.underCase, kind: "EXPULSION", ground: "CONVICTED" });
  await openDeparture(office, { ...about, memberId: members.woman, kind: "EXPULSION", ground: "CONVICTED" });
  const dead = await addMember(register.system, memberInput("Lò Văn Mất", branchId));
  await recordDeath(office, { memberId: dead.id, diedOn: day("2026-08-01"), reason: null });
}

async function addTransfers(register: RatedRegister, people: OwnPeople): Promise<void> {
  const { actors, branchId, otherBranchId, members } = register;
  const { secretary, otherSecretary, office, leader } = actors;
  const two = { proposer: office, accepter: leader };
  const add = async (name: string, branch: string) => (await addMember(register.system, memberInput(name, branch))).id;
  const toOther = { toBranchId: otherBranchId };
  const guest = { kind: "TEMPORARY", lastDay: null } as const;
  await proposeTransfer(secretary, transferInput(await add("Hà Văn Chờ", branchId), toOther));
  await proposeTransfer(otherSecretary, transferInput(members.other, { toBranchId: branchId }));
  await proposeTransfer(office, transferInput(members.deputy, { ...toOther, ...guest }));
  await proposeTransfer(office, transferInput(people.officeOnTeam, { ...guest, toBranchId: branchId }));
  await transfer(two, transferInput(await add("Hà Văn Khách", branchId), { ...toOther, ...guest }));
  await transfer(two, transferInput(await add("Hà Văn Sang", otherBranchId), { toBranchId: branchId }));
  await transfer(two, departure(await add("Hà Văn Ra", branchId), day("2024-03-01")));
  const { id } = await proposeTransfer(
    office,
    transferInput(await add("Hà Văn Ở", otherBranchId), { toBranchId: branchId }),
  );
  await rejectTransfer(leader, { id, version: 1, reason: "Chưa đủ giấy tờ" });
  await proposeArrival(office, arrivalInput(branchId));
}
