import type { DossierKind } from "@/lib/core/db/generated/enums";
import type { DossierStanding } from "@/lib/features/admissions/rules/steps";

/** A station on the way of a dossier. */
export type TrackerStep = "PAPERS" | "VOTE" | "DECISION" | "CONFIRMATION" | "CEREMONY";

/** The stations of a dossier of that kind, in order. */
export function trackerSteps(kind: DossierKind): readonly TrackerStep[] {
  if (kind === "DEATH") return [];
  const all = ["PAPERS", "VOTE", "DECISION", "CONFIRMATION"] as const;
  return kind === "ADMISSION" ? [...all, "CEREMONY"] : all;
}

/** Which station a dossier has come to: all before it are done; null where nothing is to come. */
export function currentStep(of: Omit<DossierStanding, "memberId">, missing: number): TrackerStep | null {
  switch (of.state) {
    case "OPEN":
      return missing > 0 ? "PAPERS" : "VOTE";
    case "VOTED":
      return of.voteCarried ? "DECISION" : "VOTE";
    case "RECORDED":
      return "CONFIRMATION";
    case "DECIDED":
      return "CEREMONY";
    default:
      return null;
  }
}
