import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ROOT } from "@/scripts/profile";
import { REPORT_FILE, type Report, readReport } from "@/scripts/testing/report";
import { failUnlessZero, runStages, type Stage } from "@/scripts/testing/stage";
import { type Plants, runOver } from "./planted/tree";

/* The gates that are programs of their own, each seen to fail on a planted fault and to let the sound one stand. */

describe("the format", () => {
  const format = (text: string) => runOver({ "lib/planted.ts": text }, "@biomejs/biome", "biome", ["ci", "."]);

  test.each([
    ["quotes", "export const one = 'x';\n"],
    ["indents", "export function one() {\n      return 1;\n}\n"],
    ["imports out of order", 'import { b } from "./b";\nimport { a } from "./a";\n\nexport const one = [a, b];\n'],
  ])("refuses %s", (_what, text) => expect(format(text).code).not.toBe(0));

  test("lets sound text stand", () => expect(format('export const one = "x";\n')).toMatchObject({ code: 0 }));
});

describe("the types", () => {
  const faulty: [what: string, text: string, error: string][] = [
    ["a number where text should be", "export const one: string = 1;\n", "TS2322"],
    ["what may be missing", "export const one = (of: string[]): string => of[0];\n", "TS2322"],
    ["null where it is not allowed", "export const one = (of: string | null): number => of.length;\n", "TS18047"],
    [
      "a switch that falls through",
      "export function one(of: number) {\n  switch (of) {\n    case 1:\n      of += 1;\n    case 2:\n      return of;\n  }\n  return 0;\n}\n",
      "TS7029",
    ],
  ];
  const types = (plants: Plants) => runOver(plants, "typescript", "tsc", ["--noEmit"]);
  const pathOf = (index: number) => `lib/planted-${index}.ts`;

  test("refuse every planted fault, each in its place", () => {
    const said = types(Object.fromEntries(faulty.map(([, text], index) => [pathOf(index), text])));
    expect(said.code).not.toBe(0);
    const missed = faulty.filter(
      ([, , error], index) => !new RegExp(`${pathOf(index)}.*${error}`, "u").test(said.text),
    );
    expect(missed.map(([what]) => what)).toEqual([]);
  });

  test("let sound text stand", () => {
    expect(types({ "lib/sound.ts": 'export const one: string = "x";\n' })).toMatchObject({ code: 0 });
  });
});

describe("a test that writes to console.error", () => {
  const quiet = readFileSync(new URL("../support/no-console-errors.ts", import.meta.url), "utf8");
  const config = `export default { test: { setupFiles: ["quiet.ts"], include: ["*.test.ts"] } };\n`;
  const run = (body: string) => {
    const text = `import { expect, it } from "vitest";\nit("runs", () => {\n  ${body}\n  expect(1).toBe(1);\n});\n`;
    const plants = { "planted.test.ts": text, "quiet.ts": quiet, "vitest.config.mjs": config };
    return runOver(plants, "vitest", "vitest", ["run"]);
  };

  test("fails, though all it expects is true", () => {
    const said = run('console.error("something is wrong");');
    expect(said.code).not.toBe(0);
    expect(said.text).toContain("nothing may be written to console.error");
  });

  test("passes where it is silent", () => expect(run("")).toMatchObject({ code: 0 }));
});

describe("a run of all tests", () => {
  const counted = (counts: Omit<Report, "failures">): Report => ({ ...counts, failures: [] });
  const stage = (counts: Omit<Report, "failures">): Stage => ({ name: "planted", run: async () => counted(counts) });
  const sound = stage({ passed: 3, failed: 0, skipped: 0 });
  const quietly = async (stages: Stage[]) => {
    vi.spyOn(console, "log").mockReturnValue(undefined);
    return runStages(stages);
  };

  test.each([
    ["with a failed test", stage({ passed: 3, failed: 1, skipped: 0 })],
    ["in which a stage ran nothing", stage({ passed: 0, failed: 0, skipped: 0 })],
    ["in which a stage skipped everything", stage({ passed: 0, failed: 0, skipped: 7 })],
  ])("is not green %s", async (_what, faulty) => expect(await quietly([sound, faulty])).toBe(false));

  test("is not green where a stage breaks down", async () => {
    const said = vi.spyOn(console, "error").mockReturnValue(undefined);
    const broken: Stage = { name: "planted", run: () => Promise.reject(new Error("broken")) };
    expect(await quietly([sound, broken])).toBe(false);
    expect(said.mock.calls).toEqual([["broken"]]);
    said.mockClear();
  });

  test("counts a program that fails without a failed test as a failure", () => {
    const passed = counted({ passed: 4, failed: 0, skipped: 0 });
    expect(failUnlessZero(1, passed)).toMatchObject({
      failed: 1,
      failures: [{ name: "the runner", why: "ended with 1" }],
    });
    expect(failUnlessZero(0, passed)).toMatchObject({ failed: 0, failures: [] });
  });

  test("is not green without any stage", async () => expect(await quietly([])).toBe(false));
  test("is green otherwise", async () => expect(await quietly([sound])).toBe(true));

  test("names what failed once more at its end", async () => {
    const said = vi.spyOn(console, "log").mockReturnValue(undefined);
    const failures = [{ name: "one.test.ts > adds", why: "expected 3 to be 4" }];
    await runStages([{ name: "planted", run: async () => ({ passed: 1, failed: 1, skipped: 0, failures }) }, sound]);
    expect(said.mock.calls.flat().slice(-5)).toContain("✗ one.test.ts > adds\n  expected 3 to be 4");
  });

  test("says so in its last line", async () => {
    const said = vi.spyOn(console, "log").mockReturnValue(undefined);
    await runStages([sound, stage({ passed: 1, failed: 0, skipped: 2 })]);
    expect(said.mock.calls.at(-1)).toEqual(["\n4 passed, 0 failed, 2 skipped"]);
  });
});

describe("the report of a run", () => {
  test("counts every test and names what failed, also a file that does not load and an error nobody awaited", () => {
    const folder = mkdtempSync(join(tmpdir(), "planted-report-"));
    const file = join(folder, "report.json");
    const it = 'import { expect, it } from "vitest";\n';
    const plants = {
      "sound.test.ts": `${it}it("passes", () => {\n  void Promise.reject(new Error("nobody awaits it"));\n  expect(1).toBe(1);\n});\nit.skip("waits", () => {});\n`,
      "failing.test.ts": `${it}it("fails", () => expect(1).toBe(2));\n`,
      "broken.test.ts": 'throw new Error("does not load");\n',
      "vitest.config.mjs": 'export default { test: { include: ["*.test.ts"] } };\n',
    };
    const reporter = join(ROOT, "scripts/testing/vitest-reporter.ts");
    vi.stubEnv(REPORT_FILE, file);
    runOver(plants, "vitest", "vitest", ["run", `--reporter=${reporter}`]);
    vi.unstubAllEnvs();
    const { failures, ...counts } = readReport(file);
    rmSync(folder, { recursive: true });
    expect(counts).toEqual({ passed: 1, failed: 1, skipped: 1 });
    expect(failures.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: "beside the tests, in sound.test.ts", why: "nobody awaits it" },
      { name: "broken.test.ts", why: "does not load" },
      { name: "failing.test.ts > fails", why: "expected 1 to be 2 // Object.is equality" },
    ]);
  });
});
