import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { actorOf } from "@/lib/core/auth/require-actor";
import { newToken } from "@/lib/core/auth/session-token";
import { openSessionByPassword } from "@/lib/core/auth/sign-in";
import { changeOwnPassword } from "@/lib/features/accounts/commands/change-own-password";
import {
  disableAccount,
  enableAccount,
  endAllSessions,
  endSessions,
  issueReset,
} from "@/lib/features/accounts/commands/keep-account";
import { endOtherOwnSessions, endOwnSession } from "@/lib/features/accounts/commands/own-account";
import { redeemCode } from "@/lib/features/accounts/commands/redeem-code";
import { getAccount } from "@/lib/features/accounts/queries/get-account";
import { listOwnSessions } from "@/lib/features/accounts/queries/list-sessions";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { atDoor, openPerson, PASSWORD, refusalOf, signIn } from "./people";

let register: TestRegister;
let admin: Actor;
beforeEach(async () => {
  register = await openRegister();
  ({ admin } = register.actors);
}, 60_000);

const idOf = (actor: Actor) => actor.accountId ?? "";
const other = "Một câu khác hẳn 77";

async function versionOf(accountId: string): Promise<{ accountId: string; version: number }> {
  return { accountId, version: (await getAccount(admin, accountId)).version };
}

describe("disableAccount and enableAccount", () => {
  it("shuts the account on the next request and opens it again", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    const token = await signIn(person.username);
    await disableAccount(admin, { accountId: person.id, version: 1 });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "account.disabled",
      after: { disabled: true },
    });
    expect(await actorOf(token)).toBeNull();
    expect(await openSessionByPassword(atDoor(person.username))).toEqual({ kind: "refused" });
    expect(await refusalOf(disableAccount(admin, { accountId: person.id, version: 2 }))).toBe(
      "RULE accounts.errors.alreadyDisabled",
    );

    await enableAccount(admin, { accountId: person.id, version: 2 });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "account.enabled" });
    expect(await actorOf(token)).toBeNull();
    await expect(signIn(person.username)).resolves.toBeTruthy();
    expect(await refusalOf(enableAccount(admin, await versionOf(person.id)))).toBe("RULE accounts.errors.notDisabled");
  });

  it("keeps the last leader, the own account, and what somebody else changed", async () => {
    expect(await refusalOf(disableAccount(admin, { accountId: idOf(register.actors.leader), version: 1 }))).toBe(
      "RULE accounts.errors.lastLEADER",
    );
    expect(await refusalOf(disableAccount(admin, { accountId: idOf(admin), version: 1 }))).toBe(
      "RULE accounts.errors.ownAccount",
    );
    expect(await refusalOf(disableAccount(admin, { accountId: idOf(register.actors.office), version: 9 }))).toBe(
      "CONFLICT refusals.conflict",
    );
  });

  it("leaves one administrator when two disable each other at once", async () => {
    const second = await signInAs(register.committeeId, "Quản trị hai", { role: "ADMIN" });
    await Promise.allSettled([
      disableAccount(admin, { accountId: idOf(second), version: 1 }),
      disableAccount(second, { accountId: idOf(admin), version: 1 }),
    ]);
    const left = await ownerRows(`SELECT 1 FROM "Account" WHERE id = ANY ($1) AND "disabledAt" IS NULL`, [
      [idOf(admin), idOf(second)],
    ]);
    expect(left).toHaveLength(1);
  });

  it("is answered once, forbidden to readers, unknown to others", async () => {
    const target = { accountId: idOf(register.actors.inspector), version: 1 };
    expect(await refusalOf(disableAccount(register.actors.office, target))).toBe("FORBIDDEN refusals.forbidden");
    expect(await refusalOf(enableAccount(register.actors.leader, target))).toBe("FORBIDDEN refusals.forbidden");
    expect(await refusalOf(disableAccount(register.actors.secretary, target))).toBe("NOT_FOUND refusals.notFound");
    expect(await refusalOf(disableAccount(admin, { ...target, accountId: randomUUID() }))).toBe(
      "NOT_FOUND refusals.notFound",
    );
    const formKey = randomUUID();
    const both = await Promise.all([1, 2].map(() => disableAccount(admin, target, { formKey })));
    expect(both[0]).toEqual(both[1]);
  });
});

describe("issueReset", () => {
  it("takes the old password away and lets the owner set a new one once", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    const token = await signIn(person.username);
    const { issued } = await issueReset(admin, { accountId: person.id, version: 1 });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "accountCode.given" });
    const hours = ((issued?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
    expect(await actorOf(token)).toBeNull();
    expect(await openSessionByPassword(atDoor(person.username))).toEqual({ kind: "refused" });

    const again = await issueReset(admin, await versionOf(person.id));
    const { address, userAgent } = atDoor("");
    const redeem = (code: string) =>
      redeemCode(
        { username: person.username, code, password: other, repeatedPassword: other },
        { address, userAgent, deviceToken: newToken() },
      );
    expect(await refusalOf(redeem(issued?.code ?? ""))).toBe("RULE accounts.errors.codeRefused");
    const session = await redeem(again.issued?.code ?? "");
    expect((await actorOf(session.token))?.username).toBe(person.username);
    await expect(signIn(person.username, { password: other })).resolves.toBeTruthy();
  });

  it("unlocks a name that was locked by failures", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    for (let n = 0; n < 10; n += 1) {
      await ownerRows(`DELETE FROM "SignInThrottle" WHERE key LIKE 'pause:%'`);
      await openSessionByPassword(atDoor(person.username, { password: "Sai rồi, sai nữa rồi" }));
    }
    const { issued } = await issueReset(admin, { accountId: person.id, version: 1 });
    expect(await openSessionByPassword(atDoor(person.username))).toMatchObject({ kind: "locked" });
    const input = { username: person.username, code: issued?.code ?? "", password: other, repeatedPassword: other };
    await redeemCode(input, { address: "10.9.9.9", userAgent: "", deviceToken: newToken() });
    await expect(signIn(person.username, { password: other })).resolves.toBeTruthy();
  });

  it("refuses the own account, a disabled one, and the wrong person", async () => {
    expect(await refusalOf(issueReset(admin, { accountId: idOf(admin), version: 1 }))).toBe(
      "RULE accounts.errors.ownAccount",
    );
    const target = { accountId: idOf(register.actors.inspector), version: 1 };
    expect(await refusalOf(issueReset(register.actors.leader, target))).toBe("FORBIDDEN refusals.forbidden");
    expect(await refusalOf(issueReset(register.actors.ordinary, target))).toBe("NOT_FOUND refusals.notFound");
    await disableAccount(admin, target);
    expect(await refusalOf(issueReset(admin, { ...target, version: 2 }))).toBe("RULE accounts.errors.isDisabled");
  });
});

describe("sessions", () => {
  it("are ended by the administrator for somebody else", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    const token = await signIn(person.username);
    expect((await getAccount(admin, person.id)).sessions).toHaveLength(1);
    expect((await getAccount(register.actors.office, person.id)).sessions).toHaveLength(0);
    expect(await refusalOf(endSessions(register.actors.leader, { accountId: person.id }))).toBe(
      "FORBIDDEN refusals.forbidden",
    );
    await endSessions(admin, { accountId: person.id });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "session.ended" });
    expect(await actorOf(token)).toBeNull();
  });

  it("are seen and ended by their owner, one or all others, and by nobody else", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    const tokens = [await signIn(person.username), await signIn(person.username), await signIn(person.username)];
    const me = await actorOf(tokens[2] ?? "");
    if (!me) throw new Error("not signed in");
    const sessions = await listOwnSessions(me);
    expect(sessions.map((one) => one.isCurrent)).toEqual([true, false, false]);
    expect(await refusalOf(endOwnSession(admin, { sessionId: me.sessionId }))).toBe(
      "NOT_FOUND accounts.errors.noSuchSession",
    );
    expect(await refusalOf(endOwnSession(me, { sessionId: me.sessionId }))).toBe(
      "NOT_FOUND accounts.errors.noSuchSession",
    );
    await endOwnSession(me, { sessionId: sessions[1]?.id ?? "" });
    expect(await listOwnSessions(me)).toHaveLength(2);
    await endOtherOwnSessions(me, {});
    expect(await listOwnSessions(me)).toHaveLength(1);
  });
});

describe("changeOwnPassword", () => {
  const at = { address: "10.8.8.8", device: "Chrome · Windows" };
  const change = (currentPassword: string, password: string) => ({
    currentPassword,
    password,
    repeatedPassword: password,
  });

  it("replaces the password and every session", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    const [elsewhere, here] = [await signIn(person.username), await signIn(person.username)];
    const me = await actorOf(here);
    if (!me) throw new Error("not signed in");
    const { token } = await changeOwnPassword(me, change(PASSWORD, other), at);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "accountPassword.set" });
    expect(await actorOf(elsewhere)).toBeNull();
    expect(await actorOf(here)).toBeNull();
    expect((await actorOf(token))?.username).toBe(person.username);
    expect(await openSessionByPassword(atDoor(person.username))).toEqual({ kind: "refused" });
    const kept = await ownerRows(`SELECT 1 FROM "CommandReceipt" WHERE "accountId" = $1`, [person.id]);
    expect(kept).toEqual([]);
  });

  it("works for somebody who has to, and gives the rights back", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    await ownerRows(`UPDATE "Account" SET "mustChangePassword" = true WHERE id = $1`, [person.id]);
    const me = await actorOf(await signIn(person.username));
    expect(me).toMatchObject({ mustChangePassword: true, roles: [] });
    if (!me) return;
    const { token } = await changeOwnPassword(me, change(PASSWORD, other), at);
    expect((await actorOf(token))?.roles).toEqual(["OFFICE"]);
  });

  it("refuses a wrong current password, counted, and a new one that is not allowed", async () => {
    const person = await openPerson(register.committeeId, { memberId: register.members.exempt });
    const me = await actorOf(await signIn(person.username));
    if (!me) throw new Error("not signed in");
    expect(await refusalOf(changeOwnPassword(me, change(PASSWORD, "Sinh ra năm 1940 ấy"), at))).toBe(
      "RULE accounts.errors.passwordHasBirthYear",
    );
    expect(await refusalOf(changeOwnPassword(me, change(PASSWORD, `${person.username} nhé`), at))).toBe(
      "RULE accounts.errors.passwordHasUsername",
    );
    for (let n = 0; n < 5; n += 1) {
      expect(await refusalOf(changeOwnPassword(me, change("sai", other), at))).toBe(
        "RULE accounts.errors.currentPassword",
      );
    }
    expect(await refusalOf(changeOwnPassword(me, change(PASSWORD, other), at))).toBe("RULE refusals.secret.wait");
  });
});

describe("endAllSessions", () => {
  it("has everybody of the register sign in again, and nobody else", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    const token = await signIn(person.username);
    const elsewhere = await openRegister();
    expect(await refusalOf(endAllSessions(register.actors.leader, {}))).toBe("FORBIDDEN refusals.forbidden");
    expect(await actorOf(token)).not.toBeNull();

    await endAllSessions(admin, {});
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "session.ended", actorName: "Quản trị" });
    expect(await actorOf(token)).toBeNull();
    expect(await actorOf(register.actors.leader.sessionToken)).toBeNull();
    expect(await actorOf(admin.sessionToken)).not.toBeNull();
    expect(await actorOf(register.system.sessionToken)).not.toBeNull();
    expect(await actorOf(elsewhere.actors.office.sessionToken)).not.toBeNull();
  });
});
