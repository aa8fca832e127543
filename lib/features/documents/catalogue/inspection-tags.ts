/* The placeholders of the papers of an inspection or a supervision. */

/** What every paper of a case says of it. */
export const caseFields = [
  "caseTitle",
  "caseMode",
  "caseBody",
  "decisionNumber",
  "caseDecidedOn",
  "casePeriod",
  "caseExamined",
  "caseTopics",
] as const;
/** What was concluded. */
export const conclusionFields = ["conclusionNumber", "concludedOn", "conclusion", "disciplineFollows"] as const;

/** The rows of whom the case is about. */
export const caseSubjects = { code: "caseSubjects", fields: ["number", "fullName"] } as const;
/** The rows of its team. */
export const caseTeam = { code: "caseTeam", fields: ["number", "fullName", "teamRole"] } as const;
/** The rows of what was found of each subject. */
export const caseFindings = {
  code: "caseFindings",
  fields: ["fullName", "strengths", "shortcomings", "violation"],
} as const;
/** The rows of the team's diary. */
export const caseDiary = { code: "caseDiary", fields: ["workedOn", "minutesText"] } as const;
/** The rows of its steps. */
export const caseSteps = {
  code: "caseSteps",
  fields: ["number", "caseStep", "stepDueOn", "stepDoneOn", "note"],
} as const;
