import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { runCommand } from "@/lib/core/command";
import { checkChain } from "@/lib/features/audit/commands";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

const checks = async (actor: Actor) =>
  (
    await ownerRows(`SELECT 1 FROM "AuditEvent" WHERE "accountId" = $1 AND type = 'auditChain.checked'`, [
      actor.accountId,
    ])
  ).length;

it("answers fifty sendings of one form key at once alike, and does the thing once", async () => {
  const { leader } = register.actors;
  const formKey = randomUUID();
  const answers = await Promise.all(Array.from({ length: 50 }, () => checkChain(leader, {}, { formKey })));
  expect(
    new Set(answers.map((one) => JSON.stringify(Object.entries(one).sort(([a], [b]) => a.localeCompare(b))))).size,
  ).toBe(1);
  expect(await checks(leader)).toBe(1);
  expect(await checkChain(leader, {}, { formKey })).toEqual(answers[0]);
  expect(await checks(leader)).toBe(1);
});

it("refuses a form key with other content, and does not know the key of another person", async () => {
  const { admin, leader } = register.actors;
  const formKey = randomUUID();
  await checkChain(admin, {}, { formKey });
  await expect(checkChain(admin, { other: "content" }, { formKey })).rejects.toMatchObject({
    code: "CONFLICT",
    reason: "refusals.formKeyReused",
  });
  const before = await checks(leader);
  await checkChain(leader, {}, { formKey });
  expect(await checks(leader)).toBe(before + 1);
});

it("changes nothing when the audit cannot be written", async () => {
  const { office } = register.actors;
  const write = (type: "branch.contactEdited" | "") =>
    runCommand(office, { command: "test", input: null }, async ({ tx, audit }) => {
      await tx.branch.updateMany({ where: { id: register.branchId }, data: { name: "Chi bộ không ai biết" } });
      if (type) audit({ type, subject: { kind: "branch", id: "no uuid", name: null }, changes: [] });
      return { id: register.branchId };
    });
  await expect(write("")).rejects.toThrow(/named no audit event/);
  await expect(write("branch.contactEdited")).rejects.toThrow(/NOT_FOUND/);
  expect(await ownerRows(`SELECT 1 FROM "Branch" WHERE name = 'Chi bộ không ai biết'`)).toEqual([]);
});
