import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { checkChain } from "@/lib/features/audit/commands";
import { openRegister, ownerRows } from "../../support/register";

it("lets one person write sixty times a minute and no more, and nobody else wait for it", async () => {
  const { actors, committeeId } = await openRegister();
  const write = (actor = actors.leader) => checkChain(actor, {}, { formKey: randomUUID() });
  const written = async () =>
    (
      await ownerRows(`SELECT 1 FROM "AuditEvent" WHERE "committeeId" = $1 AND type = 'auditChain.checked'`, [
        committeeId,
      ])
    ).length;
  for (let n = 0; n < 60; n += 1) await write();
  await expect(write()).rejects.toMatchObject({ code: "RULE", reason: "refusals.tooManyWrites", params: { most: 60 } });
  expect(await written()).toBe(60);
  await write(actors.admin);

  await ownerRows(`UPDATE "CommandReceipt" SET at = at - interval '1 minute' WHERE "accountId" = $1`, [
    actors.leader.accountId,
  ]);
  await write();
  expect(await written()).toBe(62);
}, 60_000);
