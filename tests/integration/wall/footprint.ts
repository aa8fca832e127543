import type { Scope, Verb } from "@/lib/core/policy-table/row";
import { everyRow, keptToday, memberToday, ofBranch, ofMyself, onCase, subjectOfCase } from "./conditions";

export type Operation = "select" | "insert" | "update" | "delete";

/** SQL over the row `r` and the person `me`, or what makes it from the role that holds the right. */
export type Condition = string | ((role: string) => string);

/** What a right means in one table: which verbs do what there, to which rows, and, for an update, what it writes. */
export type Footprint = {
  readonly table: string;
  readonly by: Readonly<Partial<Record<Operation, readonly Verb[]>>>;
  readonly rows: Readonly<Partial<Record<Scope, Condition>>>;
  readonly sets?: string;
};

export const read = { select: ["read"] } as const;
export const keep = { select: ["read"], insert: ["create"], update: ["update"] } as const;
export const write = { insert: ["create"], update: ["update"] } as const;

/** A footprint; an update writes the version where nothing else is said. */
export const rows = (
  table: string,
  by: Footprint["by"],
  scopes: Footprint["rows"],
  sets = '"version" = 7',
): Footprint => ({
  table,
  by,
  rows: scopes,
  sets,
});

export const all: Footprint["rows"] = { REGISTER: everyRow };
export const branchRows = (self = ofMyself): Footprint["rows"] => ({
  REGISTER: everyRow,
  OWN_BRANCH: ofBranch("own"),
  ASSIGNED_BRANCH: ofBranch("assigned"),
  SELF: self,
});
export const profiles: Footprint["rows"] = {
  REGISTER: everyRow,
  OWN_BRANCH: memberToday("own"),
  ASSIGNED_BRANCH: memberToday("assigned"),
  CASE: subjectOfCase("memberId", `r."memberId"`, onCase),
  SELF: ofMyself,
};
/** As profiles, but the record is kept by the branch the person officially belongs to. */
export const kept: Footprint["rows"] = { ...profiles, OWN_BRANCH: keptToday("own") };

/** What a confirmation writes. */
export const confirms = `"confirmedById" = me.account, "confirmedAt" = now()`;
