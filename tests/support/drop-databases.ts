import type pg from "pg";

/** Drops each database whose name the caller calls its own, with whoever is still connected to it. */
export async function dropDatabases(admin: pg.Client, isOwn: (name: string) => boolean): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>("SELECT datname FROM pg_database");
  for (const { datname } of rows.filter((row) => isOwn(row.datname))) {
    await admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(datname)} WITH (FORCE)`);
  }
}

/** Whether a process of this number runs. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
