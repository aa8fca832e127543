import "server-only";
import pg from "pg";
import { env } from "@/lib/core/env";

/** Two connections of the sign-in role for the table of failed attempts; losing one is found out by the next attempt. */
export function openThrottlePool(): pg.Pool {
  const pool = new pg.Pool({ connectionString: env().SIGNIN_DATABASE_URL, max: 2, idleTimeoutMillis: 10_000 });
  pool.on("error", () => undefined);
  return pool;
}
