import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { env } from "@/lib/core/env";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { sensitiveTags } from "@/lib/features/documents/catalogue/person-tags";
import { writeOrder } from "@/lib/features/documents/commands/write-order";
import { canTakeSensitive } from "@/lib/features/documents/policy";
import { getRegisterOf } from "@/lib/features/documents/queries/list-register";
import { registerSizeObstacle } from "@/lib/features/documents/rules/register-entry";
import type { OrderMemberFormInput, OrderRegisterInput } from "@/lib/features/documents/schema";
import { countWholeFilesToday } from "@/lib/features/members/queries/count-whole-files";
import { purposeObstacle, wholeFilesObstacle } from "@/lib/features/members/rules/files";

type Key = FormSending;

/**
 * Orders the form of a member with what is sensitive in it, for a purpose; who ordered it can fetch it for a short time. Refuses whom
 * the actor does not see (NOT_FOUND), who may not take such data away (FORBIDDEN), a purpose that says nothing (RULE).
 */
export function orderMemberForm(actor: Actor, input: OrderMemberFormInput, sending: Key = {}) {
  return runCommand(actor, { command: "orderMemberForm", input, ...sending }, async (context) => {
    const { tx, actor } = context;
    const { memberId, purpose } = input;
    const member = await tx.member.findFirst({
      where: { committeeId: actor.committeeId, id: memberId, profile: { isNot: null } },
      select: { fullName: true },
    });
    if (!member) throw notFound();
    authorize(canTakeSensitive(actor));
    requireNoObstacle(purposeObstacle(purpose));
    return writeOrder(context, {
      document: "MEMBER_FORM",
      filters: { memberId },
      columns: sensitiveTags,
      rows: 1,
      isWhole: false,
      purpose,
      told: { member: member.fullName },
    });
  });
}

/**
 * Orders the register of a branch, or of the whole, with ethnicity and religion, for a purpose. Refuses as `getRegisterOf`, besides who
 * may not take such data away (FORBIDDEN), a purpose that says nothing, too many rows for one file, and more whole registers in
 * a day than one person needs (RULE).
 */
export function orderRegister(actor: Actor, input: OrderRegisterInput, sending: Key = {}) {
  return runCommand(actor, { command: "orderRegister", input, ...sending }, async (context) => {
    const { tx, actor } = context;
    const { branchId, on, format, purpose } = input;
    const { branch, people } = await getRegisterOf(tx, actor, { branchId, on });
    authorize(canTakeSensitive(actor));
    requireNoObstacle(purposeObstacle(purpose));
    requireNoObstacle(registerSizeObstacle(people.length, format));
    const isWhole = branchId === null;
    if (isWhole) {
      requireNoObstacle(wholeFilesObstacle(await countWholeFilesToday(tx), env().WHOLE_FILES_PER_DAY));
    }
    return writeOrder(context, {
      document: "MEMBER_REGISTER",
      filters: { branchId, on, format },
      columns: ["ethnicity", "religion"],
      rows: people.length,
      isWhole,
      purpose,
      told: { branch, on, format },
    });
  });
}
