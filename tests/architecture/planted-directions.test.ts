import { describe, expect, test } from "vitest";
import {
  featuresOutOfOrder,
  floorsOutOfDirection,
  impureRooms,
  otherWaysToDatabase,
  reExports,
  roomsOutOfDirection,
  unknownRooms,
} from "./gates/directions";

const members = "lib/features/members";
const value = (from: string) => `import { it } from "${from}";`;
const type = (from: string) => `import type { It } from "${from}";`;

type Case = [path: string, text: string];

function check(gate: typeof unknownRooms, faulty: Case[], sound: Case[]) {
  test.each(faulty)("refuses %s with %s", (path, text) => expect(gate([{ path, text }])).toHaveLength(1));
  test.each(sound)("lets %s have %s", (path, text) => expect(gate([{ path, text }])).toEqual([]));
}

describe("a feature has its place and its rooms", () => {
  check(
    unknownRooms,
    [
      ["lib/features/people/rules.ts", ""],
      [`${members}/utils.ts`, ""],
      [`${members}/service/transfer.ts`, ""],
      [`${members}/types.ts`, ""],
    ],
    [
      [`${members}/rules.ts`, ""],
      [`${members}/commands/transfer-member.ts`, ""],
      ["lib/core/day.ts", ""],
    ],
  );
});

describe("features import to their left only", () => {
  check(
    featuresOutOfOrder,
    [
      ["lib/features/organization/rules.ts", type("@/lib/features/members/rules")],
      ["lib/features/members/queries.ts", value("@/lib/features/ratings/queries")],
      ["lib/features/members/queries.ts", 'const it = await import("@/lib/features/ratings/queries");'],
      ["lib/features/members/queries.ts", value("../ratings/queries")],
    ],
    [
      ["lib/features/ratings/queries.ts", value("@/lib/features/members/queries")],
      ["lib/features/members/queries.ts", value("@/lib/features/members/rules")],
    ],
  );
});

describe("rooms use what the table of rooms names", () => {
  check(
    roomsOutOfDirection,
    [
      [`${members}/schema.ts`, value("@/lib/features/members/rules")],
      [`${members}/policy.ts`, value("@/lib/features/members/rules")],
      [`${members}/rules.ts`, value("@/lib/features/members/queries")],
      [`${members}/queries.ts`, value("@/lib/features/members/commands")],
      [`${members}/queries/list-members.ts`, value("../commands/transfer-member")],
      [`${members}/actions.ts`, value("@/lib/features/members/queries")],
      [`${members}/actions.ts`, value("@/lib/features/members/policy")],
      [`${members}/commands.ts`, value("@/lib/features/members/actions")],
    ],
    [
      [`${members}/rules.ts`, type("@/lib/features/members/queries")],
      [`${members}/rules.ts`, 'import { type It } from "@/lib/features/members/queries";'],
      [`${members}/commands.ts`, value("@/lib/features/organization/commands/open-branch")],
      [`${members}/actions.ts`, value("@/lib/features/members/commands")],
    ],
  );
});

describe("pure rooms stay pure", () => {
  check(
    impureRooms,
    [
      [`${members}/rules.ts`, value("node:crypto")],
      [`${members}/rules.ts`, value("zod")],
      [`${members}/rules.ts`, value("@/lib/core/clock")],
      [`${members}/rules.ts`, value("@/lib/core/errors")],
      [`${members}/policy.ts`, value("@/lib/core/db/context")],
      [`${members}/schema.ts`, value("next/headers")],
      [`${members}/schema.ts`, 'import "server-only";'],
    ],
    [
      [`${members}/schema.ts`, value("zod")],
      [`${members}/schema.ts`, value("@/lib/core/db/generated/enums")],
      [`${members}/rules.ts`, value("@/lib/core/day/interval")],
      [`${members}/policy.ts`, type("@/lib/core/actor")],
      [`${members}/commands.ts`, value("node:crypto")],
    ],
  );
});

describe("the floors of the house", () => {
  check(
    floorsOutOfDirection,
    [
      ["lib/core/query.ts", type("@/lib/features/members/rules")],
      ["lib/core/query.ts", value("@/components/ui/button")],
      [`${members}/queries.ts`, value("@/components/members/row")],
      ["app/(work)/members/page.tsx", value("@/lib/features/members/commands")],
      ["app/(work)/members/page.tsx", value("@/lib/features/members/commands/transfer-member")],
      ["app/api/exports/route.ts", value("@/lib/features/members/policy")],
      ["app/(work)/members/page.tsx", value("@/lib/core/command")],
      ["components/members/list.tsx", value("@/lib/features/members/queries")],
      ["components/members/list.tsx", value("@/lib/features/members/commands/transfer-member")],
      ["components/members/list.tsx", value("@/lib/core/query")],
      ["components/members/list.tsx", value("@/app/layout")],
      ["components/ui/button.tsx", value("@/components/shared/app-shell")],
      ["components/shared/app-shell.tsx", type("@/lib/features/members/queries")],
      ["components/shared/app-shell.tsx", value("@/components/members/list")],
    ],
    [
      ["app/(work)/members/page.tsx", value("@/lib/features/members/queries")],
      ["app/(work)/members/page.tsx", value("@/components/members/list")],
      ["components/members/list.tsx", type("@/lib/features/members/queries")],
      ["components/members/form.tsx", value("@/lib/features/members/actions")],
      ["components/members/form.tsx", value("@/lib/core/i18n/use-format")],
    ],
  );
});

describe("one way to the database", () => {
  check(
    otherWaysToDatabase,
    [
      [`${members}/queries.ts`, value("@prisma/client")],
      [`${members}/queries.ts`, value("@/lib/core/db/generated/client")],
      [`${members}/queries.ts`, value("../../core/db/generated/client")],
      ["lib/core/auth/sign-in.ts", value("pg")],
      ["app/api/health/route.ts", value("@prisma/adapter-pg")],
      ["prisma/seed/members.ts", value("@/lib/core/db/generated/client")],
    ],
    [
      ["lib/core/db/clients.ts", value("./generated/client")],
      [`${members}/policy.ts`, type("@/lib/core/db/generated/client")],
      ["scripts/database/connect.ts", value("pg")],
    ],
  );
});

describe("nothing is handed on", () => {
  check(
    reExports,
    [
      ["lib/core/text/all.ts", 'export * from "@/lib/core/text/fold";'],
      ["lib/core/text/all.ts", 'export type { Day } from "@/lib/core/day";'],
    ],
    [["lib/core/text/fold.ts", "export const one = 1;"]],
  );
});
