import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { slimChunks } from "@/scripts/slim-chunks";

let dist: string;
const chunk = (words: string, map: string) =>
  `module.exports=[1,${JSON.stringify(words.repeat(1000))}];\n//# sourceMappingURL=${map}.js.map`;
const load = createRequire(import.meta.url);
const place = (name: string) => join(dist, "server", "chunks", name);

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), "slim-chunks-"));
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

it("keeps one of the server's chunks that hold the same, to which the others point, and touches nothing small or else", () => {
  const names = ["e.js", "f.js", "g.js", "h.js"];
  const before = names.map((name) => readFileSync(place(name), "utf8"));
  expect(slimChunks(dist)).toBeGreaterThan(10_000);
  expect(names.map((name) => readFileSync(place(name), "utf8"))).toEqual(before);
  const whole: unknown = load(place("a.js"));
  expect(whole).toEqual([1, "giống".repeat(1000)]);
  for (const name of ["b.js", "ssr/c.js"]) {
    expect(readFileSync(place(name), "utf8").length).toBeLessThan(80);
    expect(load(place(name))).toBe(whole);
  }
  expect(slimChunks(dist)).toBe(0);
});

it("writes letters that would make the others of a chunk twice as wide as escapes, where that is shorter", () => {
  const few = `module.exports=["${"abcé".repeat(2000)} … ế 😀", /^[ế😀]$/u.test("😀")];\n`;
  const many = `module.exports=["${"ế".repeat(5000)}"];\n`;
  const written = `module.exports=[String.raw\`${"a".repeat(5000)}ế\`];\n`;
  const files = { "few.js": few, "many.js": many, "written.js": written };
  for (const [name, source] of Object.entries(files)) writeFileSync(place(name), source);
  expect(slimChunks(dist)).toBeGreaterThan(7000);
  expect(readFileSync(place("few.js"), "utf8")).not.toMatch(/[^\0-\xff]/);
  expect(load(place("few.js"))).toEqual([`${"abcé".repeat(2000)} … ế 😀`, true]);
  expect(readFileSync(place("many.js"), "utf8")).toBe(many);
  expect(readFileSync(place("written.js"), "utf8")).toBe(written);
});
