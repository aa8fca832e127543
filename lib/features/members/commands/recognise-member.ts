import "server-only";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import { DomainError } from "@/lib/core/errors";

/**
 * Writes from which day a probationer is an official member, and the day of the decision on it: a step of the command that
 * recognises. Refuses somebody whose official day stands already (RULE).
 */
export async function recogniseMember(
  { tx, actor }: CommandContext,
  memberId: string,
  days: { readonly officialOn: Day; readonly officialDecidedOn: Day; readonly officialAt: string },
): Promise<AuditChange> {
  const { committeeId } = actor;
  const { officialOn, officialDecidedOn, officialAt } = days;
  const written = await tx.memberProfile.updateMany({
    where: { committeeId, memberId, officialOn: null },
    data: { officialOn: toDbDate(officialOn), officialDecidedOn: toDbDate(officialDecidedOn), officialAt },
  });
  if (written.count === 0) throw new DomainError("RULE", "members.errors.alreadyOfficial");
  await tx.member.updateMany({ where: { committeeId, id: memberId }, data: { version: { increment: 1 } } });
  const before = { officialOn: null, officialDecidedOn: null };
  return { record: "Member", recordId: memberId, before, after: { officialOn, officialDecidedOn, officialAt } };
}
