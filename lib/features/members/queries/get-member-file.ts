import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type {
  BadgeKind,
  BadgeState,
  DossierKind,
  DossierState,
  MembershipKind,
  TransferDirection,
  TransferState,
} from "@/lib/core/db/generated/enums";
import { authorize } from "@/lib/core/errors";
import { readAndLog } from "@/lib/core/query";
import { getMemberIn, type MemberView } from "@/lib/features/members/queries/get-member";

/** One thing that was done to the member's records; `changes` are the records before and after. */
export type FileChange = {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly params: unknown;
  readonly changes: readonly { readonly before: unknown; readonly after: unknown }[];
};

/** One reading of the member's record: the page, the whole file, or a file taken away that named the member. */
export type FileReading = Pick<FileChange, "id" | "at" | "type" | "actor" | "params">;

/** Everything the register holds of one member, with who changed and who read it, each newest first. */
export type MemberFile = {
  readonly member: MemberView;
  readonly badges: readonly {
    readonly id: string;
    readonly years: number;
    readonly kind: BadgeKind;
    readonly state: BadgeState;
    readonly awardOn: Day;
    readonly decisionNumber: string | null;
    readonly badgeNumber: string | null;
  }[];
  readonly dossiers: readonly {
    readonly id: string;
    readonly kind: DossierKind;
    readonly state: DossierState;
    readonly openedOn: Day;
    readonly effectiveOn: Day | null;
    readonly decisionNumber: string | null;
  }[];
  readonly transfers: readonly {
    readonly id: string;
    readonly direction: TransferDirection;
    readonly kind: MembershipKind;
    readonly state: TransferState;
    readonly from: string | null;
    readonly to: string | null;
    readonly effectiveOn: Day;
    readonly decisionNumber: string | null;
  }[];
  readonly changes: readonly FileChange[];
  readonly readings: readonly FileReading[];
};

/**
 * One member's whole file (PRIV-03), without any inspection in progress and without who reported what. Opening it is itself
 * noted, and is the first reading in it. NOT_FOUND for what the reader may not see, FORBIDDEN where only some of it is.
 */
export function getMemberFile(actor: Actor, memberId: string): Promise<MemberFile> {
  return readAndLog(actor, async (tx) => {
    const member = await getMemberIn(tx, actor, memberId);
    authorize(member.can.readFile);
    const entry = { type: "memberFile.opened", subjectId: member.id, params: { member: member.fullName } };
    await logAccess(tx, actor, entry);
    const of = { committeeId: actor.committeeId, memberId: member.id };
    return {
      member,
      badges: await listBadges(tx, of),
      dossiers: member.dossiers,
      transfers: await listTransfers(tx, of),
      changes: await tx.$queryRaw<FileChange[]>`
        SELECT id, at, type, actor, reason, params, changes FROM app.member_changes(${member.id}::uuid)`,
      readings: await tx.$queryRaw<FileReading[]>`
        SELECT id, at, type, actor, params FROM app.member_readings(${member.id}::uuid)`,
    };
  });
}

type OfMember = { readonly committeeId: string; readonly memberId: string };

async function listBadges(tx: Tx, where: OfMember): Promise<MemberFile["badges"]> {
  const rows = await tx.partyBadge.findMany({
    where,
    orderBy: { awardOn: "desc" },
    select: {
      id: true,
      years: true,
      kind: true,
      state: true,
      awardOn: true,
      decisionNumber: true,
      badgeNumber: true,
    },
  });
  return rows.map((row) => ({ ...row, awardOn: fromDbDate(row.awardOn) }));
}

async function listTransfers(tx: Tx, where: OfMember): Promise<MemberFile["transfers"]> {
  const rows = await tx.transfer.findMany({
    where,
    orderBy: { effectiveOn: "desc" },
    relationLoadStrategy: "join",
    select: {
      id: true,
      direction: true,
      kind: true,
      state: true,
      otherParty: true,
      effectiveOn: true,
      decisionNumber: true,
      fromBranch: { select: { name: true } },
      toBranch: { select: { name: true } },
    },
  });
  return rows.map(({ fromBranch, toBranch, otherParty, effectiveOn, ...row }) => ({
    ...row,
    from: fromBranch?.name ?? otherParty,
    to: toBranch?.name ?? otherParty,
    effectiveOn: fromDbDate(effectiveOn),
  }));
}
