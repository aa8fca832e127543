import type { InspectionMode } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** A line of a programme as a case meets it; `isTaken` where the writer knows of another case that carries it out, and only then. */
export type PlannedLineFacts = {
  readonly year: number;
  readonly mode: InspectionMode;
  readonly isIssued: boolean;
  readonly isOfBranch: boolean;
  /** Dropped, and not the line that the case has carried out all along. */
  readonly isDropped: boolean;
  readonly isTaken: boolean;
};

/** Why a case cannot carry out this line. What the writer does not know of is no reason: a case in progress stays silent (SOD-6). */
export function plannedLineObstacle(
  line: PlannedLineFacts,
  of: { readonly year: number; readonly mode: InspectionMode },
): Obstacle | null {
  const field = "programmeLineId";
  if (!line.isIssued || line.isOfBranch) return { reason: "inspections.errors.lineNotIssued", field };
  if (line.year !== of.year) {
    return { reason: "inspections.errors.lineOfOtherYear", params: { year: String(line.year) }, field };
  }
  if (line.mode !== of.mode) return { reason: "inspections.errors.lineOfOtherMode", field };
  if (line.isDropped) return { reason: "inspections.errors.lineDropped", field };
  return line.isTaken ? { reason: "inspections.errors.lineTaken", field } : null;
}
