import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type AuditChange, changedValues } from "@/lib/core/audit";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { openNumber, sealNumber } from "@/lib/core/identity";
import { canConfirmMerge, canUndoMerge } from "@/lib/features/member-merges/policy";
import { getMergeRow } from "@/lib/features/member-merges/queries/get-merge";
import { getPair, type Pair } from "@/lib/features/member-merges/queries/load-pair";
import { rowFates, undoObstacle } from "@/lib/features/member-merges/rules";
import type { MergeInput } from "@/lib/features/member-merges/schema";
import { rowAsJson } from "@/lib/features/members/commands/many-rows";

/**
 * Makes two records one, as proposed by somebody else (FORBIDDEN otherwise): the kept record takes the values chosen and what
 * hangs on the other one, which keeps its name alone and leads here. Refuses what stands in the way by now, and records that
 * somebody has edited since the proposal (RULE). Asks for the password again.
 */
export function confirmMerge(actor: Actor, input: MergeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmMerge", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const merge = await getMergeRow(tx, actor, input.id);
    authorize(canConfirmMerge(actor, merge), "memberMerges.errors.confirmedByAnother");
    requireNoObstacle(merge.state === "PROPOSED" ? null : { reason: "memberMerges.errors.over" });
    if (merge.version !== input.version) throw new DomainError("CONFLICT", "refusals.conflict");
    const pair = await getPair(tx, actor, merge.keptId, merge.droppedId);
    requireNoObstacle(pair.obstacles[0] ?? null);
    await requireRecentPassword(context);

    const identity = await joinedIdentity(context, pair);
    await tx.$queryRaw`SELECT app.merge_members(${merge.id}::uuid, ${actor.displayName}, ${identity}::jsonb)`;
    audit({
      type: "memberMerge.confirmed",
      subject: { kind: "memberMerge", id: merge.id, name: pair.kept.name },
      params: { member: pair.dropped.name },
      changes: changesOf(pair, merge.taken),
    });
    return { id: merge.id };
  });
}

/**
 * Gives two records back as they were within thirty days, as long as nobody has edited either of them since (RULE). Asks for the
 * password again.
 */
export function undoMerge(actor: Actor, input: MergeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "undoMerge", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const merge = await getMergeRow(tx, actor, input.id);
    authorize(canUndoMerge(actor));
    requireNoObstacle(undoObstacle(merge, new Date()));
    if (merge.version !== input.version) throw new DomainError("CONFLICT", "refusals.conflict");
    await requireRecentPassword(context);
    await tx.$queryRaw`SELECT app.undo_merge(${merge.id}::uuid)`;
    audit({
      type: "memberMerge.reverted",
      subject: { kind: "memberMerge", id: merge.id, name: merge.kept.fullName },
      params: { member: merge.droppedName },
      changes: [merge.keptId, merge.droppedId].map((recordId) => ({
        record: "Member",
        recordId,
        before: null,
        after: { restored: "AS_BEFORE" },
      })),
    });
    return { id: merge.id };
  });
}

/* A number opens only in the record it was sealed for, so it is sealed anew for the one that stays. */
async function joinedIdentity({ tx, actor }: CommandContext, { kept, dropped }: Pair): Promise<string | null> {
  const rows = await tx.memberIdentity.findMany({
    where: { committeeId: actor.committeeId, memberId: { in: [kept.id, dropped.id] } },
  });
  const numberOf = (name: "idNumber" | "oldIdNumber") => {
    for (const id of [kept.id, dropped.id]) {
      const cipher = rows.find(({ memberId }) => memberId === id)?.[name];
      if (cipher) return sealNumber(kept.id, openNumber(id, cipher));
    }
    return null;
  };
  if (!rows.some(({ memberId }) => memberId === dropped.id)) return null;
  const [current, old] = [numberOf("idNumber"), numberOf("oldIdNumber")];
  const keyId = current?.keyId ?? old?.keyId;
  if (keyId === undefined) return null;
  return rowAsJson({
    keyId,
    idNumber: current?.cipher ?? null,
    idNumberHash: current?.hash ?? null,
    idNumberTail: current?.tail ?? null,
    oldIdNumber: old?.cipher ?? null,
    oldIdNumberHash: old?.hash ?? null,
    oldIdNumberTail: old?.tail ?? null,
  });
}

/* The keys of a name tell nothing that the name does not. */
const UNTOLD = ["nameKey", "sortKey", "searchText"];

function changesOf({ kept, dropped }: Pair, taken: readonly string[]): AuditChange[] {
  const told = taken.filter((column) => !UNTOLD.includes(column));
  const after = Object.fromEntries(told.map((column) => [column, dropped.values[column] ?? null]));
  const change = changedValues(kept.values, after);
  const rows = rowFates(kept.rows, dropped.rows).map(({ row, fate }) => ({
    record: row.record,
    recordId: row.id,
    before: { member: dropped.name, startsOn: row.startsOn, endsOn: row.endsOn },
    after: fate === "SAME" ? null : { member: kept.name, startsOn: row.startsOn, endsOn: row.endsOn },
  }));
  return [
    ...(change ? [{ record: "Member", recordId: kept.id, ...change }] : []),
    { record: "Member", recordId: dropped.id, before: { ...lost(dropped) }, after: { mergedInto: kept.name } },
    ...rows,
  ];
}

/** What the dropped record said, for the trail: all that was filled in. */
function lost({ values }: Pair["dropped"]) {
  const hidden = [...UNTOLD, "id", "memberId", "committeeId", "originId"];
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== null && !hidden.includes(name)));
}
