import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { actorOf } from "@/lib/core/auth/require-actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { SessionEndedError } from "@/lib/core/errors";
import { confirmGrant, endGrant, grantRole } from "@/lib/features/accounts/commands/grant-role";
import { confirmLink, linkMember } from "@/lib/features/accounts/commands/link-member";
import { getAccount } from "@/lib/features/accounts/queries/get-account";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { openPerson, refusalOf, signIn } from "./people";

let register: TestRegister;
let admin: Actor;
let leader: Actor;
beforeEach(async () => {
  register = await openRegister();
  ({ admin, leader } = register.actors);
}, 60_000);

const today = () => register.system.today;
const idOf = (actor: Actor) => actor.accountId ?? "";
const onlyGrant = async (accountId: string) => {
  const [grant] = (await getAccount(admin, accountId)).grants;
  if (!grant) throw new Error("no grant");
  return { accountId, grantId: grant.id, version: grant.version };
};
const newRight = (accountId: string, role: "OFFICE" | "LEADER" | "INSPECTOR" | "ADMIN") => ({
  accountId,
  role,
  startsOn: today(),
  lastDay: null,
});

describe("grantRole and confirmGrant", () => {
  it("counts a leader's right only after a leader has confirmed it, and then on the next sign-in", async () => {
    const person = await openPerson(register.committeeId, { memberId: register.members.exempt });
    const token = await signIn(person.username);
    const { id } = await grantRole(admin, newRight(person.id, "LEADER"));
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "roleGrant.given" });
    expect((await actorOf(token))?.roles).toEqual([]);

    await confirmGrant(leader, { accountId: person.id, grantId: id, version: 1 });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "roleGrant.confirmed",
      after: { confirmed: true },
    });
    expect(await actorOf(token)).toBeNull();
    expect((await actorOf(await signIn(person.username)))?.roles).toEqual(["LEADER"]);
  });

  it("refuses rights for oneself, confirming one's own right, and confirming twice", async () => {
    expect(await refusalOf(grantRole(admin, newRight(idOf(admin), "LEADER")))).toBe("RULE accounts.errors.ownAccount");
    const { id } = await grantRole(admin, newRight(idOf(leader), "INSPECTOR"));
    const own = { accountId: idOf(leader), grantId: id, version: 1 };
    expect(await refusalOf(confirmGrant(leader, own))).toBe("RULE accounts.errors.ownAccount");
    const second = await signInAs(register.committeeId, "Lãnh đạo hai", { role: "LEADER" });
    await confirmGrant(second, own);
    expect(await refusalOf(confirmGrant(second, { ...own, version: 2 }))).toBe("RULE accounts.errors.alreadyConfirmed");
  });

  it("lets one of two leaders confirm who confirm at once", async () => {
    const second = await signInAs(register.committeeId, "Lãnh đạo hai", { role: "LEADER" });
    const { id } = await grantRole(admin, newRight(idOf(register.actors.office), "INSPECTOR"));
    const input = { accountId: idOf(register.actors.office), grantId: id, version: 1 };
    const answers = await Promise.all([leader, second].map((one) => refusalOf(confirmGrant(one, input))));
    expect(answers.filter((answer) => answer === "no refusal")).toHaveLength(1);
  });

  it("refuses the same right twice, and answers the same sending once", async () => {
    const input = newRight(idOf(register.actors.inspector), "OFFICE");
    const formKey = randomUUID();
    const [one, two] = await Promise.all([1, 2].map(() => grantRole(admin, input, { formKey })));
    expect(one).toEqual(two);
    expect(await refusalOf(grantRole(admin, input))).toBe("CONFLICT refusals.constraints.RoleGrant_held_once");
  });

  it("is forbidden to those who only read accounts, and unknown to everybody else", async () => {
    const { office, secretary, inspector } = register.actors;
    const input = newRight(idOf(office), "INSPECTOR");
    expect(await refusalOf(grantRole(leader, input))).toBe("FORBIDDEN refusals.forbidden");
    for (const one of [secretary, inspector]) {
      expect(await refusalOf(grantRole(one, input))).toBe("NOT_FOUND refusals.notFound");
    }
    const { id } = await grantRole(admin, newRight(idOf(inspector), "OFFICE"));
    const confirm = { accountId: idOf(inspector), grantId: id, version: 1 };
    expect(await refusalOf(confirmGrant(admin, confirm))).toBe("FORBIDDEN refusals.forbidden");
    expect(await refusalOf(confirmGrant(leader, { ...confirm, grantId: randomUUID() }))).toBe(
      "NOT_FOUND refusals.notFound",
    );
    const foreign = await openRegister();
    expect(await refusalOf(grantRole(admin, newRight(idOf(foreign.actors.office), "OFFICE")))).toBe(
      "NOT_FOUND refusals.notFound",
    );
  });
});

describe("endGrant", () => {
  it("takes the right away on the next request", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    const token = await signIn(person.username);
    await endGrant(admin, { ...(await onlyGrant(person.id)), lastDay: null });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "roleGrant.ended",
      after: { endsOn: today() },
    });
    expect(await actorOf(token)).toBeNull();
  });

  it("withdraws a right on the day it was given", async () => {
    const { id } = await grantRole(admin, newRight(idOf(register.actors.inspector), "OFFICE"));
    await endGrant(admin, { accountId: idOf(register.actors.inspector), grantId: id, version: 1, lastDay: null });
    const again = await grantRole(admin, newRight(idOf(register.actors.inspector), "OFFICE"));
    expect(again.id).not.toBe(id);
  });

  it("keeps the last leader and the last administrator", async () => {
    const second = await signInAs(register.committeeId, "Quản trị hai", { role: "ADMIN" });
    const end = { lastDay: null };
    expect(await refusalOf(endGrant(admin, { ...(await onlyGrant(idOf(leader))), ...end }))).toBe(
      "RULE accounts.errors.lastLEADER",
    );
    expect(await refusalOf(endGrant(admin, { ...(await onlyGrant(idOf(second))), ...end }))).toBe("no refusal");
    await expect(endGrant(second, { ...(await onlyGrant(idOf(admin))), ...end })).rejects.toThrow(SessionEndedError);
  });

  it("keeps one of two administrators who remove each other at once", async () => {
    const second = await signInAs(register.committeeId, "Quản trị hai", { role: "ADMIN" });
    const [theirs, mine] = [await onlyGrant(idOf(second)), await onlyGrant(idOf(admin))];
    await Promise.allSettled([
      endGrant(admin, { ...theirs, lastDay: null }),
      endGrant(second, { ...mine, lastDay: null }),
    ]);
    const left = await ownerRows(
      `SELECT 1 FROM "RoleGrant" WHERE "committeeId" = $1 AND role = 'ADMIN' AND "endsOn" IS NULL`,
      [register.committeeId],
    );
    expect(left).toHaveLength(1);
  });

  it("refuses a later end, a stale version, the own right and the wrong person", async () => {
    const office = idOf(register.actors.office);
    const grant = await onlyGrant(office);
    await endGrant(admin, { ...grant, lastDay: day("2027-12-31") });
    expect(await refusalOf(endGrant(admin, { ...grant, lastDay: null }))).toBe("CONFLICT refusals.conflict");
    const later = { ...(await onlyGrant(office)), lastDay: day("2028-12-31") };
    expect(await refusalOf(endGrant(admin, later))).toBe("RULE accounts.errors.endsLater");
    expect(await refusalOf(endGrant(admin, { ...(await onlyGrant(idOf(admin))), lastDay: null }))).toBe(
      "RULE accounts.errors.ownAccount",
    );
    expect(await refusalOf(endGrant(leader, later))).toBe("FORBIDDEN refusals.forbidden");
    expect(await refusalOf(endGrant(register.actors.secretary, later))).toBe("NOT_FOUND refusals.notFound");
  });
});

describe("linkMember and confirmLink", () => {
  const link = (accountId: string, version?: number) => ({
    accountId,
    memberName: "Vì Văn Ước",
    memberBranch: null,
    version,
  });

  it("gives rights by office only after a leader has confirmed whose account it is", async () => {
    const person = await openPerson(register.committeeId, { role: "OFFICE" });
    const token = await signIn(person.username);
    await linkMember(admin, link(person.id));
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "accountLink.given" });
    expect(await actorOf(token)).toBeNull();
    const during = await signIn(person.username);
    expect((await actorOf(during))?.memberId).toBeNull();

    await confirmLink(leader, { accountId: person.id, version: 1 });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "accountLink.confirmed" });
    expect(await actorOf(during)).toBeNull();
    expect((await actorOf(await signIn(person.username)))?.memberId).toBe(register.members.deputy);
  });

  it("needs another confirmation for another member, whatever is sent", async () => {
    const secretary = idOf(register.actors.secretary);
    await linkMember(admin, link(secretary, 1));
    const view = await getAccount(admin, secretary);
    expect(view.link).toMatchObject({ name: "Vì Văn Ước", confirmed: false });
    expect(await refusalOf(linkMember(admin, { ...link(secretary, 1), memberName: "Hà Thị Ẩm" }))).toBe(
      "CONFLICT refusals.conflict",
    );
    expect(await refusalOf(linkMember(admin, link(secretary, 2)))).toBe("RULE accounts.errors.alreadyLinked");
  });

  it("refuses the own account, a member who has one, and the wrong person", async () => {
    expect(await refusalOf(linkMember(admin, link(idOf(admin))))).toBe("RULE accounts.errors.ownAccount");
    const taken = { ...link(idOf(register.actors.office)), memberName: "Ngần Văn Thiệp" };
    expect(await refusalOf(linkMember(admin, taken))).toBe(
      "CONFLICT refusals.constraints.AccountMember_committeeId_memberId_key",
    );
    expect(await refusalOf(linkMember(leader, link(idOf(register.actors.office))))).toBe(
      "FORBIDDEN refusals.forbidden",
    );
    const secretary = { accountId: idOf(register.actors.secretary), version: 1 };
    expect(await refusalOf(confirmLink(leader, secretary))).toBe("RULE accounts.errors.alreadyConfirmed");
    expect(await refusalOf(confirmLink(admin, secretary))).toBe("FORBIDDEN refusals.forbidden");
    expect(await refusalOf(confirmLink(leader, { accountId: idOf(admin), version: 1 }))).toBe(
      "NOT_FOUND refusals.notFound",
    );
  });
});

describe("the database underneath", () => {
  type Change = { role?: "LEADER"; confirmedAt?: Date; startsOn?: Date; endsOn?: Date | null };

  it.each([
    ["turn one right into another", { role: "LEADER" }],
    ["confirm a right", { confirmedAt: new Date() }],
    ["move its beginning", { startsOn: new Date("2000-01-01") }],
    ["prolong it", { endsOn: null }],
  ] satisfies [string, Change][])("does not let an administrator %s", async (_what, data) => {
    const target = idOf(register.actors.inspector);
    const { id } = await grantRole(admin, { ...newRight(target, "OFFICE"), lastDay: day("2030-12-31") });
    const work = inContext(admin.sessionToken, (tx) => tx.roleGrant.updateMany({ where: { id }, data }));
    await expect(work).rejects.toThrow(/only/);
  });

  it("does not let an administrator set a password or give a right to himself", async () => {
    const hash = inContext(admin.sessionToken, (tx) =>
      tx.account.updateMany({ where: { id: idOf(register.actors.office) }, data: { passwordHash: "x" } }),
    );
    await expect(hash).rejects.toThrow("a password is set by its owner");
    const { committeeId } = register;
    const accountId = idOf(admin);
    const right = { committeeId, id: randomUUID(), accountId, role: "OFFICE" as const, startsOn: new Date() };
    const self = inContext(admin.sessionToken, (tx) =>
      tx.roleGrant.createMany({ data: [{ ...right, grantedById: accountId }] }),
    );
    await expect(self).rejects.toThrow("row-level security");
  });
});
