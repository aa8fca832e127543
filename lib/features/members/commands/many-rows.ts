import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { notFound } from "@/lib/core/errors";

type Value = string | number | Date | Uint8Array | null;

/** A row as JSON text that the database reads back: days as days, bytes in hexadecimal. */
export function rowAsJson(row: Readonly<Record<string, Value>>): string {
  return JSON.stringify(row, (name, value) => plainValue(row[name], value));
}

/* JSON asks a date for its text before anybody else is asked, so the row itself is looked at. */
function plainValue(own: Value | undefined, given: unknown): unknown {
  if (own instanceof Date) return own.toISOString().slice(0, 10);
  return own instanceof Uint8Array ? `\\x${Buffer.from(own).toString("hex")}` : given;
}

/** Adds many rows, given as JSON, in one statement; every row names the same columns. */
export async function addRows(
  { tx }: CommandContext,
  table: "Member" | "MemberProfile" | "MemberSensitive" | "MemberIdentity" | "Membership" | "MemberStatus",
  rows: readonly string[],
): Promise<void> {
  if (rows.length > 0) await tx.$executeRaw`SELECT app.add_rows(${table}, ${`[${rows.join(",")}]`}::jsonb)`;
}

/** Writes the columns that each patch names, in one statement. Refuses where a row is not there or not the caller's. */
export async function patchRows(
  { tx }: CommandContext,
  table: "Member" | "MemberProfile" | "MemberSensitive",
  key: "id" | "memberId",
  patches: readonly object[],
): Promise<void> {
  const said = patches.filter((patch) => Object.keys(patch).length > 1);
  if (said.length === 0) return;
  const json = JSON.stringify(said);
  const rows = await tx.$queryRaw<
    { touched: number }[]
  >`SELECT app.patch_rows(${table}, ${key}, ${json}::jsonb) AS touched`;
  if (rows[0]?.touched !== said.length) throw notFound();
}
