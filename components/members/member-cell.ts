import type { MemberColumn } from "@/components/members/member-columns";
import type { Day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import type { Format } from "@/lib/core/i18n/format";
import { maskedCard } from "@/lib/core/text/masked-card";
import type { MemberRow } from "@/lib/features/members/queries/list-members";

/** What a column of the list shows of a member: text already written, or a code of the record. */
export function memberCell(row: MemberRow, column: MemberColumn, on: Day, format: Format): string | null {
  switch (column) {
    case "branch":
      return row.branch;
    case "birth":
      return row.birthOn && format.partialDay(partialDay(row.birthOn));
    case "sex":
      return row.sex;
    case "ethnicity":
      return row.ethnicity;
    case "admitted":
      return row.admittedOn && format.day(row.admittedOn);
    case "official":
      return row.officialOn && row.officialOn <= on ? format.day(row.officialOn) : null;
    case "card":
      return maskedCard(row.cardNumber);
    case "education":
      return row.education;
    case "qualification":
      return row.qualification;
    case "theory":
      return row.theoryLevel;
    case "status":
      return memberStatus(row, on);
    case "rating":
      return row.isNotRated ? "NOT_RATED" : row.level;
  }
}

/** The deviation in force, else the stage; nothing where the record is not open to the reader. */
export function memberStatus(row: MemberRow, on: Day): string | null {
  if (row.activity) return row.activity;
  if (row.admittedOn === null) return null;
  return row.officialOn !== null && row.officialOn <= on ? "OFFICIAL" : "PROBATIONARY";
}
