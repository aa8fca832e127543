import { describe, expect, test } from "vitest";
import { badAuditTypes, badColumnNames, badFileNames, badFunctionNames, unknownReasons } from "./gates/names";
import { forbiddenCalls, idleComments, unexplainedDependencies, vietnameseLiterals } from "./gates/wording";

type Case = [path: string, text: string];

function check(gate: typeof badFileNames, faulty: Case[], sound: Case[]) {
  test.each(faulty)("refuses %s with %j", (path, text) => expect(gate([{ path, text }])).toHaveLength(1));
  test.each(sound)("lets %s have %j", (path, text) => expect(gate([{ path, text }])).toEqual([]));
}

describe("file names", () => {
  check(
    badFileNames,
    [
      ["lib/core/Day.ts", ""],
      ["lib/core/partialDay.ts", ""],
      ["lib/core/text/index.ts", ""],
      ["components/ui/index.tsx", ""],
      ["lib/core/utils.ts", ""],
      ["lib/core/date-utils.ts", ""],
      ["lib/common/day.ts", ""],
      ["lib/core/member-service.ts", ""],
      ["scripts/helpers.mjs", ""],
      ["app/Members/page.tsx", ""],
    ],
    [
      ["app/(work)/members/[id]/page.tsx", ""],
      ["app/api/auth/[...nextauth]/route.ts", ""],
      ["prisma/migrations/20261124000100_init/migration.sql", ""],
      ["lib/core/i18n/messages/vi/common.json", ""],
      ["tests/unit/core/sort-key.test.ts", ""],
      ["README.md", ""],
      [".oxlintrc.json", ""],
    ],
  );
});

describe("names of functions", () => {
  check(
    badFunctionNames,
    [
      ["lib/features/members/queries.ts", "export function loadMembers() {}"],
      ["lib/features/members/queries/all.ts", "export const members = async () => [];"],
      ["lib/features/members/policy.ts", "export function mayEdit() {}"],
      ["lib/features/members/commands.ts", "export async function handleTransfer() {}"],
      ["lib/features/members/commands.ts", "export async function updateStatus() {}"],
      ["lib/features/members/commands.ts", "export async function toggleExemption() {}"],
      ["lib/features/members/rules.ts", "export function validateDates() {}"],
    ],
    [
      ["lib/features/members/queries.ts", "export function listMembers() {} function load() {} export type Row = 1;"],
      [
        "lib/features/members/policy.ts",
        "export function canTransferMember() {} export const visibleMembers = () => 1;",
      ],
      ["lib/features/members/commands.ts", "export async function transferMember() {}"],
      ["lib/features/members/rules.ts", "export function transferObstacle() {}"],
    ],
  );
});

describe("names of audit events and columns", () => {
  const commands = "lib/features/members/commands.ts";
  check(
    badAuditTypes,
    [
      [commands, 'await audit({ type: "member.transfer", subjectId });'],
      [commands, 'await audit({\n  type: "transferred",\n});'],
      [commands, 'await audit({ type: "member_transferred" });'],
    ],
    [
      [commands, 'await audit({ type: "member.transferred", subjectId });'],
      [commands, 'await audit({ type: "branchOffice.begun" });'],
    ],
  );
  check(
    badColumnNames,
    [
      ["prisma/schema/members.prisma", "  birth DateTime @db.Date\n"],
      ["prisma/schema/members.prisma", "  confirmedOn DateTime? @db.Timestamptz(3)\n"],
    ],
    [["prisma/schema/members.prisma", "  startsOn DateTime @db.Date\n  at DateTime @db.Timestamptz(3)\n"]],
  );
});

describe("messages of refusals", () => {
  const file = { path: "lib/features/members/rules.ts", text: 'const it = { reason: "members.errors.sameBranch" };' };

  test("are in the catalogues", () => {
    expect(unknownReasons([file], new Set(["members.errors.sameBranch"]))).toEqual([]);
    expect(unknownReasons([file], new Set(["members.errors.other"]))).toHaveLength(1);
  });
});

describe("words in Vietnamese", () => {
  check(
    vietnameseLiterals,
    [
      ["app/(work)/members/page.tsx", "export const it = <p>Đảng viên</p>;"],
      ["app/(work)/members/page.tsx", 'export const it = <p title="Chi bộ">x</p>;'],
      ["lib/core/text/fold.ts", "export const it = `ngày ${1}`;"],
      ["lib/core/text/fold.ts", "export const it = /đ/u;"],
      ["lib/core/text/fold.ts", 'export const it = "Chi bo\u0323\u0302";'],
      ["lib/features/rule-sets/catalogue.ts", 'export const it = "Hướng dẫn 21";'],
    ],
    [
      ["lib/core/text/fold.ts", "// QĐ 366-QĐ/TW says so\nexport const it = 1;"],
      ["lib/core/text/fold.ts", 'export const it = "\\u0111 × – …";'],
      ["lib/features/rule-sets/catalogue.ts", 'export const it = "QĐ 132-QĐ/TW; HD 21-HD/BTCTW";'],
      ["prisma/seed/names.ts", 'export const it = "Sồng A Páo";'],
      ["tests/unit/core/text.test.ts", 'export const it = "Sồng A Páo";'],
    ],
  );
});

describe("calls and comments", () => {
  const path = "lib/core/db/clients.ts";
  check(
    forbiddenCalls,
    [
      [path, "export const it = (tx) => tx.$queryRawUnsafe(sql);"],
      ["prisma/seed/members.ts", "export const it = (tx) => tx.$executeRawUnsafe(sql);"],
      ["components/ui/note.tsx", "export const It = () => <p dangerouslySetInnerHTML={{ __html }} />;"],
    ],
    [
      [path, "export const it = (tx) => tx.$queryRaw`SELECT 1`;"],
      [path, "// never $queryRawUnsafe\nexport const it = 1;"],
    ],
  );
  check(
    idleComments,
    [
      [path, "// TODO: later\nexport const it = 1;"],
      [path, "/** FIXME */\nexport const it = 1;"],
      [path, "// const old = 1;\nexport const it = 1;"],
      [path, "/*\nif (old) {\n  run();\n}\n*/\nexport const it = 1;"],
      [path, "export const It = () => <p>{/* <Old /> */}</p>;".replace("It", "it")],
      [path, "// ------------------ queries\nexport const it = 1;"],
    ].map(([at, text]) => [
      at?.replace("clients.ts", text?.includes("<p>") ? "it.tsx" : "clients.ts") ?? "",
      text ?? "",
    ]),
    [
      [path, "// Two phones may save at once; the version decides.\nexport const it = 1;"],
      [path, 'export const it = "// const old = 1;";'],
      [path, "export const it = /\\/\\/ TODO/u;"],
      [path, "/**\n * Returns the rows, oldest first;\n * nothing else.\n */\nexport const it = 1;"],
    ],
  );
});

describe("direct dependencies", () => {
  const packageJson = '{ "dependencies": { "zod": "4" }, "devDependencies": { "@types/pg": "8" } }';

  test("are explained by name or pattern, not by chance", () => {
    expect(unexplainedDependencies(packageJson, "- `zod` reads input. `@types/*`: types.")).toEqual([]);
    expect(unexplainedDependencies(packageJson, "zod and `@types/node`")).toHaveLength(2);
    expect(unexplainedDependencies(packageJson, "`*`")).toHaveLength(2);
  });
});
