import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "@/scripts/free-port";
import { createFront } from "@/scripts/front/front";
import type { Readiness } from "@/scripts/front/readiness";
import { readFrontSettings } from "@/scripts/front/settings";

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

let port = 0;
let origin = "";
let front: ReturnType<typeof createFront>;
let readiness: Readiness = {
  ready: false,
  database: "ok",
  migrations: "differ",
  disk: "ok",
  lastBackupAt: null,
};
let seen: { headers: Record<string, unknown>; raw: string[] } | null = null;

beforeAll(async () => {
  port = await findFreePort(3630);
  origin = `http://localhost:${port}`;
  const settings = readFrontSettings({ PORT: String(port) });
  if (typeof settings === "string") throw new Error(settings);
  front = createFront(settings, {
    handle: async (incoming, response) => {
      seen = { headers: { ...incoming.headers }, raw: incoming.rawHeaders };
      response.setHeader("Cache-Control", "public, s-maxage=60");
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.writeHead(200, { "content-security-policy": "none", "x-own": "kept" });
      response.end("app");
    },
    upgrade: null,
    readiness: async () => readiness,
  });
  front.server.listen(port, "127.0.0.1");
  await once(front.server, "listening");
});

afterAll(() => front.drain(1000));

function ask({ method = "GET", path = "/", headers = {}, body = "" }: Asked): Promise<Answer> {
  seen = null;
  return new Promise((resolve, reject) => {
    const sent = { host: `localhost:${port}`, "content-length": String(Buffer.byteLength(body)), ...headers };
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers: sent }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => {
        text += String(chunk);
      });
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function raw(text: string): Promise<string> {
  return exchange((socket) => socket.write(text));
}

/** Sends bytes and ends the connection. */
function fling(text: string): Promise<string> {
  return exchange((socket) => socket.end(Buffer.from(text, "latin1")));
}

function exchange(send: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, "127.0.0.1", () => send(socket));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += String(chunk);
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" ? resolve(answer) : reject(error),
    );
  });
}

describe("the front lets through only what is meant for this program", () => {
  it.each<[string, Asked, number]>([
    ["a page", {}, 200],
    ["another host", { headers: { host: "evil.example" } }, 421],
    ["the loopback address instead of the name", { headers: { host: `127.0.0.1:${port}` } }, 421],
    ["a write without origin", { method: "POST" }, 403],
    ["a write from another origin", { method: "POST", headers: { origin: "https://evil.example" } }, 403],
    ["a write with origin null", { method: "POST", headers: { origin: "null" } }, 403],
    [
      "a write from another site of the same machine",
      { method: "POST", headers: { "sec-fetch-site": "same-site" } },
      403,
    ],
    ["a write the browser calls same-origin", { method: "POST", headers: { "sec-fetch-site": "same-origin" } }, 200],
    ["TRACE", { method: "TRACE" }, 405],
    ["OPTIONS", { method: "OPTIONS" }, 405],
    ["PROPFIND", { method: "PROPFIND" }, 405],
    ["a target of two slashes", { path: "//evil.example/x" }, 400],
    ["an absolute target", { path: "http://evil.example/" }, 400],
    ["a backslash", { path: "/\\evil.example" }, 400],
    ["a null character", { path: "/members?q=%00" }, 400],
    ["the process's health", { path: "/healthz" }, 200],
    ["a database that does not fit this program", { path: "/readyz" }, 503],
  ])("%s", async (_what, asked, status) => {
    expect((await ask(asked)).status).toBe(status);
  });

  it("lets our own pages write", async () => {
    expect((await ask({ method: "POST", headers: { origin }, body: "a=b" })).status).toBe(200);
  });

  it("refuses bodies over one megabyte and bodies of unknown length", async () => {
    const big = { method: "POST", headers: { origin, "content-length": "1048577" } };
    expect((await ask(big)).status).toBe(413);
    const head = `POST / HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${origin}\r\nConnection: close\r\n`;
    expect(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1.1 411/);
    expect(await raw(`${head}Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 400/,
    );
  });

  it("refuses upgrades, tunnels and methods it has never heard of", async () => {
    const host = `Host: localhost:${port}\r\n`;
    expect(await raw(`GET / HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 400/,
    );
    expect(await raw(`CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`)).toMatch(/^HTTP\/1.1 405/);
    expect(await raw(`FOO / HTTP/1.1\r\n${host}\r\n`)).toMatch(/^HTTP\/1.1 405/);
    expect(await raw(`GET / HTTP/1.1\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(`GET / HTTP/1.1\r\n${host}Host: evil.example\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 400/,
    );
    expect(await raw("\u0000\u0001 nonsense\r\n\r\n")).toMatch(/^HTTP\/1.1 40/);
    expect((await ask({})).status).toBe(200);
  });
});

describe("the front says why nothing can be shown", () => {
  const page = { path: "/members", headers: { accept: "text/html" } };

  it("while the database cannot be reached, and lets forms through to say it themselves", async () => {
    expect((await ask(page)).body).toBe("app");
    readiness = { ...readiness, database: "unreachable" };
    const answer = await ask(page);
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "20"]);
    expect(answer.body).toContain("Chưa kết nối được cơ sở dữ liệu");
    expect(answer.headers["content-security-policy"]).toContain(/<style nonce="([^"]+)"/.exec(answer.body)?.[1]);
    expect((await ask({ method: "POST", headers: { origin } })).body).toBe("app");
    readiness = { ...readiness, database: "ok" };
    expect((await ask(page)).body).toBe("app");
  });
});

describe("the front stays up", () => {
  it("and says nothing on a connection on which nobody asked for anything", async () => {
    front.server.once("connection", (socket) => {
      front.server.emit("clientError", Object.assign(new Error("late"), { code: "ERR_HTTP_REQUEST_TIMEOUT" }), socket);
    });
    expect(await exchange(() => undefined)).toBe("");
  });

  it("whatever bytes arrive", async () => {
    const starts = [
      "GET / HTTP/1.1\r\n",
      "POST / HTTP/1.1\r\nContent-Length: ",
      `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nX: `,
      "",
    ];
    const sent = Array.from(
      { length: 400 },
      (_, index) => `${starts[index % 4] ?? ""}${randomBytes(index % 97).toString("latin1")}\r\n\r\n`,
    );
    for (const text of sent) await fling(text);
    expect((await ask({})).status).toBe(200);
  });
});

describe("the front decides what the app may believe", () => {
  it("replaces what only the framework or a proxy may say", async () => {
    const forged = {
      "x-forwarded-for": "6.6.6.6",
      "x-forwarded-host": "evil.example",
      "x-middleware-subrequest": "proxy",
      "x-nextjs-rewrite": "/",
      "x-invoke-path": "/",
      "next-resume": "1",
      "x-real-ip": "6.6.6.6",
      "x-sodb-address": "6.6.6.6",
      "x-sodb-path": "/admin",
      "x-nonce": "forged",
      "content-security-policy": "script-src 'nonce-forged'",
    };
    const answer = await ask({ path: "/members?q=1", headers: forged });
    expect(seen?.headers).toMatchObject({
      "x-sodb-address": "127.0.0.1",
      "x-sodb-path": "/members?q=1",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": `localhost:${port}`,
    });
    expect(JSON.stringify(seen)).not.toMatch(/6\.6\.6\.6|evil|forged|subrequest|rewrite|invoke|resume|real-ip|admin/);
    expect(answer.headers["content-security-policy"]).toContain(`'nonce-${String(seen?.headers["x-nonce"])}'`);
  });

  it("gives each answer its own nonce", async () => {
    const policies = await Promise.all([ask({}), ask({})]);
    expect(new Set(policies.map(({ headers }) => headers["content-security-policy"])).size).toBe(2);
  });
});

describe("every answer carries the security headers", () => {
  it.each<[string, Asked]>([
    ["a page", {}],
    ["a refusal", { method: "POST" }],
    ["a wrong host", { headers: { host: "evil.example" } }],
    ["health", { path: "/healthz" }],
  ])("%s", async (_what, asked) => {
    const { headers } = await ask(asked);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["content-security-policy"]).toMatch(/object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/);
    expect(String(headers["content-security-policy"])).not.toMatch(/unsafe/);
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("keeps only hashed files for ever", async () => {
    for (const path of ["/_next/static/chunks/a.js", "/icons/0a1b2c3d.svg"])
      expect((await ask({ path })).headers["cache-control"]).toContain("immutable");
    const page = await ask({ path: "/members" });
    expect(page.headers["cache-control"]).toBe("no-store");
    expect(page.headers["x-own"]).toBe("kept");
  });
});
