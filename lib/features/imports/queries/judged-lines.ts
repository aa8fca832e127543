import "server-only";
import { setImmediate as pause } from "node:timers/promises";
import type { Actor } from "@/lib/core/actor";
import type { FileFormat } from "@/lib/core/files/reader/sheet";
import { numberHash } from "@/lib/core/identity";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { nameKey } from "@/lib/core/text/fold";
import { listStagedRows, type StagedRow } from "@/lib/features/imports/queries/staged-rows";
import { entryOf, type RosterEntry } from "@/lib/features/imports/rules/entry";
import {
  type Importer,
  type JudgedRow,
  judgedRow,
  type RegisteredMember,
  type RowDecision,
} from "@/lib/features/imports/rules/judgement";
import { keysInFile, type PersonKeys } from "@/lib/features/imports/rules/matching";
import type { ImportField } from "@/lib/features/imports/schema/fields";
import { type KnownMember, listKnownMembers, type MemberKeys } from "@/lib/features/members/queries/known-members";

/** A line of the file with what becomes of it, and the members it was held against. */
export type JudgedLine = JudgedRow & {
  readonly entry: RosterEntry;
  readonly keys: PersonKeys;
  readonly member: KnownMember | null;
};

/** All lines judged, and which members were known then: a newcomer who turns up later makes the judging stale. */
export type Judgement = { readonly lines: readonly JudgedLine[]; readonly knownIds: ReadonlySet<string> };

/** Decisions about rows that are not kept yet, by line. */
export type Decisions = ReadonlyMap<number, Partial<Pick<StagedRow, "decision" | "memberId" | "accepted">>>;

type Read = {
  row: StagedRow;
  entry: RosterEntry;
  keys: PersonKeys;
  earlier: { line: number; isEqual: boolean } | null;
};

const SLICE = 250;

/** What lines are judged by: where they wait, and how their columns are read. */
export type JudgedRoster = {
  readonly id: string;
  readonly tableIndex: number;
  readonly format: FileFormat;
  readonly meanings: readonly (ImportField | null)[];
  readonly fallbackBranchId: string | null;
};

/** As who the actor imports. */
export function getImporter(actor: Actor): Importer {
  const isOffice = actor.roles.includes("OFFICE") || actor.roles.includes("SYSTEM");
  return isOffice ? { kind: "OFFICE" } : { kind: "SECRETARY", branchIds: actor.ownBranchIds };
}

/**
 * The lines of an import, judged against the register as it is now: all, those named, or those that new decisions are about.
 * Works in slices, each a short reading of its own, and lets other work run in between. `onSlice` hears how many are judged
 * and ends it by answering false: null.
 */
export async function listJudgedLines(
  actor: Actor,
  roster: JudgedRoster,
  of: { lines?: readonly number[]; decisions?: Decisions; onSlice?: (done: number) => Promise<boolean> } = {},
): Promise<Judgement | null> {
  const read = await readRows(actor, roster, of);
  const lines: JudgedLine[] = [];
  const knownIds = new Set<string>();
  for (let at = 0; at < read.length; at += SLICE) {
    const slice = read.slice(at, at + SLICE);
    const known = await readAs(actor, (tx) =>
      listKnownMembers(tx, actor, getMemberKeys(slice.map(({ keys }) => keys))),
    );
    for (const member of known) knownIds.add(member.id);
    lines.push(...judgedSlice(actor, slice, known));
    if (of.onSlice && !(await of.onSlice(lines.length))) return null;
    await pause();
  }
  return { lines, knownIds };
}

async function readRows(
  actor: Actor,
  roster: JudgedRoster,
  of: { lines?: readonly number[]; decisions?: Decisions },
): Promise<Read[]> {
  const { decisions } = of;
  const lines = decisions ? [...decisions.keys()] : of.lines;
  const { rows: staged, branches } = await readAs(actor, async (tx) => ({
    rows: await listStagedRows(tx, actor, { id: roster.id, tableIndex: roster.tableIndex, lines }),
    branches: await tx.branch.findMany({
      where: { AND: [{ committeeId: actor.committeeId }, inForce(actor.today)] },
      select: { id: true, name: true },
    }),
  }));
  const rows = staged.map((row) => ({ ...row, ...decisions?.get(row.line) }));
  const importer = getImporter(actor);
  const [own, other] = importer.kind === "SECRETARY" ? importer.branchIds : [];
  const branchId = roster.fallbackBranchId ?? (other === undefined ? (own ?? null) : null);
  const reading = { meanings: roster.meanings, branches, format: roster.format, today: actor.today };
  const seen = new Map<string, { line: number; said: string }>();
  const read: Read[] = [];
  for (const [index, row] of rows.entries()) {
    const entry = entryOf(row, reading);
    const keys = personKeys(entry, branchId);
    read.push({ row, entry, keys, earlier: entry.isLeftOut ? null : earlierLine(seen, entry, keys) });
    if (index % SLICE === 0) await pause();
  }
  return read;
}

function judgedSlice(actor: Actor, slice: readonly Read[], known: readonly KnownMember[]): JudgedLine[] {
  const importer = getImporter(actor);
  const byId = new Map(known.map((member) => [member.id, member]));
  return slice.map(({ row, entry, keys, earlier }) => {
    const candidates = known.filter((member) => isCandidate(keys, member, row)).map(registered);
    const decision = decisionOf(row);
    const of = { entry, keys, earlier, known: candidates, decision, accepted: row.accepted };
    const judged = judgedRow({ ...of, importer, today: actor.today });
    return { ...judged, entry, keys, member: judged.memberId === null ? null : (byId.get(judged.memberId) ?? null) };
  });
}

function registered(member: KnownMember): RegisteredMember {
  const { id, version, nameKey, birthOn, branchId, cardNumber, oldCardNumber, idHash, oldIdHash, ...rest } = member;
  const { activity, values } = rest;
  return { id, version, nameKey, birthOn, branchId, cardNumber, oldCardNumber, idHash, oldIdHash, activity, values };
}

function isCandidate(keys: PersonKeys, member: KnownMember, row: StagedRow): boolean {
  const shared = (["cardNumber", "oldCardNumber", "idHash", "oldIdHash"] as const).some(
    (number) => keys[number] !== null && keys[number] === member[number],
  );
  return shared || member.nameKey === keys.nameKey || member.id === row.memberId || member.id === keys.recordId;
}

function decisionOf({ decision, memberId }: StagedRow): RowDecision | null {
  if (decision === "SAME_PERSON") return memberId === null ? null : { kind: "SAME_PERSON", memberId };
  return decision === null ? null : { kind: decision };
}

function personKeys({ values, branch, record }: RosterEntry, fallbackBranchId: string | null): PersonKeys {
  const hash = (number: string | null | undefined) => (number ? Buffer.from(numberHash(number)).toString("hex") : null);
  return {
    nameKey: nameKey(values.fullName ?? ""),
    birthOn: values.birthOn ?? null,
    branchId: branch?.id ?? fallbackBranchId,
    cardNumber: values.cardNumber ?? null,
    oldCardNumber: values.oldCardNumber ?? null,
    idHash: hash(values.idNumber),
    oldIdHash: hash(values.oldIdNumber),
    recordId: record?.id ?? null,
  };
}

/** By what members are looked for who may be one of these people. */
export function getMemberKeys(all: readonly PersonKeys[]): MemberKeys {
  const told = (values: readonly (string | null)[]) => [...new Set(values.flatMap((value) => value || []))];
  return {
    people: all.filter(({ nameKey }) => nameKey !== "").map(({ nameKey, birthOn }) => ({ nameKey, birthOn })),
    cardNumbers: told(all.map((keys) => keys.cardNumber)),
    oldCardNumbers: told(all.map((keys) => keys.oldCardNumber)),
    idHashes: told(all.map((keys) => keys.idHash)),
    oldIdHashes: told(all.map((keys) => keys.oldIdHash)),
    ids: told(all.map((keys) => keys.recordId)),
  };
}

function earlierLine(seen: Map<string, { line: number; said: string }>, entry: RosterEntry, keys: PersonKeys) {
  const said = JSON.stringify([entry.values, entry.branch?.id, entry.status]);
  const own = keysInFile(keys);
  const first = own.flatMap((key) => seen.get(key) ?? [])[0];
  for (const key of own) if (!seen.has(key)) seen.set(key, { line: entry.line, said });
  return first ? { line: first.line, isEqual: first.said === said } : null;
}
