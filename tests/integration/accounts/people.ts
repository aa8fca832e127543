import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/core/auth/password-hash";
import { newToken } from "@/lib/core/auth/session-token";
import { openSessionByPassword, type SignInRequest } from "@/lib/core/auth/sign-in";
import type { Role } from "@/lib/core/db/generated/enums";
import { asTestOwner } from "../../support/register";

export const PASSWORD = "Sương sớm trên nương 45";

/** An account with a password and, where a role is named, a confirmed right. */
export async function openPerson(committeeId: string, given: { role?: Role; memberId?: string } = {}) {
  const id = randomUUID();
  const username = `nguoi-${id.slice(0, 8)}`;
  const passwordHash = await hashPassword(PASSWORD);
  await asTestOwner(async (tx) => {
    await tx.account.create({ data: { id, username, displayName: "Lò Văn Thử", passwordHash } });
    const confirmed = { confirmedAt: new Date() };
    if (given.role) {
      const startsOn = new Date("2020-01-01");
      await tx.roleGrant.create({
        data: { committeeId, id: randomUUID(), accountId: id, role: given.role, startsOn, ...confirmed },
      });
    }
    if (given.memberId) {
      await tx.accountMember.create({ data: { committeeId, accountId: id, memberId: given.memberId, ...confirmed } });
    }
  });
  return { id, username };
}

let lastAddress = 0;

/** Somebody at the door of an address of its own. */
export function atDoor(username: string, changes: Partial<SignInRequest> = {}): SignInRequest {
  lastAddress += 1;
  return {
    username,
    password: PASSWORD,
    address: `10.0.${Math.floor(lastAddress / 250)}.${lastAddress % 250}`,
    userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0",
    deviceToken: newToken(),
    keep: "shared",
    ...changes,
  };
}

/** The token of a session opened with the password, or an error naming the outcome. */
export async function signIn(username: string, changes: Partial<SignInRequest> = {}): Promise<string> {
  const outcome = await openSessionByPassword(atDoor(username, changes));
  if (outcome.kind !== "opened") throw new Error(`sign-in: ${outcome.kind}`);
  return outcome.token;
}

/** What the promise refuses with, as `CODE reason`. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "no refusal";
  } catch (error) {
    const { code, reason } = error as { code?: string; reason?: string };
    if (!code || !reason) throw error;
    return `${code} ${reason}`;
  }
}
