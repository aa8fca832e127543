import { addMonths, type Day, typedForm } from "@/lib/core/day";
import type { DepartureGround, DossierKind, MembershipEnd } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { CharterParameters } from "@/lib/features/rule-sets/schema";

/** The dossiers that a member's own branch opens about a member, and how the ones that lead out of the Party end a membership. */
export const WAYS_OUT = {
  REMOVAL: "REMOVED",
  RESIGNATION: "RESIGNED",
  EXPULSION: "EXPELLED",
} as const satisfies Partial<Record<DossierKind, MembershipEnd>>;

/** A dossier that leads out of the Party. */
export type WayOut = keyof typeof WAYS_OUT;

/** Narrows a kind of dossier to those that lead out of the Party. */
export function isWayOut(kind: DossierKind): kind is WayOut {
  return kind in WAYS_OUT;
}

/** The grounds a dossier of that kind can rest on; an exemption gives its reason in words. */
export function groundsOf(kind: DossierKind, charter: CharterParameters): readonly DepartureGround[] {
  if (kind === "REMOVAL") return charter.removalGrounds.value;
  if (kind === "RESIGNATION") return ["HARDSHIP", "OWN_WISH"];
  return kind === "EXPULSION" ? ["DISCIPLINE", "CONVICTED"] : [];
}

/** Why a dossier cannot rest on this ground. */
export function groundObstacle(
  kind: DossierKind,
  ground: DepartureGround | null,
  charter: CharterParameters,
): Obstacle | null {
  const open = groundsOf(kind, charter);
  if (open.length === 0) return ground === null ? null : { reason: "admissions.errors.wrongGround", field: "ground" };
  return ground !== null && open.includes(ground) ? null : { reason: "admissions.errors.wrongGround", field: "ground" };
}

/** How somebody left the Party: the first day outside, the way, and the ground where a dossier says it. */
export type FormerLeave = {
  readonly leftOn: Day;
  readonly reason: MembershipEnd | null;
  readonly ground: DepartureGround | null;
};

type Bar = CharterParameters["readmissionBars"]["value"][number];

const BARS: Partial<Record<DepartureGround, Bar>> = {
  LEFT_ACTIVITY_OR_FEES: "WALKED_OUT",
  CARD_RETURNED: "WALKED_OUT",
  OWN_WISH: "RESIGNED_WITHOUT_HARDSHIP",
  CONVICTED: "CONVICTED",
};

/**
 * Why a former member cannot be considered again on that day: has not left the Party, belongs to a group that is barred, was
 * admitted again before, or the months since leaving are not full.
 */
export function readmissionObstacle(
  leave: FormerLeave,
  readmissions: number,
  charter: CharterParameters,
  on: Day,
): Obstacle | null {
  const ways: readonly (MembershipEnd | null)[] = Object.values(WAYS_OUT);
  if (!ways.includes(leave.reason)) return { reason: "admissions.errors.hasNotLeft" };
  const bar = leave.ground && BARS[leave.ground];
  if (bar && charter.readmissionBars.value.includes(bar)) return { reason: "admissions.errors.readmissionBarred" };
  if (readmissions >= charter.readmissions.value) return { reason: "admissions.errors.readmittedBefore" };
  const months = charter.readmissionMonths.value;
  const openOn = addMonths(leave.leftOn, months);
  if (on >= openOn) return null;
  const params = { months, leftOn: typedForm(leave.leftOn), openOn: typedForm(openOn) };
  return { reason: "admissions.errors.readmissionEarly", params };
}
