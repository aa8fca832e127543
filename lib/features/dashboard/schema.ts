import { z } from "zod";
import { RatingLevel, TargetKind } from "@/lib/core/db/generated/enums";

const count = z.int().min(0);
/** Null: one to four persons, hidden from who does not read the register. */
const shown = count.nullable();
const level = z.enum(RatingLevel);

const levels = { EXCELLENT: shown, GOOD: shown, COMPLETED: shown, FAILED: shown };
const tally = z.object({ rated: count, notRated: shown, goodOrBetter: count, ...levels });
const targets = z.partialRecord(z.enum(TargetKind), count);

export const ratingFigures = z.object({
  year: z.int(),
  members: tally.nullable(),
  branches: tally.nullable(),
  committee: level.nullable(),
  targets,
});
export type RatingFigures = z.output<typeof ratingFigures>;
export type Tally = z.output<typeof tally>;

const branchFigures = z.object({
  id: z.uuid(),
  name: z.string(),
  members: count,
  rated: count,
  goodOrBetter: count,
  level: level.nullable(),
});
export type BranchFigures = z.output<typeof branchFigures>;

/** What the database publishes of a year. `byBranch` holds only the branches that the reader may look into. */
export const yearFigures = z.object({
  body: z.object({ name: z.string(), superiorName: z.string() }).nullable(),
  members: z.object({
    total: count,
    official: shown,
    probationary: shown,
    female: shown,
    ethnicMinority: shown,
    exempt: shown,
    suspended: shown,
    interrupted: shown,
  }),
  byBranch: z.array(branchFigures),
  heads: z.object({ villages: count, together: count, schooled: count }),
  assignments: z.object({ branches: count, branchesWithMain: count, people: count }),
  inspections: z.object({
    events: count,
    inspections: count,
    supervisions: count,
    branches: count,
    members: count,
    withDiscipline: count,
  }),
  ratings: ratingFigures,
  next: targets,
});
export type YearFigures = z.output<typeof yearFigures>;

export const ratingYears = z.array(ratingFigures);
