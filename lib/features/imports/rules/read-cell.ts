/** What has to be done to a cell, or to a row, before it can be taken; each is a group on the check page. */
export const REPAIRS = [
  "nameMissing",
  "fieldMissing",
  "dayUnreadable",
  "dayNotReal",
  "dayTwoYears",
  "dayOutOfRange",
  "dayIncomplete",
  "datesContradict",
  "numberForm",
  "numberRounded",
  "numberTaken",
  "choiceUnknown",
  "branchUnknown",
  "tooLong",
  "repeatedRow",
  "statusDateMissing",
  "departure",
  "recordUnknown",
  "neededEmptied",
] as const;

/** One of the repairs. */
export type Repair = (typeof REPAIRS)[number];

/** What was changed or left while a cell was taken, told so that nobody is surprised. */
export const NOTICES = [
  "invisibleRemoved",
  "lettersCorrected",
  "zeroRestored",
  "yearInDayCell",
  "centuryTaken",
  "oldNumber",
  "gradeInDayCell",
  "officeKeeps",
  "otherBranch",
  "otherStatus",
  "leftOut",
  "repeatedSame",
  "changedSince",
] as const;

/** One of the notices. */
export type NoticeKind = (typeof NOTICES)[number];

/** What a cell turned out to be. `NONE` is said expressly; an empty cell says nothing. */
export type ReadCell<T> =
  | { readonly kind: "EMPTY" }
  | { readonly kind: "NONE" }
  | { readonly kind: "VALUE"; readonly value: T; readonly notice?: NoticeKind }
  | { readonly kind: "REPAIR"; readonly repair: Repair };
