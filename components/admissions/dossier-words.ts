import type { Tone } from "@/components/ui/tag";
import type { DossierState } from "@/lib/core/db/generated/enums";

/** How a dossier's state is coloured; the word says it all the same. */
export const stateTones: Readonly<Record<DossierState, Tone>> = {
  OPEN: "draft",
  VOTED: "info",
  RECORDED: "warn",
  DECIDED: "info",
  DONE: "ok",
  CLOSED: "neutral",
};

/** The lists of dossiers, each with its address. */
export const dossierTabs = [
  { name: "admission", href: "/admissions" },
  { name: "probation", href: "/admissions?tab=probation" },
  { name: "recognition", href: "/admissions?tab=recognition" },
  { name: "leaving", href: "/admissions?tab=leaving" },
] as const;

/** One of those lists. */
export type DossierTab = (typeof dossierTabs)[number]["name"];
