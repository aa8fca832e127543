import type { CriterionGrade, RatingCriterion, RatingLevel } from "@/lib/core/db/generated/enums";
import type { Certainty, RatingParameters } from "@/lib/features/rule-sets/schema";

/** The tasks of a year or quarter. `beyond` are those done beyond what was asked; null where nobody counted them. */
export type TaskTotals = {
  readonly total: number;
  readonly onTime: number;
  readonly late: number;
  readonly beyond: number | null;
};

/** What is known of the subject's year; null for what is not. */
export type ReviewFacts = {
  /** Of 100, where the rules have points. */
  readonly points: number | null;
  /** By criterion, where the rules have grades. */
  readonly grades: ReadonlyMap<RatingCriterion, CriterionGrade> | null;
  readonly tasks: TaskTotals | null;
  readonly sickLeaveMonths: number | null;
  readonly isDisciplined: boolean | null;
};

/** Where nothing is known. */
export const nothingKnown: ReviewFacts = {
  points: null,
  grades: null,
  tasks: null,
  sickLeaveMonths: null,
  isDisciplined: null,
};

/** Why a level cannot be had. */
export type LevelBar = "points" | "grades" | "tasksOnTime" | "tasksBeyond" | "tasksLate" | "sickLeave" | "disciplined";

/** A level that is ruled out, why, and what of the rules says so. */
export type RuledOut = {
  readonly level: RatingLevel;
  readonly bar: LevelBar;
  readonly params: Readonly<Record<string, number>>;
  readonly citation: string | null;
  readonly certainty: Certainty;
};

/** The levels from the highest down. */
const levels = ["EXCELLENT", "GOOD", "COMPLETED", "FAILED"] as const satisfies readonly RatingLevel[];
const gradesDown = [
  "GRADE_EXCELLENT",
  "GRADE_GOOD",
  "GRADE_AVERAGE",
  "GRADE_POOR",
] as const satisfies readonly CriterionGrade[];

type Source = { readonly citation: string | null; readonly certainty: Certainty };
type Fraction = { readonly numerator: number; readonly denominator: number };

/** Every level that what is known rules out, from the highest down, each with every reason; what is not known rules nothing out. */
export function ruledOut(facts: ReviewFacts, rules: RatingParameters): RuledOut[] {
  const all = [
    ...byPoints(facts, rules),
    ...byGrades(facts, rules),
    ...byTasks(facts, rules),
    ...byCeilings(facts, rules),
  ];
  return levels.flatMap((level) => all.filter((one) => one.level === level));
}

/** The highest level that is not ruled out. */
export function highestLeft(facts: ReviewFacts, rules: RatingParameters): RatingLevel {
  const out = new Set(ruledOut(facts, rules).map(({ level }) => level));
  return levels.find((level) => !out.has(level)) ?? "FAILED";
}

/* Under the floor of a level there is neither it nor any above; QĐ 366, Art. 11. */
function byPoints({ points }: ReviewFacts, { scoreFloors }: RatingParameters): RuledOut[] {
  if (points === null || scoreFloors === null) return [];
  const { excellent, good, completed } = scoreFloors.value;
  const floors = [
    ["EXCELLENT", excellent],
    ["GOOD", good],
    ["COMPLETED", completed],
  ] as const;
  return floors.flatMap(([level, floor]) =>
    points < floor ? [told(level, "points", { points, floor }, scoreFloors)] : [],
  );
}

/* HD 21: excellent are those whose tasks are excellent, everything else at least good. */
function byGrades({ grades }: ReviewFacts, { excellentGrades, review }: RatingParameters): RuledOut[] {
  if (grades === null || excellentGrades === null) return [];
  const { tasks, others } = excellentGrades.value;
  const below = review.criteria.value.filter(({ criterion }) => {
    const grade = grades.get(criterion);
    const floor = criterion === "TASK_RESULTS" ? tasks : others;
    return grade !== undefined && gradesDown.indexOf(grade) > gradesDown.indexOf(floor);
  });
  return below.length > 0 ? [told("EXCELLENT", "grades", { count: below.length }, excellentGrades)] : [];
}

function byTasks({ tasks }: ReviewFacts, { taskShares }: RatingParameters): RuledOut[] {
  if (tasks === null || tasks.total === 0 || taskShares === null) return [];
  const { total, onTime, late, beyond } = tasks;
  const { excellentOnTime, excellentBeyond, goodOnTime, completedLate } = taskShares;
  const found: RuledOut[] = [];
  for (const [level, rule] of [
    ["EXCELLENT", excellentOnTime],
    ["GOOD", goodOnTime],
  ] as const) {
    if (isLess(onTime, total, rule.value)) found.push(told(level, "tasksOnTime", { onTime, total }, rule));
  }
  if (beyond !== null && isLess(beyond, total, excellentBeyond.value)) {
    found.push(told("EXCELLENT", "tasksBeyond", { beyond, total }, excellentBeyond));
  }
  if (isMore(late, total, completedLate.value)) {
    for (const level of ["EXCELLENT", "GOOD", "COMPLETED"] as const) {
      found.push(told(level, "tasksLate", { late, total }, completedLate));
    }
  }
  return found;
}

function byCeilings({ sickLeaveMonths, isDisciplined }: ReviewFacts, { ceilings }: RatingParameters): RuledOut[] {
  const isSick = sickLeaveMonths !== null && sickLeaveMonths >= ceilings.sickLeaveMonths.value;
  const months = { months: sickLeaveMonths ?? 0 };
  return [
    ...(isSick ? above(ceilings.sickLeave.value, "sickLeave", months, ceilings.sickLeave) : []),
    ...(isDisciplined ? above(ceilings.disciplined.value, "disciplined", {}, ceilings.disciplined) : []),
  ];
}

function above(ceiling: RatingLevel, bar: LevelBar, params: RuledOut["params"], source: Source): RuledOut[] {
  return levels.slice(0, levels.indexOf(ceiling)).map((level) => told(level, bar, params, source));
}

function told(level: RatingLevel, bar: LevelBar, params: RuledOut["params"], source: Source): RuledOut {
  const { citation, certainty } = source;
  return { level, bar, params, citation, certainty };
}

/* In whole numbers: no share is rounded. */
function isLess(part: number, total: number, { numerator, denominator }: Fraction): boolean {
  return part * denominator < total * numerator;
}

function isMore(part: number, total: number, { numerator, denominator }: Fraction): boolean {
  return part * denominator > total * numerator;
}
