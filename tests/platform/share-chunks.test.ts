import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { shareChunks } from "@/scripts/share-chunks";

let dist: string;
const chunk = (words: string, map: string) =>
  `module.exports=[1,${JSON.stringify(words.repeat(1000))}];\n//# sourceMappingURL=${map}.js.map`;
const place = (name: string) => join(dist, "server", "chunks", name);

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), "share-chunks-"));
  mkdirSync(place("ssr"), { recursive: true });
  const files = {
    "a.js": chunk("giống", "a"),
    "b.js": chunk("giống", "b"),
    "ssr/c.js": chunk("giống", "c"),
    "d.js": chunk("khác.", "d"),
    "e.js": "module.exports=[1,2];\n",
    "f.js": "module.exports=[1,2];\n",
    "g.js": `exports.all=${JSON.stringify("x".repeat(9000))};\n`,
    "h.js": `exports.all=${JSON.stringify("x".repeat(9000))};\n`,
  };
  for (const [name, source] of Object.entries(files)) writeFileSync(place(name), source);
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));

it("keeps one of the server's chunks that hold the same, to which the others point, and touches nothing else", () => {
  const names = ["a.js", "d.js", "e.js", "f.js", "g.js", "h.js"];
  const before = names.map((name) => readFileSync(place(name), "utf8"));
  expect(shareChunks(dist)).toBeGreaterThan(10_000);
  expect(names.map((name) => readFileSync(place(name), "utf8"))).toEqual(before);
  const load = createRequire(place("a.js"));
  const whole: unknown = load(place("a.js"));
  expect(whole).toEqual([1, "giống".repeat(1000)]);
  for (const name of ["b.js", "ssr/c.js"]) {
    expect(readFileSync(place(name), "utf8").length).toBeLessThan(80);
    expect(load(place(name))).toBe(whole);
  }
  expect(shareChunks(dist)).toBe(0);
});
