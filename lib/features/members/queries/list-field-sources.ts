import "server-only";
import type { Actor } from "@/lib/core/actor";
import { readAs } from "@/lib/core/query";

/** Where a field of a record comes from: the event that last set it, when, and by whom. */
export type FieldSource = {
  readonly field: string;
  readonly event: string;
  readonly at: Date;
  readonly actor: string;
};

/** The source of every field of a member's record, by the name of the field; empty where the profile is not the reader's to open. */
export async function listFieldSources(actor: Actor, memberId: string): Promise<Map<string, FieldSource>> {
  const rows = await readAs(
    actor,
    (tx) => tx.$queryRaw<FieldSource[]>`SELECT field, event, at, actor FROM app.field_sources(${memberId}::uuid)`,
  );
  return new Map(rows.map((row) => [row.field, row]));
}
