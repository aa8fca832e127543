import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "@/scripts/free-port";
import { createFront } from "@/scripts/front/front";
import { readFrontSettings } from "@/scripts/front/settings";

const SIZE = 30_000_000;

let port = 0;
let front: ReturnType<typeof createFront>;

beforeAll(async () => {
  port = await findFreePort(3650);
  const settings = readFrontSettings({ PORT: String(port) });
  if (typeof settings === "string") throw new Error(settings);
  front = createFront(settings, {
    handle: async (_incoming, response) => void response.end("app"),
    upgrade: null,
    readiness: async () => ({ ready: true, database: "ok", migrations: "ok", disk: "ok", lastBackupAt: null }),
  });
  front.server.listen(port, "127.0.0.1");
  await once(front.server, "listening");
});

afterAll(() => front.drain(1000));

/** Says that a file of thirty megabytes comes, and sends so much of it; the status and the text that are answered meanwhile. */
async function sendFile(
  headers: Record<string, string>,
  sent = SIZE,
): Promise<{ status: number | undefined; body: string }> {
  const own = { host: `localhost:${port}`, origin: `http://localhost:${port}`, "content-length": String(SIZE) };
  const outgoing = request({
    ...{ host: "127.0.0.1", port, method: "POST", path: "/api/uploads/tasks/7" },
    headers: { ...own, ...headers },
  });
  if (sent > 0) outgoing.end("x".repeat(sent));
  else outgoing.flushHeaders();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on("response", resolve);
    outgoing.on("error", reject);
  });
  return { status: answer.statusCode, body: await text(answer) };
}

describe("a file beyond all bounds", () => {
  it("is refused on a page with the way back, while the browser is still sending it", async () => {
    const form = `http://localhost:${port}/tasks/7/evidence?a=1&b="<`;
    const { status, body } = await sendFile({ accept: "text/html", referer: form });
    expect(status).toBe(413);
    expect(body).toContain("Tệp quá lớn");
    expect(body).toContain('href="/tasks/7/evidence?a=1&amp;b=%22%3C"');
  });

  it("leads nowhere else", async () => {
    const { body } = await sendFile({ accept: "text/html", referer: "https://evil.example/x" });
    expect(body).toContain('href="/"');
    expect(body).not.toContain("evil.example");
  });

  it("is refused in a word to who reads no pages", async () => {
    expect(await sendFile({}, 0)).toEqual({ status: 413, body: "The request is too large\n" });
  });
});
