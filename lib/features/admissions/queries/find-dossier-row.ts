import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { findDossierScope } from "@/lib/features/admissions/queries/dossier-scope";
import { sheetColumns } from "@/lib/features/votes/queries/sheets";

/** The rows behind a dossier's page. */
export type DossierRow = NonNullable<Awaited<ReturnType<typeof findDossierRow>>>;

/** The rows behind a dossier's page, in one statement; null where it is not there or not the reader's to see. */
export function findDossierRow(tx: Tx, actor: Actor, id: string) {
  return tx.dossier.findFirst({
    where: { AND: [findDossierScope(actor), { id }] },
    relationLoadStrategy: "join",
    omit: { committeeId: true },
    include: {
      branch: { select: { id: true, name: true } },
      member: { select: { fullName: true, profile: { select: { ceremonyOn: true, secondCeremonyOn: true } } } },
      helper: { select: { fullName: true } },
      candidate: { omit: { committeeId: true, dossierId: true, nameKey: true, sortKey: true, searchText: true } },
      introducers: {
        orderBy: { member: { sortKey: "asc" } },
        select: { memberId: true, tie: true, togetherSinceOn: true, member: { select: { fullName: true } } },
      },
      papers: { orderBy: { position: "asc" }, select: { code: true, receivedOn: true } },
      branchVote: { select: sheetColumns },
      committeeVote: { select: sheetColumns },
      steps: {
        orderBy: [{ recordedAt: "desc" }, { id: "asc" }],
        select: {
          id: true,
          kind: true,
          doneOn: true,
          actorName: true,
          note: true,
          recordedAt: true,
          ruleSet: { select: { kind: true, document: true, parameters: true } },
        },
      },
    },
  });
}
