import { type Day, day } from "@/lib/core/day";
import { confirmDecision } from "@/lib/features/admissions/commands/confirm-decision";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDecision } from "@/lib/features/admissions/commands/record-decision";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";
import type { OpenDepartureInput } from "@/lib/features/admissions/schema";
import { addMember } from "@/lib/features/members/commands/add-member";
import { memberInput } from "../../support/member-input";
import { type AdmittingRegister, ballot, countVoters, decision, receiveAll, versionOf } from "./dossier";

let newest = 0;

/** A dossier as a command names it. */
export const next = async (id: string) => ({ id, version: await versionOf(id) });

/** An official member of the second branch, which has three with a vote besides. */
export async function someone(register: AdmittingRegister, changes = {}): Promise<string> {
  newest += 1;
  const input = memberInput(`Lò Văn Đi ${"I".repeat(newest)}`, register.otherBranchId);
  return (await addMember(register.system, { ...input, ...changes })).id;
}

/** What the form for a dossier about a member sends. */
export function departure(memberId: string, changes: Partial<OpenDepartureInput> = {}): OpenDepartureInput {
  const ground = "LEFT_ACTIVITY_OR_FEES" as const;
  return { memberId, kind: "REMOVAL", openedOn: day("2022-02-01"), ground, reason: null, ...changes };
}

/** Everyone of the branch votes for, so many as it has on that day. */
export async function carry(
  register: AdmittingRegister,
  id: string,
  votedOn: Day,
  decidedOn: Day,
  effectiveOn: Day,
): Promise<void> {
  const { office, leader } = register.actors;
  await receiveAll(office, id, votedOn);
  const { branch, kind } = await getDossier(office, id);
  const all = await countVoters(branch.id, votedOn);
  await recordBranchVote(office, { ...(await next(id)), ...ballot(3, votedOn), present: all, yes: all, no: 0 });
  const paper = kind === "EXEMPTION" ? ({ ...decision(decidedOn), decidedBy: "BRANCH" } as const) : decision(decidedOn);
  await recordDecision(office, { ...(await next(id)), ...paper, effectiveOn });
  await confirmDecision(leader, await next(id));
}
