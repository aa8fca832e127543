import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { openNumber } from "@/lib/core/identity";
import { readAndLog } from "@/lib/core/query";
import { canRevealIdNumbers } from "@/lib/features/members/policy";
import { getMemberIn } from "@/lib/features/members/queries/get-member";
import { purposeObstacle } from "@/lib/features/members/rules/files";
import type { RevealIdNumbersInput } from "@/lib/features/members/schema";

/** The numbers of a member in full, of the citizen and of the Party card; null where none of that kind is recorded, never all. */
export type IdNumbers = {
  readonly current: string | null;
  readonly old: string | null;
  readonly card: string | null;
  readonly oldCard: string | null;
};

/**
 * Opens the ID and card numbers of one member for a purpose, and notes who opened them and why (LOG-06, PRIV-05). Refuses with NOT_FOUND
 * whom the reader may not see, FORBIDDEN where the numbers stay masked, RULE without a purpose that says something and where no
 * number is recorded.
 */
export function revealIdNumbers(actor: Actor, { memberId, purpose }: RevealIdNumbersInput): Promise<IdNumbers> {
  return readAndLog(actor, async (tx) => {
    const { id, fullName, profile } = await getMemberIn(tx, actor, memberId);
    authorize(canRevealIdNumbers(actor));
    requireNoObstacle(purposeObstacle(purpose));
    const sealed = await tx.memberIdentity.findFirst({
      where: { committeeId: actor.committeeId, memberId: id },
      select: { idNumber: true, oldIdNumber: true },
    });
    const numbers: IdNumbers = {
      current: sealed?.idNumber ? openNumber(id, sealed.idNumber) : null,
      old: sealed?.oldIdNumber ? openNumber(id, sealed.oldIdNumber) : null,
      card: profile?.cardNumber ?? null,
      oldCard: profile?.oldCardNumber ?? null,
    };
    if (Object.values(numbers).every((one) => one === null))
      throw new DomainError("RULE", "members.errors.noIdNumbers");
    await logAccess(tx, actor, { type: "idNumbers.revealed", subjectId: id, params: { member: fullName, purpose } });
    return numbers;
  });
}
