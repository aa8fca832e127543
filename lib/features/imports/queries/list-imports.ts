import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { ImportState } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canImport, visibleImports } from "@/lib/features/imports/policy";
import { getStagedFacts } from "@/lib/features/imports/queries/staged-tables";
import type { OutcomeCounts } from "@/lib/features/imports/rules/obstacles";

/** One import of a list; the counts are there once it is done. */
export type ImportRow = {
  readonly id: string;
  readonly fileName: string;
  readonly importerName: string;
  readonly stagedAt: Date;
  readonly state: ImportState;
  readonly counts: Partial<OutcomeCounts> | null;
};

/** The imports within the reader's scope, newest first, and whether the reader may bring another; null for who has none. */
export async function listImports(actor: Actor): Promise<{ rows: ImportRow[]; can: { import: boolean } } | null> {
  const scope = visibleImports(actor);
  if (scope.kind === "NONE") return null;
  const rows = await readAs(actor, (tx) =>
    tx.rosterImport.findMany({
      where: {
        AND: [{ committeeId: actor.committeeId }, scope.kind === "OWN" ? { accountId: scope.accountId } : {}],
      },
      orderBy: [{ stagedAt: "desc" }, { id: "asc" }],
      take: 100,
    }),
  );
  return {
    rows: rows.map((row) => {
      const { id, fileName, importerName, stagedAt, state } = row;
      return { id, fileName, importerName, stagedAt, state, counts: getStagedFacts(row).counts };
    }),
    can: { import: canImport(actor) },
  };
}
