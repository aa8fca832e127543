import type { Client } from "pg";
import type { ChainHead } from "@/lib/features/restores/commands/note-restore";
import type { Manifest } from "./manifest";

export type Facts = Pick<Manifest, "postgres" | "migrations" | "registers">;

/** What a database says about itself: needed to know later whether a backup fits. */
export async function readFacts(client: Client): Promise<Facts> {
  const version = await client.query<{ major: string }>(
    "SELECT (current_setting('server_version_num')::int / 10000)::text AS major",
  );
  const migrations = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM public._prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const registers = await client.query<{ id: string }>('SELECT id::text AS id FROM public."Committee" ORDER BY id');
  return {
    postgres: version.rows[0]?.major ?? "",
    migrations: migrations.rows.map(({ name }) => name),
    registers: registers.rows.map(({ id }) => id),
  };
}

/** The head of every register's audit chain. */
export async function readHeads(client: Client): Promise<Map<string, ChainHead>> {
  const { rows } = await client.query<{ id: string; seq: string; hash: Buffer }>(
    'SELECT "committeeId"::text AS id, seq, hash FROM public."AuditHead"',
  );
  return new Map(rows.map(({ id, seq, hash }) => [id, { seq: BigInt(seq), hash: new Uint8Array(hash) }]));
}
