import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { actorOf } from "@/lib/core/auth/require-actor";
import { newToken } from "@/lib/core/auth/session-token";
import { day } from "@/lib/core/day";
import { type Invitation, inviteAccount } from "@/lib/features/accounts/commands/invite-account";
import { redeemCode } from "@/lib/features/accounts/commands/redeem-code";
import { findOpenSetUp } from "@/lib/features/accounts/queries/front-door";
import { getAccount } from "@/lib/features/accounts/queries/get-account";
import { listAccounts } from "@/lib/features/accounts/queries/list-accounts";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { atDoor, PASSWORD, refusalOf, signIn } from "./people";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

const everything = { q: "", role: null, state: null };
let last = 0;
function invitation(changes: Partial<Invitation> = {}): Invitation {
  last += 1;
  return {
    username: `moi-${last}`,
    displayName: "Lường Văn Mới",
    member: null,
    roles: ["OFFICE"],
    startsOn: day("2026-01-01"),
    lastDay: null,
    ...changes,
  };
}

async function accountNamed(username: string): Promise<number> {
  return (await ownerRows(`SELECT 1 FROM "Account" WHERE username = $1`, [username])).length;
}

const door = () => {
  const { address, userAgent } = atDoor("");
  return { address, userAgent, deviceToken: newToken() };
};

describe("inviteAccount", () => {
  it("opens an account with proposed rights and prints a code that opens it once", async () => {
    const { admin } = register.actors;
    const input = invitation({ roles: ["OFFICE", "INSPECTOR"] });
    const { id, issued } = await inviteAccount(admin, input);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "account.invited", actorName: "Quản trị" });
    expect(await getAccount(admin, id)).toMatchObject({
      state: "INVITED",
      grants: [
        { role: "OFFICE", state: "IN_FORCE" },
        { role: "INSPECTOR", state: "PENDING" },
      ],
    });

    const code = issued?.code ?? "";
    const redeem = { username: input.username, code, password: PASSWORD, repeatedPassword: PASSWORD };
    const { token } = await redeemCode(redeem, door());
    expect((await actorOf(token))?.roles).toEqual(["OFFICE"]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "accountPassword.set",
      actorName: "Lường Văn Mới",
    });
    expect(await refusalOf(redeemCode(redeem, door()))).toBe("RULE accounts.errors.codeRefused");
    await expect(signIn(input.username)).resolves.toBeTruthy();
  });

  it("keeps the code nowhere in clear, receipts included", async () => {
    const formKey = randomUUID();
    const input = invitation();
    const { id, issued } = await inviteAccount(register.actors.admin, input, { formKey });
    const again = await inviteAccount(register.actors.admin, input, { formKey });
    expect(again).toEqual({ id, issued: null });
    expect(await accountNamed(input.username)).toBe(1);
    const rows = await ownerRows(`SELECT 1 FROM "CommandReceipt" WHERE "formKey" = $1 AND result::text LIKE $2`, [
      formKey,
      `%${issued?.code}%`,
    ]);
    expect(rows).toEqual([]);
  });

  it("is answered once when it is sent twice at once", async () => {
    const input = invitation();
    const formKey = randomUUID();
    const both = await Promise.all([1, 2].map(() => inviteAccount(register.actors.admin, input, { formKey })));
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(both.filter(({ issued }) => issued !== null)).toHaveLength(1);
  });

  it("finds the member by the exact name and proposes the link", async () => {
    const input = invitation({ roles: [], member: { name: "giàng a  chu", branch: null } });
    const { id } = await inviteAccount(register.actors.admin, input);
    const view = await getAccount(register.actors.leader, id);
    expect(view.link).toMatchObject({ name: "Giàng A Chu", confirmed: false, canConfirm: true });
  });

  it.each([
    ["nothing given", { roles: [] }, "RULE accounts.errors.nothingGiven"],
    ["a name nobody has", { member: { name: "Không Có Ai", branch: null } }, "RULE accounts.errors.noSuchMember"],
    ["a period over", { lastDay: day("2026-01-31") }, "RULE accounts.errors.alreadyOver"],
    ["a wrong period", { lastDay: day("2025-01-31") }, "RULE accounts.errors.endsBeforeStart"],
  ] satisfies [string, Partial<Invitation>, string][])(
    "refuses %s and writes nothing",
    async (_what, changes, refusal) => {
      const input = invitation(changes);
      expect(await refusalOf(inviteAccount(register.actors.admin, input))).toBe(refusal);
      expect(await accountNamed(input.username)).toBe(0);
    },
  );

  it("refuses a user name that is taken and a member who has an account", async () => {
    const first = invitation();
    await inviteAccount(register.actors.admin, first);
    expect(await refusalOf(inviteAccount(register.actors.admin, first))).toBe(
      "CONFLICT refusals.constraints.Account_username_key",
    );
    const linked = invitation({ member: { id: register.members.secretary } });
    expect(await refusalOf(inviteAccount(register.actors.admin, linked))).toBe(
      "CONFLICT refusals.constraints.AccountMember_committeeId_memberId_key",
    );
    const unknown = invitation({ member: { id: randomUUID() } });
    expect(await refusalOf(inviteAccount(register.actors.admin, unknown))).toBe("NOT_FOUND refusals.notFound");
  });

  it.each(["office", "leader", "inspector", "secretary", "inCharge"] as const)("is not for %s", async (who) => {
    const input = invitation();
    expect(await refusalOf(inviteAccount(register.actors[who], input))).toBe("FORBIDDEN refusals.forbidden");
    expect(await accountNamed(input.username)).toBe(0);
  });
});

describe("redeemCode", () => {
  it("refuses a code of somebody else, an expired one, and one of a disabled account, all alike", async () => {
    const { admin } = register.actors;
    const [mine, other] = [invitation(), invitation()];
    const { id, issued } = await inviteAccount(admin, mine);
    await inviteAccount(admin, other);
    const words = {
      code: issued?.code.toLowerCase().replaceAll("-", " ") ?? "",
      password: PASSWORD,
      repeatedPassword: PASSWORD,
    };
    const refused = "RULE accounts.errors.codeRefused";
    expect(await refusalOf(redeemCode({ ...words, username: other.username }, door()))).toBe(refused);
    await ownerRows(`UPDATE "OneTimeCode" SET "expiresAt" = now() WHERE "accountId" = $1`, [id]);
    expect(await refusalOf(redeemCode({ ...words, username: mine.username }, door()))).toBe(refused);
    await ownerRows(`UPDATE "OneTimeCode" SET "expiresAt" = now() + interval '1 day' WHERE "accountId" = $1`, [id]);
    await ownerRows(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [id]);
    expect(await refusalOf(redeemCode({ ...words, username: mine.username }, door()))).toBe(refused);
    await ownerRows(`UPDATE "Account" SET "disabledAt" = NULL WHERE id = $1`, [id]);
    await expect(redeemCode({ ...words, username: mine.username }, door())).resolves.toBeTruthy();
  });

  it("leaves the code valid when the password is not allowed", async () => {
    const input = invitation();
    const { issued } = await inviteAccount(register.actors.admin, input);
    const words = { username: input.username, code: issued?.code ?? "" };
    const attempt = (password: string, repeatedPassword = password) =>
      refusalOf(redeemCode({ ...words, password, repeatedPassword }, door()));
    expect(await attempt("ngắn quá")).toBe("RULE accounts.errors.passwordLength");
    expect(await attempt("matkhau123456789")).toBe("RULE accounts.errors.passwordCommon");
    expect(await attempt("Bản Thử Một của tôi")).toBe("RULE accounts.errors.passwordHasName");
    expect(await attempt(PASSWORD, "khác đi một chút")).toBe("RULE accounts.errors.passwordsDiffer");
    expect(await attempt(PASSWORD)).toBe("no refusal");
  });

  it("counts failures by name", async () => {
    const input = invitation();
    await inviteAccount(register.actors.admin, input);
    const words = { username: input.username, code: "AAAA-BBBB-CCCC", password: PASSWORD, repeatedPassword: PASSWORD };
    for (let n = 0; n < 5; n += 1) await refusalOf(redeemCode(words, door()));
    expect(await refusalOf(redeemCode(words, door()))).toBe("RULE refusals.secret.wait");
  });
});

it("shows every account to office, leader and administrator, and only the own one to others", async () => {
  const { admin, office, leader, secretary, inspector } = register.actors;
  const mine = (await listAccounts(admin, everything)).rows.map((row) => row.username);
  expect((await listAccounts(leader, everything)).rows.map((row) => row.username)).toEqual(mine);
  expect((await listAccounts(office, everything)).rows.map((row) => row.username)).toEqual(mine);
  expect((await listAccounts(office, everything)).rows.flatMap((row) => row.roles)).toEqual([]);
  expect(await getAccount(office, leader.accountId ?? "")).toMatchObject({ grants: [], sentences: [], sessions: [] });
  for (const actor of [secretary, inspector]) {
    await expect(async () => listAccounts(actor, everything)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(async () => getAccount(actor, admin.accountId ?? "")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getAccount(actor, actor.accountId ?? "")).toMatchObject({
      isOwn: true,
      can: { keep: false, grant: false },
    });
  }
  expect((await listAccounts(admin, { ...everything, q: "thiep ngan" })).rows.map((row) => row.memberName)).toEqual([
    "Ngần Văn Thiệp",
  ]);
  expect((await listAccounts(admin, { ...everything, role: "LEADER" })).rows).toHaveLength(1);
});

it("sees nothing of another register", async () => {
  const other = await openRegister();
  const { admin } = register.actors;
  expect(await refusalOf(getAccount(admin, other.actors.office.accountId ?? ""))).toBe("NOT_FOUND refusals.notFound");
  expect(await refusalOf(getAccount(admin, "not-an-id"))).toBe("NOT_FOUND refusals.notFound");
  const names = (await listAccounts(admin, everything)).rows.map((row) => row.id);
  expect(names).not.toContain(other.actors.admin.accountId);
});

it("has no set-up open once people work here", async () => {
  expect(await findOpenSetUp()).toBe(false);
});
