import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow, ofBranch } from "./conditions";
import { branchRows, type Footprint, read, rows } from "./footprint";

const standing = `r."annulledOn" IS NULL`;
/** The version of the file is such a one. */
const versionIs = (
  condition: string,
) => `EXISTS (SELECT 1 FROM "WorkingRegulation" w WHERE w."committeeId" = r."committeeId"
  AND w.id = r."regulationId" AND ${condition})`;
const mine = (reach: "own" | "assigned") => `w."branchId" = ANY (me.${reach})`;

/** Working regulations of branches: a version stays as it is, and is annulled once; its paper is kept once. */
export const workingRegulationFootprints = {
  workingRegulation: [
    rows("WorkingRegulation", read, branchRows("false")),
    rows(
      "WorkingRegulation",
      { insert: ["create"], update: ["update"] },
      { REGISTER: standing, OWN_BRANCH: `${standing} AND ${ofBranch("own")}` },
    ),
    rows("WorkingRegulationFile", read, {
      REGISTER: everyRow,
      OWN_BRANCH: versionIs(mine("own")),
      ASSIGNED_BRANCH: versionIs(mine("assigned")),
    }),
    rows(
      "WorkingRegulationFile",
      { insert: ["create"] },
      {
        REGISTER: versionIs(`w."annulledOn" IS NULL`),
        OWN_BRANCH: versionIs(`w."annulledOn" IS NULL AND ${mine("own")}`),
      },
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
