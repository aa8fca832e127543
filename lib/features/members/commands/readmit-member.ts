import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { membershipObstacle } from "@/lib/features/members/rules/movements";

/** The days and the place of a re-admission. */
export type Readmission = {
  readonly memberId: string;
  readonly branchId: string;
  readonly readmittedOn: Day;
  readonly secondCeremonyOn: Day;
  readonly decisionNumber: string | null;
};

/**
 * Makes a former member a probationer again from the ceremony on, on the same record, whose first dates stay: a step of the
 * command that enters the ceremony. Refuses who is in a branch, and a second re-admission (RULE).
 */
export async function readmitMember({ tx, actor }: CommandContext, of: Readmission): Promise<AuditChange> {
  const { committeeId } = actor;
  const { memberId, branchId, readmittedOn, secondCeremonyOn, decisionNumber } = of;
  const [memberships, branch] = [
    await tx.membership.findMany({
      where: { committeeId, memberId },
      select: { branchId: true, kind: true, endReason: true, startsOn: true, endsOn: true },
    }),
    await tx.branch.findFirst({
      where: { committeeId, id: branchId },
      select: { name: true, startsOn: true, endsOn: true },
    }),
  ];
  if (!branch) throw notFound();
  requireNoObstacle(
    membershipObstacle(
      { kind: "OFFICIAL", branchId, startsOn: secondCeremonyOn, endsOn: null },
      { admittedOn: readmittedOn, branch: withPeriod(branch), memberships: memberships.map(withPeriod) },
    ),
  );

  const written = await tx.memberProfile.updateMany({
    where: { committeeId, memberId, readmittedOn: null },
    data: { readmittedOn: toDbDate(readmittedOn), secondCeremonyOn: toDbDate(secondCeremonyOn) },
  });
  if (written.count === 0) throw new DomainError("RULE", "members.errors.readmittedBefore");
  await tx.membership.create({
    data: { committeeId, id: randomUUID(), memberId, branchId, decisionNumber, ...dbPeriod(secondCeremonyOn, null) },
    select: { id: true },
  });
  await tx.member.updateMany({ where: { committeeId, id: memberId }, data: { version: { increment: 1 } } });
  const after = { branch: branch.name, readmittedOn, secondCeremonyOn, startsOn: secondCeremonyOn, decisionNumber };
  return { record: "Member", recordId: memberId, before: null, after };
}
