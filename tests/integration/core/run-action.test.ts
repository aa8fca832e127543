import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { runAction, runPublicAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { SESSION_COOKIE } from "@/lib/core/auth/session-cookie";
import { diskIsScarce } from "@/lib/core/disk";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { id, several, text } from "@/lib/core/fields";
import { grantRole } from "@/lib/features/accounts/commands/grant-role";
import { changePasswordInput, grantInput } from "@/lib/features/accounts/schema";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { openPerson, PASSWORD, signIn } from "../accounts/people";

const jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-sodb-address": "10.8.0.1", "x-sodb-path": "/accounts" }),
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`went to ${to}`);
  },
}));
vi.mock("@/lib/core/i18n/problem-text", () => ({
  withText: async (problems: { key: string }[]) => problems.map((one) => ({ ...one, text: one.key })),
}));
vi.mock("@/lib/core/disk", () => ({ diskIsScarce: vi.fn<() => Promise<boolean>>(async () => false) }));

let register: TestRegister;
let grantee: string;
beforeAll(async () => {
  register = await openRegister();
  grantee = (await openPerson(register.committeeId, { role: "OFFICE" })).id;
}, 60_000);

let username: string;
beforeEach(async () => {
  ({ username } = await openPerson(register.committeeId, { role: "ADMIN" }));
  await useSession(await signIn(username));
});

async function useSession(session: string): Promise<void> {
  jar.set(SESSION_COOKIE, await encode({ token: { session }, secret: env().AUTH_SECRET, salt: SESSION_COOKIE }));
}

async function expirePassword(): Promise<void> {
  await ownerRows(
    `UPDATE "Session" s SET "passwordGivenAt" = now() - interval '11 minutes'
    FROM "Account" a WHERE a.id = s."accountId" AND a.username = $1`,
    [username],
  );
}

async function send(changes: Record<string, string> = {}): Promise<ActionState | string> {
  const form = new FormData();
  const typed = { formKey: randomUUID(), accountId: grantee, role: "INSPECTOR", startsOn: "01/01/2030", lastDay: "" };
  for (const [name, value] of Object.entries({ ...typed, ...changes })) form.append(name, value);
  try {
    return await runAction(grantInput, form, grantRole, () => ({ redirectTo: "/accounts" }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const grants = async () =>
  (await ownerRows(`SELECT 1 FROM "RoleGrant" WHERE "accountId" = $1 AND role = 'INSPECTOR'`, [grantee])).length;

it("keeps what was typed when the session has ended meanwhile, and writes nothing", async () => {
  await ownerRows(
    `UPDATE "Session" s SET "endedAt" = now() FROM "Account" a
    WHERE a.id = s."accountId" AND a.username = $1`,
    [username],
  );
  expect(await send()).toMatchObject({
    status: "refused",
    values: { startsOn: "01/01/2030", role: "INSPECTOR" },
    reason: { key: "common.form.signedOut" },
  });
  jar.clear();
  expect(await send()).toMatchObject({ status: "refused", reason: { key: "common.form.signedOut" } });
  expect(await grants()).toBe(0);
});

it("writes nothing while the disk is nearly full, and says so", async () => {
  vi.mocked(diskIsScarce).mockResolvedValueOnce(true);
  expect(await send()).toMatchObject({ status: "refused", reason: { key: "refusals.scarceDisk" } });
  expect(await grants()).toBe(0);
});

it("refuses controls that its form does not have, and more than a form may hold", async () => {
  expect(await send({ committeeId: randomUUID() })).toMatchObject({
    status: "invalid",
    formErrors: [{ key: "refusals.unknownField" }],
  });
  expect(await send({ startsOn: "1".repeat(10_001) })).toMatchObject({
    status: "invalid",
    fieldErrors: { startsOn: [{ key: "refusals.tooLong" }] },
  });
  expect(await grants()).toBe(0);
});

it("asks for the password beside the form, takes it back with the form, and never sends it back", async () => {
  await expirePassword();
  expect(await send()).toMatchObject({
    status: "invalid",
    values: { startsOn: "01/01/2030" },
    fieldErrors: { passwordAgain: [{ key: "refusals.secret.again" }] },
  });
  const wrong = await send({ passwordAgain: "Không phải mật khẩu này" });
  expect(wrong).toMatchObject({ fieldErrors: { passwordAgain: [{ key: "refusals.secret.wrong" }] } });
  expect(JSON.stringify(wrong)).not.toContain("Không phải");
  expect(await grants()).toBe(0);
  expect(await send({ passwordAgain: PASSWORD })).toBe("went to /accounts");
  expect(await grants()).toBe(1);
});

it("tells the refusal of a password beside its control, and never sends a password back", async () => {
  const form = new FormData();
  const typed = { currentPassword: "sai rồi đấy nhé", password: PASSWORD, repeatedPassword: PASSWORD };
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  const refuse = () =>
    Promise.reject(new DomainError("RULE", "accounts.errors.currentPassword", {}, "currentPassword"));
  expect(await runPublicAction(changePasswordInput, form, refuse, () => undefined)).toEqual({
    status: "invalid",
    values: {},
    fieldErrors: { currentPassword: [expect.objectContaining({ key: "accounts.errors.currentPassword" })] },
    formErrors: [],
  });
});

it("tells the refusal of a group of which nothing is ticked beside the group, though it sends nothing", async () => {
  const form = new FormData();
  form.append("title", "Hop");
  const asked = z.strictObject({ title: text(50), branches: several(id()) });
  const refuse = () => Promise.reject(new DomainError("RULE", "announcements.errors.chooseBranches", {}, "branches"));
  expect(await runPublicAction(asked, form, refuse, () => undefined)).toMatchObject({
    status: "invalid",
    values: { title: "Hop" },
    fieldErrors: { branches: [expect.objectContaining({ key: "announcements.errors.chooseBranches" })] },
  });
});

it("notes a refusal of access for the administrator", async () => {
  expect(await send({ accountId: randomUUID() })).toMatchObject({ status: "refused" });
  const noted = await ownerRows(
    `SELECT 1 FROM "AccessLog" l JOIN "Account" a ON a.id = l."accountId" WHERE a.username = $1 AND l.type = 'access.refused'`,
    [username],
  );
  expect(noted).toHaveLength(1);
});
