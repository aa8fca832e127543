import { createHash } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeAll, expect, it } from "vitest";
import { actorOf } from "@/lib/core/auth/require-actor";
import { SESSION_COOKIE, sessionTokenIn } from "@/lib/core/auth/session-cookie";
import { newToken } from "@/lib/core/auth/session-token";
import { accountOfSession, endOfSession, endSession, secondsLeft } from "@/lib/core/auth/sessions";
import { openSessionByPassword } from "@/lib/core/auth/sign-in";
import { disconnectThrottle } from "@/lib/core/auth/throttle";
import { disconnect } from "@/lib/core/db/clients";
import { env } from "@/lib/core/env";
import { openEmptyRegister, openRegister, ownerRows } from "../../support/register";
import { atDoor, openPerson, PASSWORD, signIn } from "./people";

let committeeId: string;
beforeAll(async () => {
  committeeId = (await openEmptyRegister()).committeeId;
});

const wrong = { password: "Không phải mật khẩu này" };

it("opens a session whose token only its owner has", async () => {
  const { id, username } = await openPerson(committeeId, { role: "OFFICE" });
  const token = await signIn(` ${username.toUpperCase()} `);
  expect(await accountOfSession(token)).toBe(id);
  expect((await actorOf(token))?.roles).toEqual(["OFFICE"]);
  const [row] = await ownerRows<{ kept: string; device: string }>(
    `SELECT encode("tokenHash", 'hex') AS kept, device FROM "Session" WHERE "accountId" = $1`,
    [id],
  );
  expect(row?.device).toBe("Chrome · Windows");
  expect(row?.kept).not.toContain(token);
  const log = await ownerRows(`SELECT 1 FROM "AccessLog" WHERE "accountId" = $1 AND type = 'session.opened'`, [id]);
  expect(log).toHaveLength(1);
});

it("tells how long it lasts unused, without lasting longer for being asked", async () => {
  const { username } = await openPerson(committeeId, { role: "OFFICE" });
  const token = await signIn(username);
  await ownerRows(`UPDATE "Session" SET "lastSeenAt" = now() - interval '20 minutes' WHERE "tokenHash" = sha256($1)`, [
    Buffer.from(token, "utf8"),
  ]);
  expect(await secondsLeft(token)).toBeLessThanOrEqual(600);
  expect(await secondsLeft(token)).toBeGreaterThan(560);
  await actorOf(token);
  expect(await secondsLeft(token)).toBeGreaterThan(1700);
  await endSession(token, "SIGNED_OUT");
  expect(await secondsLeft(token)).toBe(0);
});

it("takes the password in every Unicode form", async () => {
  const { username } = await openPerson(committeeId, { role: "OFFICE" });
  await expect(signIn(username, { password: PASSWORD.normalize("NFD") })).resolves.toBeTruthy();
});

it("answers an unknown name, a wrong password and a disabled account alike", async () => {
  const { id, username } = await openPerson(committeeId, { role: "OFFICE" });
  expect(await openSessionByPassword(atDoor(username, wrong))).toEqual({ kind: "refused" });
  expect(await openSessionByPassword(atDoor("khong-co-ai"))).toEqual({ kind: "refused" });
  expect(await openSessionByPassword(atDoor("Ngần Văn Thiệp"))).toEqual({ kind: "refused" });
  await ownerRows(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [id]);
  expect(await openSessionByPassword(atDoor(username))).toEqual({ kind: "refused" });
});

it("lets nobody in who belongs to no register", async () => {
  const { username } = await openPerson(committeeId);
  expect(await openSessionByPassword(atDoor(username))).toEqual({ kind: "noRegister" });
});

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

/** The first pause takes a second, which a busy machine spends between two attempts: here it takes half a minute more. */
async function lengthenPause(key: string): Promise<void> {
  const rows = await ownerRows(`UPDATE "SignInThrottle" SET expire = expire + 30000 WHERE key = $1 RETURNING key`, [
    `pause:${key}`,
  ]);
  if (rows.length !== 1) throw new Error("nothing was slowed");
}

it("slows an account after five failures, locks it after ten, and remembers both in a new process", async () => {
  const { username } = await openPerson(committeeId, { role: "OFFICE" });
  for (let n = 0; n < 5; n += 1) await openSessionByPassword(atDoor(username, wrong));
  await lengthenPause(`sign-in:${digest(username)}`);
  expect(await openSessionByPassword(atDoor(username))).toMatchObject({ kind: "wait" });
  await disconnectThrottle();
  await disconnect();
  expect(await openSessionByPassword(atDoor(username))).toMatchObject({ kind: "wait" });

  for (let n = 0; n < 5; n += 1) {
    await ownerRows(`DELETE FROM "SignInThrottle" WHERE key LIKE 'pause:%'`);
    await openSessionByPassword(atDoor(username, wrong));
  }
  await disconnectThrottle();
  expect(await openSessionByPassword(atDoor(username))).toMatchObject({ kind: "locked", minutes: 60 });
});

it("looks at no more than ten passwords however many come at once", async () => {
  const { id, username } = await openPerson(committeeId, { role: "OFFICE" });
  await Promise.all(Array.from({ length: 25 }, () => openSessionByPassword(atDoor(username, wrong))));
  const looked = await ownerRows(`SELECT 1 FROM "AccessLog" WHERE "accountId" = $1 AND type = 'session.refused'`, [id]);
  expect(looked.length).toBeLessThanOrEqual(10);
});

it("keeps the door open for the right password from a device that signed in before", async () => {
  const { username } = await openPerson(committeeId, { role: "OFFICE" });
  const deviceToken = newToken();
  await signIn(username, { deviceToken });
  for (let n = 0; n < 12; n += 1) await openSessionByPassword(atDoor(username, wrong));
  expect(await openSessionByPassword(atDoor(username))).not.toMatchObject({ kind: "opened" });
  await expect(signIn(username, { deviceToken })).resolves.toBeTruthy();
});

it("slows everybody at an address after thirty failures there", async () => {
  const { username } = await openPerson(committeeId, { role: "OFFICE" });
  const address = "172.16.0.1";
  for (let n = 0; n < 30; n += 1) await openSessionByPassword(atDoor(`khong-co-${n}`, { address }));
  await lengthenPause(`address:${digest(address)}`);
  expect(await openSessionByPassword(atDoor(username, { address }))).toMatchObject({ kind: "wait" });
  await expect(signIn(username)).resolves.toBeTruthy();
}, 60_000);

it("ends the oldest of more than three sessions and says why", async () => {
  const { username } = await openPerson(committeeId, { role: "OFFICE" });
  const tokens = [await signIn(username), await signIn(username), await signIn(username), await signIn(username)];
  expect(await Promise.all(tokens.map((token) => actorOf(token).then(Boolean)))).toEqual([false, true, true, true]);
  expect(await endOfSession(tokens[0] ?? "")).toBe("REPLACED");
});

it("refuses a session that was signed out, that was idle too long, or that is too old", async () => {
  const { username } = await openPerson(committeeId, { role: "OFFICE" });
  const [out, idle, old] = [await signIn(username), await signIn(username), await signIn(username)];
  await endSession(out, "SIGNED_OUT");
  const hash = `"tokenHash" = sha256(convert_to($1, 'UTF8'))`;
  await ownerRows(`UPDATE "Session" SET "lastSeenAt" = now() - interval '31 minutes' WHERE ${hash}`, [idle]);
  await ownerRows(`UPDATE "Session" SET "expiresAt" = now() WHERE ${hash}`, [old]);
  for (const token of [out, idle, old, "", newToken()]) expect(await actorOf(token)).toBeNull();
  expect(await endOfSession(idle)).toBe("EXPIRED");
});

it("counts use as use, and lets a disabled account do nothing more", async () => {
  const { id, username } = await openPerson(committeeId, { role: "OFFICE" });
  const token = await signIn(username);
  await ownerRows(`UPDATE "Session" SET "lastSeenAt" = now() - interval '20 minutes' WHERE "accountId" = $1`, [id]);
  expect(await actorOf(token)).not.toBeNull();
  const [seen] = await ownerRows<{ fresh: boolean }>(
    `SELECT "lastSeenAt" > now() - interval '1 minute' AS fresh FROM "Session" WHERE "accountId" = $1`,
    [id],
  );
  expect(seen?.fresh).toBe(true);
  await ownerRows(`UPDATE "Account" SET "disabledAt" = now() WHERE id = $1`, [id]);
  expect(await actorOf(token)).toBeNull();
  expect(await accountOfSession(token)).toBeNull();
});

it("gives a session its length by the rights it has", async () => {
  const register = await openRegister();
  const people = {
    office: await openPerson(register.committeeId, { role: "OFFICE" }),
    admin: await openPerson(register.committeeId, { role: "ADMIN" }),
    secretary: await openPerson(register.committeeId, { memberId: await freeSecretary(register) }),
  };
  const minutes = async (username: string, keep: "shared" | "own") => {
    await signIn(username, { keep });
    const [row] = await ownerRows<{ idle: number; hours: number }>(
      `SELECT s."idleSeconds" / 60 AS idle, round(extract(epoch FROM s."expiresAt" - s."createdAt") / 3600)::int AS hours
         FROM "Session" s JOIN "Account" a ON a.id = s."accountId" WHERE a.username = $1 ORDER BY s."createdAt" DESC LIMIT 1`,
      [username],
    );
    return [row?.idle, row?.hours];
  };
  expect(await minutes(people.office.username, "own")).toEqual([30, 10]);
  expect(await minutes(people.admin.username, "own")).toEqual([15, 10]);
  expect(await minutes(people.secretary.username, "shared")).toEqual([30, 10]);
  expect(await minutes(people.secretary.username, "own")).toEqual([43_200, 720]);
});

/** Frees the first branch's secretary from the account that the register came with. */
async function freeSecretary(register: Awaited<ReturnType<typeof openRegister>>): Promise<string> {
  await ownerRows(`DELETE FROM "AccountMember" WHERE "memberId" = $1`, [register.members.secretary]);
  return register.members.secretary;
}

it("takes nothing for a session that it did not write itself", async () => {
  const secret = env().AUTH_SECRET;
  const salt = SESSION_COOKIE;
  const good = await encode({ token: { session: "abc" }, secret, salt });
  expect(await sessionTokenIn(good)).toBe("abc");
  const strange = [
    undefined,
    "",
    "x",
    "null",
    "{}",
    "a.b.c.d.e",
    "....",
    "%00%ff",
    "\u0000",
    "Bearer abc",
    "abc",
    good.slice(0, -2),
    `${good}x`,
    good.split(".").toReversed().join("."),
    "x".repeat(5000),
    await encode({ token: {}, secret, salt }),
    await encode({ token: { session: "abc" }, secret, salt: "other" }),
    await encode({ token: { session: "abc" }, secret: "another secret that is long enough, really", salt }),
    await encode({ token: { session: "abc" }, secret, salt, maxAge: -60 }),
    ...Array.from({ length: 80 }, (_, n) => `${good.slice(0, n * 3)}~${good.slice(n * 3 + 1)}`),
  ];
  for (const cookie of strange) expect(await sessionTokenIn(cookie)).toBeNull();
});
