import { describe, expect, test } from "vitest";
import { hastyLooks } from "./gates/journeys";
import {
  anyTypes,
  casts,
  longFiles,
  longMedian,
  misplacedServerDirectives,
  needlessClasses,
  needlessDefaults,
  undocumentedExports,
} from "./gates/shape";

type Case = [path: string, text: string];

function check(gate: typeof longFiles, faulty: Case[], sound: Case[]) {
  test.each(faulty)("refuses %s with %j", (path, text) => expect(gate([{ path, text }])).toHaveLength(1));
  test.each(sound)("lets %s have %j", (path, text) => expect(gate([{ path, text }])).toEqual([]));
}

describe("length", () => {
  const lines = (count: number) => "const it = 1;\n".repeat(count);

  test("250 lines are the most", () => {
    expect(longFiles([{ path: "lib/core/day.ts", text: lines(250) }])).toEqual([]);
    expect(longFiles([{ path: "lib/core/day.ts", text: lines(251) }])).toHaveLength(1);
    expect(longFiles([{ path: "components/ui/base.css", text: lines(251) }])).toHaveLength(1);
    expect(longFiles([{ path: "prisma/migrations/20261124000100_init/migration.sql", text: lines(900) }])).toEqual([]);
  });

  test("half of the files are under 60", () => {
    const files = (...counts: number[]) =>
      counts.map((count) => ({ path: `lib/core/a${count}.ts`, text: lines(count) }));
    expect(longMedian(files(10, 59, 200))).toEqual([]);
    expect(longMedian(files(10, 60, 61))).toHaveLength(1);
  });
});

describe("default exports", () => {
  check(
    needlessDefaults,
    [
      ["components/ui/button.tsx", "export default function Button() {}"],
      ["lib/core/day.ts", "export default 1;"],
      ["app/(work)/members/list.tsx", "export default function List() {}"],
      ["scripts/testing/stage.ts", "export default 1;"],
    ],
    [
      ["app/(work)/members/page.tsx", "export default function Page() {}"],
      ["app/error.tsx", "export default function Failed() {}"],
      ["vitest.config.ts", "export default {};"],
      ["scripts/testing/browser-reporter.ts", "export default class Reporter {}"],
    ],
  );
});

describe("classes, casts and any", () => {
  check(
    needlessClasses,
    [
      ["lib/core/day.ts", "export class Day {}"],
      ["lib/core/day.ts", "export const it = class extends Map {};"],
    ],
    [
      ["lib/core/errors.ts", "export class DomainError extends Error {}"],
      ["scripts/database/schema-engine.ts", "class OneConnection extends Adapter {}"],
    ],
  );
  check(
    casts,
    [
      ["lib/core/day.ts", "export const it = text as Day;"],
      ["lib/core/day.ts", "export const it = text as unknown;"],
      ["lib/core/day.ts", "export const it = text!;"],
    ],
    [
      ["lib/core/day.ts", 'type Day = string & { readonly __brand: "Day" };\nexport const it = text as Day;'],
      ["lib/core/day.ts", "export const it = [1] as const;"],
      ["lib/core/db/clients.ts", "export const it = globalThis as typeof globalThis & { clients?: object };"],
      ["lib/core/day.ts", "export const it = { a: 1 } satisfies object;"],
      ["tests/unit/core/day.test.ts", "const it = text as Day;"],
    ],
  );
  check(
    anyTypes,
    [["tests/unit/core/day.test.ts", "const it: any = 1;"]],
    [["lib/core/day.ts", 'export const any = "any"; // any']],
  );
});

describe("journeys", () => {
  const spec = "tests/e2e/members.spec.ts";
  const click = 'await page.getByRole("link", { name }).click();';
  const inTest = (...statements: string[]) => `test("it", async () => { ${[click, ...statements].join(" ")} });`;
  check(
    hastyLooks,
    [
      [spec, inTest("await expectGoodScreen(page);")],
      [spec, inTest("const form = mainForm(page);", "await expectReadableScreen(page);")],
      [spec, inTest("const path = new URL(page.url()).pathname;")],
      [spec, inTest("await other.goto(page.url());")],
    ],
    [
      [spec, inTest("await page.waitForURL(path);", "await expectGoodScreen(page);")],
      [spec, inTest("const form = mainForm(page);", "await fillIn(form, entries);")],
      [spec, "await follow(link); await expectGoodScreen(page);"],
      ["tests/e2e/support/crawl.ts", inTest("await expectGoodScreen(page);")],
    ],
  );
});

describe("server actions", () => {
  check(
    misplacedServerDirectives,
    [
      ["lib/features/members/actions.ts", "export async function transfer() {}"],
      ["lib/features/members/commands.ts", '"use server";\nexport async function transferMember() {}'],
      ["app/(work)/members/page.tsx", 'export function Page() { async function save() { "use server"; } }'],
    ],
    [
      ["lib/features/members/actions.ts", '"use server";\nexport async function transfer() {}'],
      ["lib/features/members/commands.ts", 'export const it = "use server";'],
    ],
  );
});

describe("promises", () => {
  const rules = "lib/features/members/rules.ts";
  check(
    undocumentedExports,
    [
      [rules, "export function transferObstacle() {}"],
      [rules, "// Not a promise.\nexport const it = 1;"],
      [rules, "/** A promise, */\nconst between = 1;\nexport type It = 1;"],
      ["lib/core/day.ts", "export interface It {}"],
      ["lib/features/members/commands/transfer-member.ts", "export async function transferMember() {}"],
    ],
    [
      [rules, "/** Why not. */\nexport function transferObstacle() {}"],
      [
        rules,
        "/** Once. */\nexport function it(a: 1): 1;\nexport function it(a: 2): 2;\nexport function it(a: number) { return a; }",
      ],
      ["lib/features/members/schema.ts", "export const it = 1;"],
      ["components/ui/button.tsx", "export function Button() {}"],
    ],
  );
});
