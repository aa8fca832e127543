import type { Day } from "@/lib/core/day";
import type { CourseKind, Education, TheoryLevel } from "@/lib/core/db/generated/enums";
import type { PostKind } from "@/lib/features/organization/queries/posts";
import type { TrainingParameters } from "@/lib/features/rule-sets/schema/cadres";
import { isTheoryAtLeast, theoryOf } from "@/lib/features/training/rules/courses";
import { requirements } from "@/lib/features/training/schema/requirements";

/** Something that is required of who holds a post. */
export type Requirement = (typeof requirements)[number];

/** What is known of a person; a part that the reader may not open is null. */
export type Attainments = {
  readonly theoryLevel: TheoryLevel | null;
  readonly education: Education | null;
  /** The courses with the day from which each counts as passed, null where it was not. */
  readonly courses: readonly { readonly kind: CourseKind; readonly passedOn: Day | null }[];
};

const SCHOOLING: readonly Education[] = ["PRIMARY", "LOWER_SECONDARY", "UPPER_SECONDARY"];

/** What is required by the rules of a day, with the source and how sure it is. */
export function requirementsOf(rules: TrainingParameters) {
  const parameters = {
    COMMITTEE_THEORY: rules.committeeTheory,
    BRANCH_COURSE: rules.branchCourse,
    HEAD_SCHOOLING: rules.headSchooling,
  };
  return requirements
    .map((requirement) => {
      const { value, citation, certainty } = parameters[requirement];
      return { requirement, level: String(value), citation, isConfirmed: certainty === "CONFIRMED" };
    })
    .filter(({ requirement }) => requirement !== "BRANCH_COURSE" || rules.branchCourse.value);
}

/** Whether a person has by that day what is required: by the record, or by a course that was passed. */
export function meetsRequirement(
  requirement: Requirement,
  of: Attainments,
  { rules, on }: { readonly rules: TrainingParameters; readonly on: Day },
): boolean {
  const passed = of.courses.filter(({ passedOn }) => passedOn !== null && passedOn <= on).map(({ kind }) => kind);
  switch (requirement) {
    case "COMMITTEE_THEORY": {
      const levels = [of.theoryLevel, ...passed.map(theoryOf)];
      return levels.some((level) => level !== null && isTheoryAtLeast(level, rules.committeeTheory.value));
    }
    case "BRANCH_COURSE":
      return passed.includes("BRANCH_WORK");
    case "HEAD_SCHOOLING":
      return of.education !== null && SCHOOLING.indexOf(of.education) >= SCHOOLING.indexOf(rules.headSchooling.value);
  }
}

const POSTS: Readonly<Record<Requirement, readonly PostKind[]>> = {
  COMMITTEE_THEORY: ["COMMITTEE_SECRETARY"],
  BRANCH_COURSE: ["BRANCH_SECRETARY"],
  HEAD_SCHOOLING: ["VILLAGE_HEAD"],
};

/** The posts, of those that one person holds at a time, that require it. */
export function postsRequiring(requirement: Requirement): readonly PostKind[] {
  return POSTS[requirement];
}
