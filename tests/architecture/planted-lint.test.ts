import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Plants, runOver } from "./planted/tree";
import { readRepositoryFile } from "./source-tree";

/*
 * Every rule that the lint is asked for by name has been seen to find a planted fault, and every import that a part of the
 * house may not have has been planted there. A new rule or a new ban without a fault fails here.
 */

const setting = z.union([z.string(), z.array(z.unknown())]);
const ban = z.object({ group: z.array(z.string()) });
const configuration = z.object({
  rules: z.record(z.string(), setting),
  overrides: z.array(z.object({ files: z.array(z.string()), rules: z.record(z.string(), setting) })),
});
const config = configuration.parse(JSON.parse(readRepositoryFile(".oxlintrc.json") ?? ""));

/** One fault for each rule: where it stands, and what it says. */
const faults: Readonly<Record<string, Plants>> = {
  "typescript/no-explicit-any": { "lib/a1.ts": "export const one = (given: any) => given;" },
  "typescript/no-floating-promises": { "lib/a2.ts": "export function one() {\n  Promise.resolve(1);\n}" },
  "typescript/no-misused-promises": { "lib/a3.ts": "export const one = () => [1].forEach(async () => undefined);" },
  "typescript/await-thenable": { "lib/a4.ts": "export const one = async () => await 1;" },
  "typescript/switch-exhaustiveness-check": {
    "lib/a5.ts":
      'export function one(of: "A" | "B") {\n  switch (of) {\n    case "A":\n      return 1;\n  }\n  return 2;\n}',
  },
  "typescript/no-non-null-assertion": { "lib/a6.ts": "export const one = (of: number[]) => of[0]!;" },
  "typescript/consistent-type-imports": {
    "lib/a7.ts": 'import { One } from "./a7-other";\nexport const one = (of: One) => of;',
    "lib/a7-other.ts": "export type One = number;",
  },
  eqeqeq: { "lib/a8.ts": "export const one = (of: number) => of == 1;" },
  "no-eval": { "lib/a9.ts": 'export const one = eval("1");' },
  "no-implied-eval": { "lib/b1.ts": 'export const one = () => setTimeout("1", 1);' },
  "no-var": { "lib/b2.ts": "export var one = 1;" },
  "no-unused-vars": { "lib/b3.ts": "const one = 1;\nexport const two = 2;" },
  "prefer-const": { "lib/b4.ts": "let one = 1;\nexport const two = one;" },
  "no-console": { "lib/b5.ts": 'export const one = () => console.log("one");' },
  "import/no-default-export": { "lib/b6.ts": "const one = 1;\nexport default one;" },
  "import/no-cycle": {
    "lib/b7.ts": 'import { two } from "./b7-other";\nexport const one = () => two;',
    "lib/b7-other.ts": 'import { one } from "./b7";\nexport const two = () => one;',
  },
  "import/no-self-import": { "lib/b8.ts": 'import { one as itself } from "./b8";\nexport const one = () => itself;' },
  "import/no-duplicates": {
    "lib/b9.ts":
      'import { two } from "./b9-other";\nimport { three } from "./b9-other";\nexport const one = [two, three];',
    "lib/b9-other.ts": "export const two = 2;\nexport const three = 3;",
  },
  "react/no-danger": {
    "components/c1.tsx": 'export const One = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;',
  },
  "react/no-unstable-nested-components": {
    "components/c2.tsx":
      "export function One() {\n  function Inner() {\n    return <p>x</p>;\n  }\n  return <Inner />;\n}",
  },
  "react/jsx-no-target-blank": {
    "components/c3.tsx": 'export const One = () => <a href="https://example.org" target="_blank">x</a>;',
  },
  "no-underscore-dangle": { "lib/c4.ts": "export const one = { _two: 2 };\nexport const three = one._two;" },
  "no-restricted-globals": { "lib/features/members/rules.ts": "export const one = () => Date.now();" },
};

/** What the exceptions of the settings let stand. */
const sound: Plants = {
  "scripts/says.ts": 'console.log("said");',
  "app/(work)/planted/page.tsx": "export default function Page() {\n  return <p>x</p>;\n}",
  "lib/features/members/policy.ts":
    'import type { One } from "@/lib/features/members/queries";\nexport type Two = One;',
};

type Ban = { readonly place: string; readonly path: string; readonly from: string; readonly text: string };

/** The first path that a glob of the settings means. */
function pathFor(glob: string, name: string): string {
  const one = glob.replace(/\{([^,}]+)[^}]*\}/gu, "$1").replace(/\/\*\*$/u, `/${name}.ts`);
  return one.replaceAll("**", "planted").replaceAll("*", name.startsWith("@") ? "planted" : "members");
}

/** Every import that some place may not have, planted there: the pattern's first meaning, in a file of its own. */
const bans: Ban[] = config.overrides.flatMap(({ files, rules }, place) => {
  const [, options] = [rules["no-restricted-imports"] ?? []].flat();
  const patterns = z.object({ patterns: z.array(ban) }).safeParse(options);
  if (!patterns.success) return [];
  const glob = files.find((one) => one.endsWith("/**")) ?? files[0] ?? "";
  return patterns.data.patterns.flatMap(({ group }, index) =>
    group.map((from, position) => {
      const path = pathFor(glob, `planted-${place}-${index}-${position}`);
      const banned = pathFor(from, "planted").replace(/\.ts$/u, "");
      return { place: files[0] ?? "", path, from, text: `import { it } from "${banned}";\nexport const one = it;` };
    }),
  );
});

const report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

let found: { path: string; rule: string }[] = [];

beforeAll(() => {
  const plants = Object.assign(
    {},
    sound,
    ...Object.values(faults),
    ...bans.map(({ path, text }) => ({ [path]: text })),
  );
  const said = runOver(plants, "oxlint", "oxlint", ["--type-aware", "--deny-warnings", "--format", "json"]);
  if (said.code === 0) throw new Error("the lint passed over planted faults");
  const { diagnostics } = report.parse(JSON.parse(said.text.slice(said.text.indexOf("{"))));
  found = diagnostics.map(({ code, filename }) => ({ path: filename, rule: code }));
}, 120_000);

const named = (rule: string) => rule.replace(/^.*\//u, "");

describe("the lint", () => {
  test("has a planted fault for every rule that is asked for", () => {
    const asked = [config.rules, ...config.overrides.map((one) => one.rules)].flatMap((rules) =>
      Object.entries(rules).flatMap(([rule, value]) => ([value].flat()[0] === "error" ? [rule] : [])),
    );
    const planted = [...Object.keys(faults), "no-restricted-imports"];
    expect([...new Set(asked)].filter((rule) => !planted.includes(rule))).toEqual([]);
    expect(bans.length).toBeGreaterThan(20);
  });

  test.each(Object.entries(faults))("finds %s", (rule, plants) => {
    const rules = found.filter(({ path }) => path in plants).map((one) => one.rule);
    expect(rules).toContainEqual(expect.stringContaining(`(${named(rule)})`));
  });

  test.each(bans)("finds $from in $place", ({ path }) => {
    const rules = found.filter((one) => one.path === path).map((one) => one.rule);
    expect(rules).toContainEqual(expect.stringContaining("(no-restricted-imports)"));
  });

  test("lets stand what the exceptions name", () => {
    expect(found.filter(({ path }) => path in sound)).toEqual([]);
  });
});
