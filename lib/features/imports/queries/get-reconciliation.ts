import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { getImport, type ImportView } from "@/lib/features/imports/queries/get-import";
import { type JudgedLine, listJudgedLines } from "@/lib/features/imports/queries/judged-lines";
import type { Difference } from "@/lib/features/imports/rules/differences";

/** Somebody whom only the file has, or of whom it is doubtful. */
export type FileOnly = { readonly line: number; readonly name: string; readonly birthOn: string | null };

/** Somebody whom only the register has, in a branch that the file speaks of. */
export type RegisterOnly = { readonly memberId: string; readonly name: string; readonly branch: string };

/** Somebody whom both have, and what they say differently. */
export type Differing = {
  readonly line: number;
  readonly memberId: string;
  readonly name: string;
  readonly differences: readonly Difference[];
};

/** A file held against the register, by name. */
export type Reconciliation = {
  readonly roster: ImportView;
  readonly onlyInFile: readonly FileOnly[];
  readonly onlyInRegister: readonly RegisterOnly[];
  readonly differing: readonly Differing[];
  /** How many people both have in the same way. */
  readonly same: number;
};

/**
 * Holds a checked file against the register as it is now: who is in one of them only, and what differs of those in both. Of
 * the register only the branches that the file speaks of count. Refuses who may not go on with the import (FORBIDDEN).
 */
export async function getReconciliation(actor: Actor, id: string): Promise<Reconciliation> {
  const roster = await getImport(actor, id);
  authorize(roster.can.continue);
  const judged = await listJudgedLines(actor, roster);
  const people = (judged?.lines ?? []).filter(({ outcome }) => outcome !== "SKIP");
  const matched = people.flatMap((line) => (line.memberId === null ? [] : [{ ...line, memberId: line.memberId }]));
  const differing = matched
    .map(({ line, memberId, entry, differences, declined, member }) => ({
      ...{ line, memberId, differences: [...differences, ...declined, ...moved(entry.branch, member)] },
      name: member?.values.fullName ?? entry.values.fullName ?? "",
    }))
    .filter(({ differences }) => differences.length > 0);
  return {
    roster,
    onlyInFile: people.filter(({ memberId }) => memberId === null).map(fileOnly),
    onlyInRegister: await listRegisterOnly(actor, people),
    differing,
    same: matched.length - differing.length,
  };
}

function fileOnly({ line, entry }: JudgedLine): FileOnly {
  return { line, name: entry.values.fullName ?? "", birthOn: entry.values.birthOn ?? null };
}

function moved(branch: JudgedLine["entry"]["branch"], member: JudgedLine["member"]): Difference[] {
  if (branch === null || member === null || branch.id === member.branchId) return [];
  return [{ field: "branch", before: member.branchName, after: branch.name }];
}

function listRegisterOnly(actor: Actor, people: readonly JudgedLine[]): Promise<RegisterOnly[]> {
  const named = people.flatMap(({ entry, member }) => [entry.branch?.id ?? null, member?.branchId ?? null]);
  const branches = [...new Set(named.flatMap((id) => id ?? []))];
  const matched = people.flatMap(({ memberId }) => memberId ?? []);
  return readAs(actor, async (tx) => {
    const { committeeId, today } = actor;
    const stays = await tx.membership.findMany({
      where: {
        AND: [
          { committeeId, kind: "OFFICIAL", branchId: { in: branches }, memberId: { notIn: matched } },
          inForce(today),
        ],
      },
      orderBy: [{ branch: { sortKey: "asc" } }, { member: { sortKey: "asc" } }],
      select: { memberId: true, member: { select: { fullName: true } }, branch: { select: { name: true } } },
    });
    return stays.map(({ memberId, member, branch }) => ({ memberId, name: member.fullName, branch: branch.name }));
  });
}
