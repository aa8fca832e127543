import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { inForceOn } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import type { DossierKind, DossierState } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { findDossierScope } from "@/lib/features/admissions/queries/dossier-scope";
import { ceremonyDueOn, papersMissing, type Turn, turnOf } from "@/lib/features/admissions/rules/steps";
import { listCharters } from "@/lib/features/rule-sets/queries/rule-sets";
import { hasPassed } from "@/lib/features/votes/rules";

/** A dossier in a list: whose it is, where it stands, whose turn it is, and until when. */
export type DossierLine = {
  readonly id: string;
  readonly kind: DossierKind;
  readonly state: DossierState;
  readonly name: string;
  readonly branchId: string;
  readonly branch: string;
  readonly openedOn: Day;
  readonly turn: Turn;
  readonly voteCarried: boolean | null;
  readonly papers: { readonly total: number; readonly missing: number };
  readonly dueOn: Day | null;
};

type DossierWhere = NonNullable<Parameters<Tx["dossier"]["findMany"]>[0]>["where"] & object;

/** The dossiers of these kinds in the reader's scope; those in progress first, then the newest. */
export async function listDossiers(actor: Actor, kinds: readonly DossierKind[]): Promise<DossierLine[]> {
  const lines = await listLines(actor, { kind: { in: [...kinds] } });
  return [...lines.filter((line) => line.turn !== null), ...lines.filter((line) => line.turn === null)];
}

/** The admissions that are decided and wait for their ceremony, the most urgent first. */
export async function listCeremoniesDue(actor: Actor): Promise<DossierLine[]> {
  const lines = await listLines(actor, { kind: "ADMISSION", state: "DECIDED" });
  return lines.toSorted((one, other) => (one.dueOn ?? "9").localeCompare(other.dueOn ?? "9"));
}

function listLines(actor: Actor, where: DossierWhere): Promise<DossierLine[]> {
  return readAs(actor, async (tx) => {
    const [rows, charters] = [
      await tx.dossier.findMany({
        where: { AND: [findDossierScope(actor), where] },
        orderBy: [{ openedOn: "desc" }, { id: "asc" }],
        relationLoadStrategy: "join",
        select: {
          id: true,
          branchId: true,
          kind: true,
          state: true,
          openedOn: true,
          decidedOn: true,
          receivedOn: true,
          branch: { select: { name: true } },
          member: { select: { fullName: true } },
          candidate: { select: { fullName: true } },
          papers: { select: { receivedOn: true } },
          branchVote: { select: { yes: true, base: true, comparison: true, numerator: true, denominator: true } },
        },
      }),
      await listCharters(tx, actor.committeeId),
    ];
    return rows.map((row): DossierLine => {
      const { id, kind, state, branchVote, branchId } = row;
      const voteCarried = branchVote && hasPassed(branchVote);
      const papers = row.papers.map((paper) => ({ receivedOn: fromDbDate(paper.receivedOn) }));
      const decidedOn = fromDbDate(row.decidedOn);
      const charter = decidedOn && inForceOn(charters, decidedOn)[0]?.parameters;
      const waits = state === "DECIDED" && decidedOn && charter;
      return {
        id,
        kind,
        state,
        name: row.candidate?.fullName ?? row.member?.fullName ?? "",
        branchId,
        branch: row.branch.name,
        openedOn: fromDbDate(row.openedOn),
        turn: turnOf({ state, voteCarried }),
        voteCarried,
        papers: { total: papers.length, missing: papersMissing(papers, actor.today).length },
        dueOn: waits ? ceremonyDueOn({ decidedOn, receivedOn: fromDbDate(row.receivedOn) }, charter) : null,
      };
    });
  });
}
