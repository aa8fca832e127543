import "server-only";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { DomainError, notFound } from "@/lib/core/errors";

/** The ceremony a probation counts from and the official day it has led to; of the re-admission where there was one. */
export type Probation = {
  readonly ceremonyOn: Day | null;
  readonly officialOn: Day | null;
  readonly isSecond: boolean;
};

const columns = { ceremonyOn: true, officialOn: true, secondCeremonyOn: true, secondOfficialOn: true } as const;

/** The member's latest probation. Refuses with NOT_FOUND where the record is not open to the actor. */
export async function loadProbation({ tx, actor }: CommandContext, memberId: string): Promise<Probation> {
  const profile = await tx.memberProfile.findFirst({
    where: { committeeId: actor.committeeId, memberId },
    select: columns,
  });
  if (!profile) throw notFound();
  const isSecond = profile.secondCeremonyOn !== null;
  const ceremonyOn = fromDbDate(isSecond ? profile.secondCeremonyOn : profile.ceremonyOn);
  return { ceremonyOn, officialOn: fromDbDate(isSecond ? profile.secondOfficialOn : profile.officialOn), isSecond };
}

/**
 * Writes from which day a probationer is an official member, and the day of the decision on it: a step of the command that
 * recognises. Refuses somebody whose official day stands already (RULE).
 */
export async function recogniseMember(
  context: CommandContext,
  memberId: string,
  of: { readonly officialOn: Day; readonly decidedOn: Day; readonly branch: string },
): Promise<AuditChange> {
  const { tx, actor } = context;
  const { committeeId } = actor;
  const { officialOn, decidedOn, branch } = of;
  const { isSecond } = await loadProbation(context, memberId);
  const [days, unset] = isSecond
    ? [{ secondOfficialOn: toDbDate(officialOn), secondDecidedOn: toDbDate(decidedOn) }, { secondOfficialOn: null }]
    : [{ officialOn: toDbDate(officialOn), officialDecidedOn: toDbDate(decidedOn) }, { officialOn: null }];
  const written = await tx.memberProfile.updateMany({
    where: { committeeId, memberId, ...unset },
    data: { ...days, officialAt: branch },
  });
  if (written.count === 0) throw new DomainError("RULE", "members.errors.alreadyOfficial");
  await tx.member.updateMany({ where: { committeeId, id: memberId }, data: { version: { increment: 1 } } });
  const after = { officialOn, officialDecidedOn: decidedOn, officialAt: branch };
  return { record: "Member", recordId: memberId, before: { officialOn: null, officialDecidedOn: null }, after };
}
