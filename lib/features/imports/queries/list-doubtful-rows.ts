import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { getImport, type ImportView } from "@/lib/features/imports/queries/get-import";
import { getImporter, type JudgedLine, listJudgedLines } from "@/lib/features/imports/queries/judged-lines";
import { masked } from "@/lib/features/imports/rules/differences";
import type { RosterEntry } from "@/lib/features/imports/rules/entry";
import type { PersonKeys } from "@/lib/features/imports/rules/matching";
import type { ImportField } from "@/lib/features/imports/schema/fields";
import { type KnownMember, listMembersInFull } from "@/lib/features/members/queries/known-members";

/** What is put side by side. */
const COMPARED = [
  "fullName",
  "otherName",
  "sex",
  "birthOn",
  "branch",
  "idNumber",
  "oldIdNumber",
  "cardNumber",
  "oldCardNumber",
  "admittedOn",
  "officialOn",
  "homePlace",
  "occupation",
] as const satisfies readonly ImportField[];

/** A field of a row beside the same of each member it may be; equal ones are told apart from different ones. */
export type ComparedField = {
  readonly field: (typeof COMPARED)[number];
  readonly file: string | null;
  readonly register: readonly { readonly value: string | null; readonly differs: boolean }[];
};

/** A row that may be a member the register knows. */
export type DoubtfulRow = {
  readonly line: number;
  readonly name: string;
  readonly rivals: readonly { readonly id: string; readonly name: string }[];
  readonly fields: readonly ComparedField[];
};

/** The rows that wait for a decision, side by side with the members they may be; the first ones, and how many there are. */
export async function listDoubtfulRows(
  actor: Actor,
  id: string,
  size: number,
): Promise<{ roster: ImportView; rows: DoubtfulRow[]; total: number; mayAdd: boolean }> {
  const roster = await getImport(actor, id);
  authorize(roster.can.continue);
  const where = {
    committeeId: actor.committeeId,
    importId: id,
    tableIndex: roster.tableIndex,
    outcome: "DECIDE",
  } as const;
  const { waiting, total, members } = await readAs(actor, async (tx) => {
    const found = await tx.stagingRow.findMany({
      where,
      orderBy: { line: "asc" },
      take: size,
      select: { line: true, rivals: true },
    });
    const known = await listMembersInFull(tx, actor, [...new Set(found.flatMap(({ rivals }) => rivals))]);
    return { waiting: found, total: await tx.stagingRow.count({ where }), members: known };
  });
  const judged = await listJudgedLines(actor, roster, { lines: waiting.map(({ line }) => line) });
  const lines = new Map((judged?.lines ?? []).map((one) => [one.line, one]));
  const byId = new Map(members.map((member) => [member.id, member]));
  const rows = waiting.flatMap(({ line, rivals }) => {
    const judgedLine = lines.get(line);
    const people = rivals.flatMap((rival) => byId.get(rival) ?? []);
    return judgedLine ? [compared(judgedLine, people)] : [];
  });
  return { roster, rows, total, mayAdd: getImporter(actor).kind === "OFFICE" };
}

function compared({ entry, keys }: JudgedLine, rivals: readonly KnownMember[]): DoubtfulRow {
  const fields = COMPARED.map((field) => {
    const file = inFile(entry, field);
    const register = rivals.map((rival) => {
      const value = inRegister(rival, field);
      return { value, differs: file !== null && !isSame(field, { file, value, keys, rival }) };
    });
    return { field, file, register };
  });
  return {
    line: entry.line,
    name: entry.values.fullName ?? "",
    rivals: rivals.map(({ id, values }) => ({ id, name: values.fullName ?? "" })),
    fields: fields.filter(({ file, register }) => file !== null || register.some(({ value }) => value !== null)),
  };
}

type Pair = { file: string | null; value: string | null; keys: PersonKeys; rival: KnownMember };

/* Masked numbers may look alike, so their hashes are compared. */
function isSame(field: ComparedField["field"], { file, value, keys, rival }: Pair): boolean {
  if (field === "idNumber") return keys.idHash === rival.idHash;
  if (field === "oldIdNumber") return keys.oldIdHash === rival.oldIdHash;
  return file === value;
}

function inFile({ values, branch }: RosterEntry, field: ComparedField["field"]): string | null {
  if (field === "branch") return branch?.name ?? null;
  const value = values[field] ?? null;
  return value !== null && (field === "idNumber" || field === "oldIdNumber") ? masked(value) : value;
}

function inRegister({ values, branchName }: KnownMember, field: ComparedField["field"]): string | null {
  return field === "branch" ? branchName : (values[field] ?? null);
}
