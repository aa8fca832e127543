import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { givePasswordAgain } from "@/lib/core/auth/password-again";
import { inContext } from "@/lib/core/db/context";
import { confirmGrant, grantRole } from "@/lib/features/accounts/commands/grant-role";
import { inviteAccount } from "@/lib/features/accounts/commands/invite-account";
import { issueReset } from "@/lib/features/accounts/commands/keep-account";
import { confirmLink, linkMember } from "@/lib/features/accounts/commands/link-member";
import { getAccount } from "@/lib/features/accounts/queries/get-account";
import { ownerRows } from "../../support/register";
import { addMembers, confirm, openRatedRegister, propose, type RatedRegister, record, stored } from "../ratings/round";
import { openPerson, PASSWORD, refusalOf, signIn } from "./people";

const ASKED = "RULE refusals.secret.again";
const address = "10.9.0.1";
let register: RatedRegister;

beforeAll(async () => {
  register = await openRatedRegister();
}, 60_000);

/** Somebody whose password was given eleven minutes ago. */
async function atWork(role: "LEADER" | "ADMIN"): Promise<Actor> {
  const { username } = await openPerson(register.committeeId, { role });
  const actor = await inContext(await signIn(username), async (_tx, found) => found);
  await letTimePass(actor);
  return actor;
}

async function letTimePass(actor: Actor): Promise<void> {
  await ownerRows(`UPDATE "Session" SET "passwordGivenAt" = now() - interval '11 minutes' WHERE id = $1`, [
    actor.sessionId,
  ]);
}

async function recorded(): Promise<readonly string[]> {
  const lines = await propose(
    register,
    (await addMembers(register, 2)).map((id) => [id, "GOOD"] as const),
  );
  return (await record(register.actors.office, register, lines)).ids;
}

describe("a decision", () => {
  it("is confirmed only by somebody who gave the password within ten minutes", async () => {
    const leader = await atWork("LEADER");
    const ids = await recorded();
    expect(await refusalOf(confirm(leader, register, ids))).toBe(ASKED);
    expect(await stored(ids[0] ?? "")).toMatchObject({ state: "RECORDED" });

    await givePasswordAgain(leader, PASSWORD, address);
    await confirm(leader, register, ids);
    expect(await stored(ids[1] ?? "")).toMatchObject({ state: "DECIDED" });
  });

  it("needs the password of its own session, not of another one", async () => {
    const { username } = await openPerson(register.committeeId, { role: "LEADER" });
    const [here, there] = await Promise.all(
      [await signIn(username), await signIn(username)].map((token) => inContext(token, async (_tx, actor) => actor)),
    );
    if (!here || !there) throw new Error("no session");
    await letTimePass(there);
    await givePasswordAgain(here, PASSWORD, address);
    expect(await refusalOf(confirm(there, register, await recorded()))).toBe(ASKED);
  });
});

describe("the password given again", () => {
  it("counts only if it is right, and no more than ten tries are looked at", async () => {
    const leader = await atWork("LEADER");
    const wrong = () => refusalOf(givePasswordAgain(leader, "Không phải mật khẩu này", address));
    expect(await wrong()).toBe("RULE refusals.secret.wrong");
    expect(await refusalOf(confirm(leader, register, await recorded()))).toBe(ASKED);
    for (let n = 0; n < 12; n += 1) {
      await ownerRows(`DELETE FROM "SignInThrottle" WHERE key LIKE 'pause:%'`);
      await wrong();
    }
    expect(await wrong()).toMatch(/^RULE refusals\.secret\.(wait|locked)$/);
    expect(await refusalOf(givePasswordAgain(leader, PASSWORD, address))).toMatch(/secret\.(wait|locked)$/);
  });
});

describe("rights and links", () => {
  const today = () => register.system.today;
  const right = (accountId: string) => ({ accountId, role: "INSPECTOR" as const, startsOn: today(), lastDay: null });

  it("are proposed only with the password given lately", async () => {
    const admin = await atWork("ADMIN");
    const { id } = await openPerson(register.committeeId, { role: "OFFICE" });
    const account = { accountId: id, version: 1 };
    const link = { accountId: id, memberName: "Hà Thị Ẩm", memberBranch: null };
    const invitation = { username: "nguoi-moi", displayName: "Người Mới", member: null, roles: ["OFFICE" as const] };
    const refused = [
      await refusalOf(grantRole(admin, right(id))),
      await refusalOf(linkMember(admin, link)),
      await refusalOf(inviteAccount(admin, { ...invitation, startsOn: today(), lastDay: null })),
      await refusalOf(issueReset(admin, account)),
    ];
    expect(refused).toEqual([ASKED, ASKED, ASKED, ASKED]);
    const [counted] = await ownerRows<{ grants: number; links: number; codes: number }>(
      `SELECT (SELECT count(*) FROM "RoleGrant" WHERE "accountId" = $1)::int AS grants,
        (SELECT count(*) FROM "AccountMember" WHERE "accountId" = $1)::int AS links,
        (SELECT count(*) FROM "OneTimeCode" WHERE "accountId" = $1)::int AS codes`,
      [id],
    );
    expect(counted).toEqual({ grants: 1, links: 0, codes: 0 });
    await givePasswordAgain(admin, PASSWORD, address);
    await grantRole(admin, right(id));
    await linkMember(admin, link);
  });

  it("are confirmed only with the password given lately", async () => {
    const leader = await atWork("LEADER");
    const { id } = await openPerson(register.committeeId, { role: "OFFICE" });
    await grantRole(register.actors.admin, right(id));
    await linkMember(register.actors.admin, { accountId: id, memberName: "Vì Văn Ước", memberBranch: null });
    const { grants, link } = await getAccount(leader, id);
    const grant = grants.find((one) => one.state === "PENDING");
    const named = { accountId: id, grantId: grant?.id ?? "", version: grant?.version ?? 0 };
    const linked = { accountId: id, version: link?.version ?? 0 };
    expect(await refusalOf(confirmGrant(leader, named))).toBe(ASKED);
    expect(await refusalOf(confirmLink(leader, linked))).toBe(ASKED);

    await givePasswordAgain(leader, PASSWORD, address);
    await confirmGrant(leader, named);
    await confirmLink(leader, linked);
    const [confirmed] = await ownerRows<{ count: number }>(
      `SELECT count(*)::int FROM "AccountMember" WHERE "accountId" = $1 AND "confirmedAt" IS NOT NULL`,
      [id],
    );
    expect(confirmed?.count).toBe(1);
  });
});
