import { day } from "@/lib/core/day";
import { confirmed, singleSource, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";

const HD_42 = "HD 42-HD/BTCTW";

const criteria = [
  { criterion: "TIME", most: 5 },
  { criterion: "ATTENDANCE", most: 5 },
  { criterion: "PREPARATION", most: 10 },
  { criterion: "STEPS", most: 5 },
  { criterion: "CONTENT", most: 25 },
  { criterion: "CHAIRING", most: 10 },
  { criterion: "PRINCIPLES", most: 5 },
  { criterion: "RESULTS", most: 30 },
  { criterion: "CLOSING", most: 5 },
] as const;
const gradeFloors = { good: 90, fair: 70, average: 50 } as const;

/** How meetings of branches are scored and graded. What the older guidance said in detail is not known; it had the same grades. */
export const meetingRules = [
  {
    kind: "MEETING",
    code: "meeting-2018",
    document: "HD 12-HD/BTCTW",
    startsOn: day("2018-07-06"),
    endsOn: day("2025-10-28"),
    datesCertainty: "INFERRED",
    parameters: {
      criteria: unconfirmed([...criteria], null),
      gradeFloors: unconfirmed({ ...gradeFloors }, null),
      noticeDays: unconfirmed(1, null),
    },
  },
  {
    kind: "MEETING",
    code: "meeting-2025",
    document: HD_42,
    startsOn: day("2025-10-28"),
    endsOn: null,
    datesCertainty: "CONFIRMED",
    parameters: {
      criteria: singleSource([...criteria], HD_42),
      gradeFloors: confirmed({ ...gradeFloors }, HD_42),
      noticeDays: unconfirmed(1, null),
    },
  },
] as const;
