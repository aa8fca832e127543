import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { writeXlsx } from "hucre/xlsx";
import pg from "pg";
import { bareQueries } from "./bare-queries";

/*
 * What the same rows cost with nothing around them: node:http and prepared statements. It checks the session and
 * answers JSON; it knows no rights, no rules, no words, no screen. Only the bench runs it, on loopback.
 */

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 10 });

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://bare");
  const client = await pool.connect();
  try {
    const committee = await committeeOf(client, request.headers.cookie ?? "");
    if (!committee) return void response.writeHead(401).end();
    const key = url.searchParams.get("id") ?? committee;
    if (request.method === "POST") return respond(response, await edit(client, committee, key, await bodyOf(request)));
    return respond(response, await read(client, url.pathname, committee, key));
  } finally {
    client.release();
  }
}

async function committeeOf(client: pg.PoolClient, token: string): Promise<string | null> {
  const { rows } = await client.query<{ committeeId: string }>({
    name: "session",
    text: bareQueries.session,
    values: [createHash("sha256").update(token).digest()],
  });
  return rows[0]?.committeeId ?? null;
}

async function read(client: pg.PoolClient, path: string, committee: string, key: string): Promise<unknown> {
  const run = async (name: Exclude<keyof typeof bareQueries, "session">, values: unknown[]) =>
    (await client.query({ name, text: bareQueries[name], values })).rows;
  switch (path) {
    case "/branch":
      return { branch: await run("branch", [committee, key]), members: await run("branchMembers", [committee, key]) };
    case "/members":
      return run("members", [committee]);
    case "/member":
      return run("member", [committee, key]);
    case "/dashboard":
      return run("dashboard", [committee]);
    case "/members.csv":
      return csv(await run("members", [committee]));
    case "/members.xlsx":
      return xlsx(await run("members", [committee]));
    default:
      return {};
  }
}

async function edit(client: pg.PoolClient, committee: string, member: string, occupation: string): Promise<unknown> {
  await client.query("BEGIN");
  const run = (name: "profile" | "saveProfile" | "appendAudit", values: unknown[]) =>
    client.query<{ occupation: string; version: number }>({ name, text: bareQueries[name], values });
  const before = (await run("profile", [committee, member])).rows[0];
  await run("saveProfile", [committee, member, before?.version, occupation]);
  await run("appendAudit", [committee, member, before?.occupation, occupation]);
  await client.query("COMMIT");
  return { saved: true };
}

function csv(rows: Record<string, unknown>[]): string {
  return rows
    .map((row) =>
      Object.values(row)
        .map((value) => JSON.stringify(value ?? ""))
        .join(","),
    )
    .join("\r\n");
}

async function xlsx(rows: Record<string, unknown>[]): Promise<Uint8Array> {
  const cells = rows.map((row) => Object.values(row).map((value) => (typeof value === "string" ? value : null)));
  return writeXlsx({ sheets: [{ name: "members", rows: cells }] });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

function respond(response: ServerResponse, body: unknown): void {
  if (typeof body === "string" || body instanceof Uint8Array) return void response.end(body);
  response.setHeader("content-type", "application/json").end(JSON.stringify(body));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(Number(process.env.BARE_PORT), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit(0));
