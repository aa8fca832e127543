import { confirmed, inferred, singleSource, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

const HD_21 = "HD 21-HD/BTCTW";
const QD_366 = "QĐ 366-QĐ/TW";

type Review = Pick<RatingParameters, "review" | "excellentGrades" | "taskShares" | "ceilings">;

const graded = (
  ["IDEOLOGY", "ETHICS", "DISCIPLINED_CONDUCT", "WORKING_STYLE", "TASK_RESULTS", "CORRECTION"] as const
).map((criterion) => ({ criterion, most: 0 }));

const percent = (numerator: number) => ({ numerator, denominator: 100 });

/** Criteria with grades, as HD 21 has them: excellent are those whose tasks are excellent and everything else at least good. */
export const review2019: Review = {
  review: { scale: confirmed("GRADES", HD_21), criteria: confirmed(graded, HD_21) },
  excellentGrades: confirmed({ tasks: "GRADE_EXCELLENT", others: "GRADE_GOOD" }, HD_21),
  taskShares: null,
  ceilings: {
    sickLeaveMonths: confirmed(3, HD_21),
    sickLeave: confirmed("COMPLETED", HD_21),
    disciplined: unconfirmed("FAILED", null),
  },
};

/** The same criteria; what HD 25 says of them in detail was not read. */
export const review2023: Review = {
  review: { scale: unconfirmed("GRADES", null), criteria: unconfirmed(graded, null) },
  excellentGrades: unconfirmed({ tasks: "GRADE_EXCELLENT", others: "GRADE_GOOD" }, null),
  taskShares: null,
  ceilings: {
    sickLeaveMonths: unconfirmed(3, null),
    sickLeave: unconfirmed("COMPLETED", null),
    disciplined: unconfirmed("FAILED", null),
  },
};

/** 100 points, 30 of them for what is common to all and 70 for the tasks, and what part of the tasks a level asks for. */
export const review2025: Review = {
  review: {
    scale: confirmed("POINTS", `${QD_366}, 11`),
    criteria: confirmed(
      [
        { criterion: "COMMON", most: 30 },
        { criterion: "TASK_RESULTS", most: 70 },
      ],
      `${QD_366}, 11`,
    ),
  },
  excellentGrades: null,
  taskShares: {
    excellentOnTime: confirmed(percent(100), `${QD_366}, 11`),
    excellentBeyond: confirmed(percent(30), `${QD_366}, 11`),
    goodOnTime: confirmed(percent(100), `${QD_366}, 11`),
    completedLate: singleSource(percent(20), `${QD_366}, 11`),
  },
  ceilings: {
    sickLeaveMonths: unconfirmed(3, null),
    sickLeave: unconfirmed("COMPLETED", null),
    disciplined: inferred("FAILED", null),
  },
};
