import { beforeAll, expect, it, vi } from "vitest";
import { noteRefusal } from "@/lib/core/access-refusal";
import type { Actor } from "@/lib/core/actor";
import { DomainError } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { listRefusedPeople } from "@/lib/features/accounts/queries/list-refused-people";
import { listAccesses } from "@/lib/features/audit/queries/list-accesses";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-sodb-path": "/members/1?q=Lò" }) }));

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

const refuse = async (actor: Actor, times: number, code: "NOT_FOUND" | "FORBIDDEN" | "RULE" = "NOT_FOUND") => {
  for (let n = 0; n < times; n += 1) await noteRefusal(actor, new DomainError(code, "refusals.notFound"));
};

it("shows the administrator who was refused ten times within five minutes, and nobody else", async () => {
  const { admin, leader, office, secretary } = register.actors;
  await refuse(secretary, 9);
  expect(await listRefusedPeople(admin)).toEqual([]);
  await refuse(secretary, 1, "FORBIDDEN");
  expect(await listRefusedPeople(admin)).toMatchObject([
    { accountId: secretary.accountId, name: "Ngần Văn Thiệp", count: 10 },
  ]);
  for (const actor of [leader, office, secretary]) expect(await listRefusedPeople(actor)).toEqual([]);
});

it("counts neither what a rule refuses nor what is spread over hours", async () => {
  const { admin, otherSecretary, office } = register.actors;
  await refuse(otherSecretary, 12, "RULE");
  await refuse(office, 12);
  await ownerRows(
    `UPDATE "AccessLog" l SET at = l.at - n.number * interval '1 hour'
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM "AccessLog" WHERE "accountId" = $1) n WHERE n.id = l.id`,
    [office.accountId],
  );
  const names = (await listRefusedPeople(admin)).map(({ name }) => name);
  expect(names).not.toContain("Sồng A Páo");
  expect(names).not.toContain("Văn phòng");
});

it("lets the administrator see who was refused and who signed in, and what nobody has read", async () => {
  const { admin, office } = register.actors;
  await readAs(office, (tx) =>
    tx.accessLog.create({
      data: {
        committeeId: register.committeeId,
        id: crypto.randomUUID(),
        accountId: office.accountId ?? "",
        actorName: "Văn phòng",
        type: "members.exported",
        params: {},
      },
      select: { id: true },
    }),
  );
  const seen = await readAs(admin, (tx) => tx.accessLog.findMany({ distinct: ["type"], select: { type: true } }));
  expect(seen.map(({ type }) => type)).toEqual(["access.refused"]);
  const anything = { person: "", kind: "", recordId: null, eventId: null, from: null, to: null };
  expect((await listAccesses(admin, anything, { page: 1, size: 50 })).accesses).toEqual([]);
});
