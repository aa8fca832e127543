import { expect, it } from "vitest";
import { actorOf } from "@/lib/core/auth/require-actor";
import { newToken } from "@/lib/core/auth/session-token";
import { issueSetupCodes } from "@/lib/features/accounts/commands/issue-setup-codes";
import { setUpAccount } from "@/lib/features/accounts/commands/redeem-code";
import { findFrontName, findOpenSetUp } from "@/lib/features/accounts/queries/front-door";
import { acceptRestore } from "@/lib/features/restores/commands/accept-restore";
import { ownerRows } from "../../support/register";
import { plantRestore, storedRestore } from "../../support/restores";
import { testDatabaseUrls } from "../../support/test-database";
import { PASSWORD, refusalOf } from "./people";

const owner = () => testDatabaseUrls().owner;
const door = (address = "10.1.1.1") => ({ address, userAgent: "", deviceToken: newToken() });
const words = (code: string, username: string) => ({
  code,
  username,
  displayName: "Quàng Văn Đầu",
  password: PASSWORD,
  repeatedPassword: PASSWORD,
});

it("sets up an empty installation with two codes, one for the administrator and one for the leader", async () => {
  expect(await findOpenSetUp()).toBe(false);
  expect(await findFrontName()).toEqual({ name: null, isSample: false });
  const first = await issueSetupCodes(owner());
  expect(first.map(({ role }) => role)).toEqual(["ADMIN", "LEADER"]);
  expect(await findOpenSetUp()).toBe(true);

  const [admin, leader] = await issueSetupCodes(owner());
  const refused = "RULE accounts.errors.codeRefused";
  expect(await refusalOf(setUpAccount(words(first[0]?.code ?? "", "quantri"), door()))).toBe(refused);
  const session = await setUpAccount(words(admin?.code ?? "", "quantri"), door());
  expect(await actorOf(session.token)).toMatchObject({ username: "quantri", roles: ["ADMIN"] });
  expect(await refusalOf(setUpAccount(words(admin?.code ?? "", "quantri-2"), door()))).toBe(refused);

  expect(await refusalOf(setUpAccount(words(leader?.code ?? "", "quantri"), door()))).toBe(
    "CONFLICT refusals.constraints.Account_username_key",
  );
  await ownerRows(`UPDATE "OneTimeCode" SET "expiresAt" = now() WHERE "usedAt" IS NULL`);
  expect(await findOpenSetUp()).toBe(false);
  expect(await refusalOf(setUpAccount(words(leader?.code ?? "", "bithu"), door()))).toBe(refused);

  const [again, ...none] = await issueSetupCodes(owner());
  expect(again?.role).toBe("LEADER");
  expect(none).toEqual([]);
  const second = await setUpAccount(words(again?.code ?? "", "lanhdao"), door("10.1.1.2"));
  expect((await actorOf(second.token))?.roles).toEqual(["LEADER"]);

  expect(await issueSetupCodes(owner())).toEqual([]);
  expect(await findOpenSetUp()).toBe(false);
  const events = await ownerRows<{ type: string }>(`SELECT type FROM "AuditEvent" ORDER BY seq`);
  expect(events.map(({ type }) => type)).toEqual([
    "setUp.begun",
    "setUp.begun",
    "accountPassword.set",
    "setUp.begun",
    "accountPassword.set",
  ]);
  expect(await ownerRows(`SELECT 1 FROM "Committee"`)).toHaveLength(1);
});

it("gives a code for one more leader where a restored state has none who could accept it, and only there", async () => {
  const [register] = await ownerRows<{ id: string }>(`SELECT id FROM "Committee" ORDER BY id LIMIT 1`);
  const committeeId = register?.id ?? "";
  const restore = await plantRestore(committeeId);
  expect(await issueSetupCodes(owner())).toEqual([]);
  await ownerRows(`UPDATE "Account" SET "passwordHash" = NULL WHERE username = 'lanhdao'`);
  const [code, ...none] = await issueSetupCodes(owner());
  expect([code?.role, none]).toEqual(["LEADER", []]);
  const session = await setUpAccount(words(code?.code ?? "", "lanhdao-2"), door("10.1.1.3"));
  const leader = await actorOf(session.token);
  expect(leader?.pendingRestore).toMatchObject({ id: restore });
  if (leader) await acceptRestore(leader, { id: restore, version: 1, seen: true });
  expect(await storedRestore(restore)).toMatchObject({ acceptedById: leader?.accountId });
  expect(await issueSetupCodes(owner())).toEqual([]);
});

it("gives one code set to two starts at the same time", async () => {
  await ownerRows(`UPDATE "Account" SET "mustChangePassword" = true, "passwordHash" = NULL, username = 'set-up.leader'
    WHERE username = 'lanhdao'`);
  const both = await Promise.all([issueSetupCodes(owner()), issueSetupCodes(owner())]);
  expect(both.flat()).toHaveLength(2);
  const open = await ownerRows(`SELECT 1 FROM "OneTimeCode" WHERE "usedAt" IS NULL`);
  expect(open).toHaveLength(1);
});
