import { beforeAll, describe, expect, it } from "vitest";
import { inContext } from "@/lib/core/db/context";
import { findKeptPreferences, keepPreferences } from "@/lib/core/i18n/kept-preferences";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

describe("how a person wants to see every page", () => {
  it("is kept with the account, one choice beside the other, and read at the next sign-in", async () => {
    const { office } = register.actors;
    expect(await findKeptPreferences(office.sessionToken)).toEqual({});
    await keepPreferences(office, { textSize: "130", locale: "en" });
    await keepPreferences(office, { theme: "dark", textSize: "115" });
    await keepPreferences(office, { columns: "sex,birth" });
    const kept = { textSize: "115", locale: "en", theme: "dark", columns: "sex,birth" };
    expect(await findKeptPreferences(office.sessionToken)).toEqual(kept);
  });

  it("is each person's own: another account neither reads nor changes it", async () => {
    const { leader, secretary } = register.actors;
    await keepPreferences(leader, { theme: "light" });
    const seen = await inContext(secretary.sessionToken, (tx) => tx.accountPreference.findMany());
    expect(seen).toEqual([]);
    const changed = await inContext(secretary.sessionToken, (tx) =>
      tx.accountPreference.updateMany({ where: { accountId: leader.accountId ?? "" }, data: { theme: "dark" } }),
    );
    expect(changed.count).toBe(0);
    const forged = inContext(secretary.sessionToken, (tx) =>
      tx.accountPreference.create({ data: { accountId: register.actors.admin.accountId ?? "", theme: "dark" } }),
    );
    await expect(forged).rejects.toThrow(/row-level security|violates|not found/i);
    expect(await findKeptPreferences(leader.sessionToken)).toEqual({ theme: "light" });
  });

  it("is nothing to keep for the system, and no event of the trail", async () => {
    const events = () => ownerRows(`SELECT 1 FROM "AuditEvent" WHERE "committeeId" = $1`, [register.committeeId]);
    const before = (await events()).length;
    await keepPreferences(register.system, { theme: "dark" });
    await keepPreferences(register.actors.inspector, { theme: "dark" });
    expect((await events()).length).toBe(before);
    expect(await findKeptPreferences(register.system.sessionToken)).toEqual({});
  });
});
