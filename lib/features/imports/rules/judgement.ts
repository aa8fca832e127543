import type { Day } from "@/lib/core/day";
import type { MemberStatusKind } from "@/lib/core/db/generated/enums";
import { contradictionOf } from "@/lib/features/imports/rules/contradictions";
import {
  type Difference,
  differencesOf,
  isOfficeField,
  numberDifferences,
  type RegisterValues,
} from "@/lib/features/imports/rules/differences";
import type { Remark, RosterEntry } from "@/lib/features/imports/rules/entry";
import { type KnownPerson, matchOf, ownersOfNumbers, type PersonKeys } from "@/lib/features/imports/rules/matching";
import type { NoticeKind, Repair } from "@/lib/features/imports/rules/read-cell";
import type { ImportField } from "@/lib/features/imports/schema/fields";

/** What becomes of a row. FOREIGN: not of the importer's own branch, which rejects the whole file. */
export type RowOutcome = "ADD" | "UPDATE" | "SAME" | "SKIP" | "DECIDE" | "REPAIR" | "FOREIGN";

/** What a person decided about a doubtful row. */
export type RowDecision =
  | { readonly kind: "SAME_PERSON"; readonly memberId: string }
  | { readonly kind: "NEW_PERSON" | "SKIP" };

/** A member as the register has it today; numbers of citizens are masked. */
export type RegisteredMember = KnownPerson & {
  readonly version: number;
  readonly values: RegisterValues;
  readonly activity: MemberStatusKind | "ACTIVE" | "LEFT";
};

/** Who imports: the office keeps the whole register, a secretary the own branches' records, less the office's fields. */
export type Importer =
  | { readonly kind: "OFFICE" }
  | { readonly kind: "SECRETARY"; readonly branchIds: readonly string[] };

/** The row with what becomes of it. */
export type JudgedRow = {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly memberId: string | null;
  readonly rivals: readonly string[];
  /** What the file has differently and the import writes. */
  readonly differences: readonly Difference[];
  /** What the file has differently and the register keeps: not accepted, cell by cell. */
  readonly declined: readonly Difference[];
  readonly repairs: readonly Remark<Repair>[];
  readonly notices: readonly Remark<NoticeKind>[];
};

/** All that a row is judged by. */
export type Case = {
  readonly entry: RosterEntry;
  readonly keys: PersonKeys;
  /** An earlier line of the file about the same person, and whether it says the same. */
  readonly earlier: { readonly line: number; readonly isEqual: boolean } | null;
  /** The members who share a name or a number with the row. */
  readonly known: readonly RegisteredMember[];
  readonly decision: RowDecision | null;
  /** The fields accepted by hand; null where nobody has looked: then all, but none of a record changed since it was taken out. */
  readonly accepted: readonly ImportField[] | null;
  readonly importer: Importer;
  readonly today: Day;
};

const NEEDED: readonly ImportField[] = ["sex", "birthOn", "ethnicity", "admittedOn"];

/** What becomes of a row: added, taken over, left as it is, left out, decided by a person, repaired, or not the importer's. */
export function judgedRow(given: Case): JudgedRow {
  const { entry, earlier, decision } = given;
  if (entry.isLeftOut) return leftOut(given, "leftOut");
  if (earlier?.isEqual) return leftOut(given, "repeatedSame");
  if (earlier)
    return repaired(given, { kind: "repeatedRow", field: "fullName", column: null, detail: String(earlier.line) });

  if (entry.record !== null && decision?.kind !== "SKIP") return judgedRecord(given, entry.record.id);
  const match = matchOf(given.keys, given.known);
  const rivals = match.kind === "DOUBTFUL" ? match.ids : [];
  if (decision?.kind === "SKIP") return { ...plain(given), outcome: "SKIP", rivals };
  const memberId = decision?.kind === "SAME_PERSON" ? decision.memberId : match.kind === "SURE" ? match.id : null;
  const member = given.known.find((one) => one.id === memberId);
  if (member && decision?.kind !== "NEW_PERSON") return { ...judgedMember(given, member), rivals };
  if (match.kind === "DOUBTFUL" && decision?.kind !== "NEW_PERSON")
    return { ...plain(given), outcome: "DECIDE", rivals };
  return { ...judgedNewcomer(given), rivals };
}

/* A workbook of the register names its people: a name corrected in it is a difference, not somebody else. */
function judgedRecord(given: Case, id: string): JudgedRow {
  const member = given.known.find((one) => one.id === id);
  if (member) return judgedMember(given, member);
  if (given.importer.kind === "SECRETARY") return { ...plain(given), outcome: "FOREIGN" };
  return repaired(given, { kind: "recordUnknown", field: "record", column: null });
}

function judgedNewcomer(given: Case): JudgedRow {
  const { entry, keys, importer, known, today } = given;
  if (importer.kind === "SECRETARY") return { ...plain(given), outcome: "FOREIGN" };
  if (entry.status === "DECEASED" || entry.status === "LEFT") return leftOut(given, "leftOut");
  const repairs = [...entry.repairs, ...missingIn(given)];
  if (repairs.length > 0) return { ...plain(given), repairs };

  const isDeviating = entry.status !== null && entry.status !== "ACTIVE";
  if (isDeviating && !entry.values.statusOn) {
    return repaired(given, { kind: "statusDateMissing", field: "statusOn", column: null });
  }
  if (ownersOfNumbers(keys, known).length > 0) return repaired(given, NUMBER_TAKEN);
  const contradiction = contradictionOf(entry.values, today);
  return contradiction ? repaired(given, contradiction) : { ...plain(given), outcome: "ADD" };
}

/* All of them at once; what could not be read has its own repair. */
function missingIn({ entry, keys }: Case): Remark<Repair>[] {
  const missing: ImportField[] = NEEDED.filter((field) => !entry.values[field]);
  if (keys.branchId === null) missing.push("branch");
  return missing
    .filter((field) => !entry.repairs.some((repair) => repair.field === field))
    .map((field) => ({ kind: "fieldMissing", field, column: null }));
}

function judgedMember(given: Case, member: RegisteredMember): JudgedRow {
  const { entry, keys, importer, known, today } = given;
  const named = { ...plain(given), memberId: member.id };
  if (isForeign(given, member)) return { ...named, outcome: "FOREIGN" };
  if (entry.repairs.length > 0) return named;
  const isGone = entry.status === "DECEASED" || entry.status === "LEFT";
  if (isGone && member.activity !== "LEFT")
    return repaired(named, { kind: "departure", field: "status", column: null });
  if (ownersOfNumbers(keys, known).some((owner) => owner !== member.id)) return repaired(named, NUMBER_TAKEN);

  const all = [...differencesOf(entry.values, member.values), ...numberDifferences(entry.values, keys, member)];
  const own = importer.kind === "SECRETARY" ? all.filter(({ field }) => !isOfficeField(field)) : all;
  const isStale = entry.record !== null && entry.record.version !== member.version;
  const isTaken = ({ field }: Difference) => given.accepted?.includes(field) ?? !isStale;
  const taken = own.filter(isTaken);
  const later = Object.fromEntries(taken.map(({ field, after }) => [field, after]));
  const contradiction = taken.length > 0 ? contradictionOf({ ...member.values, ...later }, today) : null;
  if (contradiction) return repaired(named, contradiction);

  const notices = [
    ...entry.notices,
    ...noticesOf(entry, member),
    ...(all.length > own.length ? [OFFICE_KEEPS] : []),
    ...(isStale && own.length > 0 ? [CHANGED_SINCE] : []),
  ];
  const outcome = taken.length > 0 ? "UPDATE" : "SAME";
  return { ...named, outcome, differences: taken, declined: own.filter((one) => !isTaken(one)), notices };
}

function isForeign({ entry, importer }: Case, member: RegisteredMember): boolean {
  if (importer.kind === "OFFICE") return false;
  const isOwn = (branchId: string | null) => branchId !== null && importer.branchIds.includes(branchId);
  return !isOwn(member.branchId) || (entry.branch !== null && !isOwn(entry.branch.id));
}

/* A move or another standing is a step of its own, with its day and its decision; a file does not make it. */
function noticesOf({ branch, status }: RosterEntry, member: RegisteredMember): Remark<NoticeKind>[] {
  const isElsewhere = branch !== null && branch.id !== member.branchId;
  const isOtherwise = status !== null && status !== "DECEASED" && status !== "LEFT" && status !== member.activity;
  return [
    ...(isElsewhere ? [{ kind: "otherBranch" as const, field: "branch" as const, column: null }] : []),
    ...(isOtherwise ? [{ kind: "otherStatus" as const, field: "status" as const, column: null }] : []),
  ];
}

const NUMBER_TAKEN: Remark<Repair> = { kind: "numberTaken", field: "cardNumber", column: null };
const CHANGED_SINCE: Remark<NoticeKind> = { kind: "changedSince", field: null, column: null };
const OFFICE_KEEPS: Remark<NoticeKind> = { kind: "officeKeeps", field: null, column: null };

function plain({ entry }: Case): JudgedRow {
  const { line, repairs, notices } = entry;
  return { line, outcome: "REPAIR", memberId: null, rivals: [], differences: [], declined: [], repairs, notices };
}

function repaired(row: Case | JudgedRow, repair: Remark<Repair>): JudgedRow {
  const judged = "entry" in row ? plain(row) : row;
  return { ...judged, outcome: "REPAIR", repairs: [...judged.repairs, repair] };
}

function leftOut(given: Case, notice: NoticeKind): JudgedRow {
  const row = plain(given);
  return {
    ...row,
    outcome: "SKIP",
    repairs: [],
    notices: [...row.notices, { kind: notice, field: null, column: null }],
  };
}
