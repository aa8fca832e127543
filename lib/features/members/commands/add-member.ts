import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize } from "@/lib/core/errors";
import { enterMember } from "@/lib/features/members/commands/enter-member";
import { canAddMember } from "@/lib/features/members/policy";
import type { AddMemberInput } from "@/lib/features/members/schema";

/** Enters somebody who is a member already, from the papers, with the branch from a day on. Refuses as `enterMember` does. */
export function addMember(actor: Actor, input: AddMemberInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "addMember", input, ...sending }, async (context) => {
    authorize(canAddMember(context.actor));
    const { id, branchName, change } = await enterMember(context, input);
    const { branchId, startsOn, fullName } = input;
    context.audit({
      type: "member.added",
      subject: { kind: "member", id, name: fullName },
      branchId,
      params: { branch: branchName, startsOn },
      changes: [change],
    });
    return { id };
  });
}
