import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import type { Tx } from "@/lib/core/db/context";
import { SessionEndedError } from "@/lib/core/errors";
import { readAndLog, readAs, readTogether } from "@/lib/core/query";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

async function transactionOf(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT txid_current()::text AS id`;
  return row?.id ?? "";
}

const read = (actor: Actor) => readAs(actor, transactionOf);

describe("reads that belong together", () => {
  it("share one transaction, whether at once or one after the other", async () => {
    const { office } = register.actors;
    const seen = await readTogether(async () => [
      ...(await Promise.all([read(office), read(office)])),
      await read(office),
    ]);
    expect(new Set(seen).size).toBe(1);
  });

  it("have one each where nothing holds them together", async () => {
    const { office } = register.actors;
    expect(new Set([await read(office), await read(office)]).size).toBe(2);
  });

  it("keep the scope of each reader", async () => {
    const { office, secretary } = register.actors;
    const count = (actor: Actor) => readAs(actor, (tx) => tx.member.count());
    const alone = [await count(office), await count(secretary)];
    expect(await readTogether(() => Promise.all([count(office), count(secretary)]))).toEqual(alone);
    expect(alone[0]).toBeGreaterThan(alone[1] ?? 0);
  });

  it("leave nothing open when one of them fails, and the next read works", async () => {
    const { office } = register.actors;
    const failing = readAs(office, (tx) => tx.$queryRaw`SELECT 1 / 0`);
    await expect(readTogether(() => Promise.all([read(office), failing]))).rejects.toThrow(/division by zero/);
    expect(await read(office)).not.toBe("");
    const open = await ownerRows(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(open).toEqual([]);
  });

  it("are refused to who has no session", async () => {
    const { office } = register.actors;
    const nobody = { ...office, sessionToken: "none" };
    await expect(readTogether(() => Promise.all([read(nobody), read(nobody)]))).rejects.toThrow(SessionEndedError);
    expect(await readTogether(() => read(nobody).catch(() => "signed out"))).toBe("signed out");
  });

  it("have their trace in the log before they are answered, written along with what was read", async () => {
    const { office } = register.actors;
    const leaveTrace = async (tx: Tx) => {
      await logAccess(tx, office, { type: "test.read", params: {} });
      return transactionOf(tx);
    };
    const traces = () =>
      ownerRows(`SELECT 1 FROM "AccessLog" WHERE type = 'test.read' AND "accountId" = $1`, [office.accountId]);
    const seen = await readTogether(async () => [await read(office), await readAndLog(office, leaveTrace)]);
    expect(new Set(seen).size).toBe(1);
    expect(await traces()).toHaveLength(1);
    await readAs(office, async () => {
      await readAndLog(office, leaveTrace);
      expect(await traces()).toHaveLength(2);
    });
  });

  it("are not answered when their trace cannot be kept", async () => {
    const { office } = register.actors;
    const failing = readTogether(async () => {
      await readAndLog(office, (tx) => logAccess(tx, office, { type: "test.lost", params: {} }));
      await readAs(office, (tx) => tx.$queryRaw`SELECT 1 / 0`).catch(() => "unnoticed");
      return "answered";
    });
    await expect(failing).rejects.toThrow(/division by zero/);
    expect(await ownerRows(`SELECT 1 FROM "AccessLog" WHERE type = 'test.lost'`)).toEqual([]);
  });
});
