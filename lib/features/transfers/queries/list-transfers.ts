import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { inForceOn, lastDayOf } from "@/lib/core/day/interval";
import type { MembershipKind, TransferDirection, TransferState } from "@/lib/core/db/generated/enums";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { listCharters } from "@/lib/features/rule-sets/queries/rule-sets";
import { canListTransfers, canProposeTransfer } from "@/lib/features/transfers/policy";
import { findTransferScope } from "@/lib/features/transfers/queries/transfer-scope";
import { transferDueOn } from "@/lib/features/transfers/rules";

/** The lists of transfers: waiting for a second person, decided, and temporary activity that runs today. */
export type TransferTab = "pending" | "done" | "temporary";

/** A transfer in a list. `dueOn` is the last day for one that still waits, where the day it counts from is known. */
export type TransferLine = {
  readonly id: string;
  readonly direction: TransferDirection;
  readonly kind: MembershipKind;
  readonly state: TransferState;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly effectiveOn: Day;
  readonly lastDay: Day | null;
  readonly dueOn: Day | null;
  readonly isLate: boolean;
  readonly receivedOn: Day | null;
  readonly waitsReceipt: boolean;
};

/** A list of transfers in the reader's scope, and whether the reader may enter an arrival. */
export type TransferList = {
  readonly lines: readonly TransferLine[];
  readonly can: { readonly enterArrival: boolean };
};

function condition(tab: TransferTab, today: Day) {
  const date = toDbDate(today);
  const isGuest = { memberships: { some: { AND: [inForce(today), { kind: "TEMPORARY" as const }] } } };
  const isHere = { memberships: { some: { AND: [inForce(today), { kind: "OFFICIAL" as const }] } } };
  if (tab === "pending") return { state: "PENDING" as const };
  if (tab === "done") return { state: { not: "PENDING" as const } };
  return {
    state: "ACCEPTED" as const,
    kind: "TEMPORARY" as const,
    effectiveOn: { lte: date },
    OR: [
      { toBranchId: { not: null }, member: isGuest },
      { toBranchId: null, endsOn: null, member: isHere },
      { toBranchId: null, endsOn: { gt: date }, member: isHere },
    ],
  };
}

/** The transfers of a list, newest first; null for who reads no transfers. */
export function findTransfers(actor: Actor, tab: TransferTab): Promise<TransferList | null> {
  if (!canListTransfers(actor)) return Promise.resolve(null);
  return readAs(actor, async (tx) => {
    const rows = await tx.transfer.findMany({
      where: { AND: [findTransferScope(actor), condition(tab, actor.today)] },
      orderBy: [{ effectiveOn: "desc" }, { sortKey: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      include: { fromBranch: { select: { name: true } }, toBranch: { select: { name: true } } },
    });
    const charters = rows.length > 0 ? await listCharters(tx, actor.committeeId) : [];
    const lines = rows.map((row): TransferLine => {
      const { id, direction, kind, state, personName, fromBranch, toBranch, otherParty } = row;
      const causedOn = fromDbDate(row.causedOn);
      const charter = causedOn && inForceOn(charters, causedOn)[0]?.parameters;
      const dueOn = state === "PENDING" && causedOn && charter ? transferDueOn(causedOn, charter) : null;
      const effectiveOn = fromDbDate(row.effectiveOn);
      const receivedOn = fromDbDate(row.receivedOn);
      return {
        id,
        direction,
        kind,
        state,
        name: personName,
        from: fromBranch?.name ?? otherParty ?? "",
        to: toBranch?.name ?? otherParty ?? "",
        effectiveOn,
        lastDay: lastDayOf({ startsOn: effectiveOn, endsOn: fromDbDate(row.endsOn) }),
        dueOn,
        isLate: dueOn !== null && dueOn < actor.today,
        receivedOn,
        waitsReceipt: state === "ACCEPTED" && toBranch !== null && receivedOn === null,
      };
    });
    return { lines, can: { enterArrival: canProposeTransfer(actor, null) } };
  });
}
