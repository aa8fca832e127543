import { partsOf } from "@/lib/core/day";
import type { Education, MemberStatusKind, Qualification, Sex, TheoryLevel } from "@/lib/core/db/generated/enums";
import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { foldText } from "@/lib/core/text/fold";
import { dayOfSerial } from "@/lib/features/imports/rules/dates";
import { cellText } from "@/lib/features/imports/rules/grid";
import type { ReadCell } from "@/lib/features/imports/rules/read-cell";

/** What the national file says of a member's activity. */
export type RosterStatus = "ACTIVE" | "DECEASED" | "LEFT" | MemberStatusKind;

type Words<T> = readonly (readonly [RegExp, T])[];

const NOTHING = /^(khong|chua|ko|k|chua qua|khong co|chua co|-+)$/u;

const SEX: Words<Sex> = [
  [/^(nam|m|male)$/u, "MALE"],
  [/^(nu|f|female)$/u, "FEMALE"],
];

const QUALIFICATION: Words<Qualification> = [
  [/tien si|^ts$/u, "DOCTOR"],
  [/thac s[iy]|^ths$|cao hoc/u, "MASTER"],
  [/dai hoc|^dh\b|cu nhan|ky su|bac si/u, "UNIVERSITY"],
  [/cao dang|^cd\b/u, "COLLEGE"],
  [/trung cap|^tc\b|trung hoc chuyen nghiep/u, "INTERMEDIATE"],
  [/so cap|^sc\b|cong nhan ky thuat/u, "ELEMENTARY"],
  [NOTHING, "NONE"],
  [/chua (qua )?dao tao/u, "NONE"],
];

const THEORY: Words<TheoryLevel> = [
  [/cao cap|cu nhan|^cc\b/u, "ADVANCED"],
  [/trung cap|^tc\b/u, "INTERMEDIATE"],
  [/so cap|^sc\b/u, "ELEMENTARY"],
  [NOTHING, "NONE"],
];

const STATUS: Words<RosterStatus> = [
  [/mien/u, "EXEMPT"],
  [/dinh chi/u, "SUSPENDED"],
  [/gian doan/u, "INTERRUPTED"],
  [/tu tran|da mat|^mat$|da chet/u, "DECEASED"],
  [/roi khoi|xoa ten|khai tru|ra khoi|chuyen di/u, "LEFT"],
  [/dang sinh hoat|chinh thuc|du bi|^sinh hoat/u, "ACTIVE"],
];

const SCHOOLS: Words<Education> = [
  [/mu chu|khong biet chu|chua .*tieu hoc|xoa mu|khong di hoc/u, "NONE"],
  [/thpt|trung hoc pho thong|cap (3|iii)\b|ptth/u, "UPPER_SECONDARY"],
  [/thcs|trung hoc co so|cap (2|ii)\b|ptcs/u, "LOWER_SECONDARY"],
  [/tieu hoc|cap (1|i)\b/u, "PRIMARY"],
  [NOTHING, "NONE"],
];
const GRADE = /^(?:lop )?(\d{1,2})\s*(?:\/\s*(10|12))?$/u;

/** Man or woman. */
export function readSex(cell: SheetCell): ReadCell<Sex> {
  return chosen(cell, SEX);
}

/** The highest qualification. */
export function readQualification(cell: SheetCell): ReadCell<Qualification> {
  return chosen(cell, QUALIFICATION);
}

/** The level of political theory. */
export function readTheoryLevel(cell: SheetCell): ReadCell<TheoryLevel> {
  return chosen(cell, THEORY);
}

/** Activity as the national file has it. */
export function readStatus(cell: SheetCell): ReadCell<RosterStatus> {
  return chosen(cell, STATUS);
}

/** General schooling: in words, or as grades of ten or twelve, also where a spreadsheet took "9/12" for 9 December. */
export function readEducation(cell: SheetCell): ReadCell<Education> {
  if (cell !== null && typeof cell === "object") {
    const found = dayOfSerial(cell.serial);
    const { month, date } = found ? partsOf(found) : { month: 0, date: 0 };
    const schooling = schoolingOf(date, month) ?? schoolingOf(month, date);
    return schooling ? { kind: "VALUE", value: schooling, notice: "gradeInDayCell" } : unknown;
  }
  const grade = GRADE.exec(foldText(cellText(cell)));
  const found = grade ? schoolingOf(Number(grade[1]), Number(grade[2] ?? 12)) : null;
  return found ? { kind: "VALUE", value: found } : chosen(cell, SCHOOLS);
}

/** A cross, a tick or "yes". */
export function isMarked(cell: SheetCell): boolean {
  return cell === true || /^(x|v|co|1|\u2713|\u2714|yes)$/u.test(foldText(cellText(cell)));
}

/** Whether the text says expressly that there is nothing. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(foldText(text));
}

const unknown = { kind: "REPAIR", repair: "choiceUnknown" } as const;

function schoolingOf(grade: number, of: number): Education | null {
  if ((of !== 10 && of !== 12) || grade < 1 || grade > of) return null;
  const [primary, lower] = of === 10 ? [4, 7] : [5, 9];
  if (grade === of) return "UPPER_SECONDARY";
  if (grade >= lower) return "LOWER_SECONDARY";
  return grade >= primary ? "PRIMARY" : "NONE";
}

function chosen<T>(cell: SheetCell, words: Words<T>): ReadCell<T> {
  const text = foldText(cellText(cell));
  if (text === "") return { kind: "EMPTY" };
  const found = words.find(([form]) => form.test(text));
  return found ? { kind: "VALUE", value: found[1] } : unknown;
}
