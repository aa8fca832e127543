import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { DossierKind } from "@/lib/core/db/generated/enums";
import { canListDossiers, canOpenAnyDossier } from "@/lib/features/admissions/policy";
import { type DossierLine, listDossiers } from "@/lib/features/admissions/queries/list-dossiers";
import { listProbations, type ProbationLine } from "@/lib/features/admissions/queries/list-probations";
import { markOf } from "@/lib/features/admissions/rules/probation";
import type { ProbationMark } from "@/lib/features/admissions/schema";

/** One of the lists of dossiers, the other part empty, and whether the reader may open a dossier of admission. */
export type DossierLists = {
  readonly dossiers: readonly DossierLine[];
  readonly probations: readonly ProbationLine[];
  readonly can: { readonly open: boolean };
};

const kinds: Readonly<Record<"admission" | "recognition" | "leaving", readonly DossierKind[]>> = {
  admission: ["ADMISSION"],
  recognition: ["RECOGNITION"],
  leaving: ["EXEMPTION", "REMOVAL", "RESIGNATION", "EXPULSION", "DEATH"],
};

/** The list asked for in the reader's scope, of probations those at one mark where one is named; null for who reads no dossiers. */
export async function findDossierLists(
  actor: Actor,
  tab: "admission" | "probation" | "recognition" | "leaving",
  mark: ProbationMark | null = null,
): Promise<DossierLists | null> {
  if (!canListDossiers(actor)) return null;
  const can = { open: canOpenAnyDossier(actor) };
  if (tab === "probation") {
    const probations = await listProbations(actor);
    return { dossiers: [], probations: probations.filter(({ clock }) => mark === null || markOf(clock) === mark), can };
  }
  return { dossiers: await listDossiers(actor, kinds[tab]), probations: [], can };
}
