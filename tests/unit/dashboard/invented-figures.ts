import fc from "fast-check";
import type { RatingFigures, Tally, YearFigures } from "@/lib/features/dashboard/schema";

const levels = ["EXCELLENT", "GOOD", "COMPLETED", "FAILED"] as const;
const few = fc.nat(400);

const tally: fc.Arbitrary<Tally> = fc
  .record({ EXCELLENT: few, GOOD: few, COMPLETED: few, FAILED: few, notRated: fc.option(few) })
  .map((counts) => {
    const goodOrBetter = counts.EXCELLENT + counts.GOOD;
    return { ...counts, goodOrBetter, rated: goodOrBetter + counts.COMPLETED + counts.FAILED };
  });

/** The ratings of some year, with or without anything decided. */
export const inventedRatings: fc.Arbitrary<RatingFigures> = fc.record({
  year: fc.integer({ min: 2020, max: 2030 }),
  members: fc.option(tally),
  branches: fc.option(tally),
  committee: fc.option(fc.constantFrom(...levels)),
  targets: fc.record(
    { MEMBERS_GOOD_OR_BETTER: fc.nat(1000), BRANCHES_GOOD_OR_BETTER: fc.nat(1000) },
    { requiredKeys: [] },
  ),
});

/** The figures of some year. */
export const inventedFigures: fc.Arbitrary<YearFigures> = fc.record({
  body: fc.option(fc.constant({ name: "Đảng bộ xã Thử", superiorName: "Huyện ủy Thử" })),
  members: fc.record({
    total: few,
    official: fc.option(few),
    probationary: fc.option(few),
    female: fc.option(few),
    ethnicMinority: fc.option(few),
    exempt: fc.option(few),
    suspended: fc.option(few),
    interrupted: fc.option(few),
  }),
  byBranch: fc.constant([]),
  heads: fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((counts) => {
    const [schooled = 0, together = 0, villages = 0] = counts.toSorted((one, other) => one - other);
    return { schooled, together, villages };
  }),
  assignments: fc.record({ branches: few, branchesWithMain: few, people: few }),
  inspections: fc
    .record({
      inspections: fc.nat(9),
      supervisions: fc.nat(9),
      branches: fc.nat(9),
      members: fc.nat(9),
      withDiscipline: fc.nat(9),
    })
    .map((counts) => ({ ...counts, events: counts.inspections + counts.supervisions })),
  ratings: inventedRatings,
  next: fc.record({ BRANCHES_GOOD_OR_BETTER: fc.nat(1000) }, { requiredKeys: [] }),
});
