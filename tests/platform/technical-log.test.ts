import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it, vi } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "so-dang-bo-log-"));
const logs = join(folder, "log");
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

let printed: string[] = [];
beforeEach(() => {
  printed = [];
  rmSync(logs, { recursive: true, force: true });
  vi.stubEnv("DATA_DIR", folder);
  vi.resetModules();
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
});

const openLog = () => import("@/lib/core/log");
const written = () =>
  readdirSync(logs).flatMap((name) => readFileSync(join(logs, name), "utf8").split("\n").filter(Boolean));

it("writes one line of JSON for one event, on the console and in the month's file", async () => {
  const { report } = await openLog();
  report({ event: "signIn.refused", account: null, address: "10.0.0.1" });
  expect(written()).toHaveLength(1);
  expect(printed).toEqual([`${written()[0]}\n`]);
  expect(JSON.parse(written()[0] ?? "")).toMatchObject({ level: "warn", event: "signIn.refused", address: "10.0.0.1" });
});

it("cannot be made to write a line of somebody's choice", async () => {
  const { report } = await openLog();
  const forged = '/x\r\n{"level":"info","event":"signIn.opened"}\u001b[2J","event":"process.stopped"';
  report({ event: "access.refused", account: null, code: "ABCD3467", reason: "NOT_FOUND", path: forged });
  expect(written()).toHaveLength(1);
  expect(written()[0]).not.toMatch(/\p{Cc}/u);
  expect(JSON.parse(written()[0] ?? "")).toMatchObject({ event: "access.refused", path: forged });
});

it("tells the kind, the codes and the place of an error, and none of its words", async () => {
  const { errorFacts, report } = await openLog();
  const cause = Object.assign(new Error("Key (fullName)=(Ngần Văn Thiệp) exists"), { originalCode: "23505" });
  const error = new TypeError("001099012345 is no number for Lò Văn Thử", { cause });
  report({ event: "error", reference: "123", path: "/members", ...errorFacts(error) });
  expect(written()[0]).not.toMatch(/Thiệp|Thử|001099012345|fullName/);
  const line = JSON.parse(written()[0] ?? "") as { frames: string[] };
  expect(line).toMatchObject({ level: "error", reference: "123", name: "TypeError", codes: ["23505"] });
  expect(line.frames[0]).toContain("technical-log.test.ts");
});

it("keeps twelve months, and goes on where the file cannot be written", async () => {
  const { report } = await openLog();
  mkdirSync(logs, { recursive: true });
  const old = new Date();
  old.setUTCMonth(old.getUTCMonth() - 14);
  writeFileSync(join(logs, `technical-${old.toISOString().slice(0, 7)}.jsonl`), "{}\n");
  writeFileSync(join(logs, "something-else.txt"), "kept\n");
  report({ event: "process.started" });
  expect(readdirSync(logs).filter((name) => name.startsWith("technical-"))).toHaveLength(1);
  expect(readdirSync(logs)).toContain("something-else.txt");

  rmSync(logs, { recursive: true, force: true });
  writeFileSync(logs, "no folder");
  report({ event: "process.stopped" });
  expect(printed).toHaveLength(2);
  rmSync(logs);
});
