import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange, AuditValues } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import type { MemberStatusKind } from "@/lib/core/db/generated/enums";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { addRows, rowAsJson } from "@/lib/features/members/commands/many-rows";
import {
  identityColumns,
  personalColumns,
  registerColumns,
  splitEntry,
} from "@/lib/features/members/commands/member-rows";
import { canAddMember } from "@/lib/features/members/policy";
import { memberDatesObstacle, memberNumberObstacle } from "@/lib/features/members/rules";
import { membershipObstacle } from "@/lib/features/members/rules/movements";
import type { AddMemberInput } from "@/lib/features/members/schema";

/** Somebody to be entered together with others: the record, and the exemption or suspension that stands since a day. */
export type Newcomer = {
  readonly entry: AddMemberInput;
  readonly status: { readonly kind: MemberStatusKind; readonly startsOn: Day } | null;
};

/** A newcomer with everything that can be made ready before the transaction: the rows, as JSON, with the numbers sealed. */
export type PreparedNewcomer = Newcomer & {
  readonly id: string;
  readonly change: AuditChange;
  readonly rows: Readonly<Record<"member" | "profile" | "sensitive" | "membership", string>>;
  readonly identityRow: string | null;
  readonly statusRow: string | null;
};

/** Makes a newcomer of a register ready to be written. */
export function preparedNewcomer(committeeId: string, newcomer: Newcomer): PreparedNewcomer {
  const id = randomUUID();
  const { member, profile, sensitive, membership, identity, status } = rowsOf(committeeId, id, newcomer);
  return {
    ...newcomer,
    id,
    change: { record: "Member", recordId: id, before: null, after: auditedValues(newcomer) },
    rows: {
      member: rowAsJson(member),
      profile: rowAsJson(profile),
      sensitive: rowAsJson(sensitive),
      membership: rowAsJson(membership),
    },
    identityRow: identity && rowAsJson(identity),
    statusRow: status && rowAsJson(status),
  };
}

/**
 * Enters many members in the running command, by the same rules as one: a step for commands that bring a whole roster.
 * Answers what the audit says of each. Refuses as `addMember` does, all of them for one.
 */
export async function writeNewcomers(
  context: CommandContext,
  newcomers: readonly PreparedNewcomer[],
): Promise<AuditChange[]> {
  authorize(canAddMember(context.actor));
  await proveNewcomers(context, newcomers);
  await addRows(
    context,
    "Member",
    newcomers.map(({ rows }) => rows.member),
  );
  await addRows(
    context,
    "MemberProfile",
    newcomers.map(({ rows }) => rows.profile),
  );
  await addRows(
    context,
    "MemberSensitive",
    newcomers.map(({ rows }) => rows.sensitive),
  );
  await addRows(
    context,
    "MemberIdentity",
    newcomers.flatMap(({ identityRow }) => identityRow ?? []),
  );
  await addRows(
    context,
    "Membership",
    newcomers.map(({ rows }) => rows.membership),
  );
  await addRows(
    context,
    "MemberStatus",
    newcomers.flatMap(({ statusRow }) => statusRow ?? []),
  );
  return newcomers.map(({ change }) => change);
}

async function proveNewcomers({ tx, actor, today }: CommandContext, newcomers: readonly Newcomer[]): Promise<void> {
  const branches = await tx.branch.findMany({
    where: { committeeId: actor.committeeId },
    select: { id: true, startsOn: true, endsOn: true },
  });
  const branchOf = new Map(branches.map((branch) => [branch.id, withPeriod(branch)]));
  for (const { entry } of newcomers) {
    const branch = branchOf.get(entry.branchId);
    if (!branch) throw notFound();
    requireNoObstacle(memberDatesObstacle(entry, today));
    requireNoObstacle(memberNumberObstacle(entry));
    const arrival = { kind: "OFFICIAL" as const, branchId: branch.id, startsOn: entry.startsOn, endsOn: null };
    requireNoObstacle(membershipObstacle(arrival, { admittedOn: entry.admittedOn, branch, memberships: [] }));
  }
}

function rowsOf(committeeId: string, id: string, { entry: input, status }: Newcomer) {
  const key = { committeeId, memberId: id };
  const { branchId, startsOn, decisionNumber, ...entry } = input;
  const { personal, register } = splitEntry(entry);
  const columns = personalColumns(personal);
  const identity = identityColumns(id, register);
  return {
    member: { committeeId, id, ...columns.member },
    profile: { ...key, ...columns.profile, ...registerColumns(register) },
    sensitive: { ...key, ...columns.sensitive },
    identity: identity && { ...key, ...NO_NUMBERS, ...identity },
    membership: { ...key, id: randomUUID(), branchId, decisionNumber, kind: "OFFICIAL", startsOn: toDbDate(startsOn) },
    status: status && { ...key, id: randomUUID(), kind: status.kind, startsOn: toDbDate(status.startsOn) },
  };
}

const NO_NUMBERS = {
  idNumber: null,
  idNumberHash: null,
  idNumberTail: null,
  oldIdNumber: null,
  oldIdNumberHash: null,
  oldIdNumberTail: null,
};

/* What is empty is not told, and the audit never holds a number of a citizen in clear. */
function auditedValues({ entry, status }: Newcomer): AuditValues {
  const { idNumber, oldIdNumber, branchId: _branch, decisionNumber: _decision, ...told } = entry;
  return {
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)),
    ...(idNumber && { idNumberTail: idNumber.slice(-3) }),
    ...(oldIdNumber && { oldIdNumberTail: oldIdNumber.slice(-3) }),
    ...(status && { activity: status.kind }),
  };
}
