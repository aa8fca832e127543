import { encode } from "next-auth/jwt";
import { beforeAll, expect, it, vi } from "vitest";
import { codeOfRefusedPage, noteRefusal } from "@/lib/core/access-refusal";
import type { Actor } from "@/lib/core/actor";
import { SESSION_COOKIE } from "@/lib/core/auth/session-cookie";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { report } from "@/lib/core/log";
import { readAs } from "@/lib/core/query";
import { listRefusedPeople } from "@/lib/features/accounts/queries/list-refused-people";
import { listAccesses } from "@/lib/features/audit/queries/list-accesses";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";

let cookie = "";
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-sodb-path": "/members/1?q=Lò" }),
  cookies: async () => ({ get: () => ({ value: cookie }) }),
}));
vi.mock("@/lib/core/log", () => ({ report: vi.fn<typeof report>() }));

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

it("notes a refused page once, in both logs under the code that the page shows, where the leader finds it", async () => {
  const { secretary, leader } = register.actors;
  cookie = await encode({
    token: { session: secretary.sessionToken },
    secret: env().AUTH_SECRET,
    salt: SESSION_COOKIE,
  });
  const rows = () =>
    ownerRows<{ params: object }>(
      `SELECT params FROM "AccessLog" WHERE "accountId" = $1 AND params ->> 'page' = $2 ORDER BY at DESC`,
      [secretary.accountId, "/members/1"],
    );
  const before = (await rows()).length;
  await refuse(secretary, 1, "FORBIDDEN");
  const code = await codeOfRefusedPage(403, "/members/1?q=Lò");
  expect(code).toMatch(/^[A-Z0-9]{8}$/);
  expect(await codeOfRefusedPage(403, "/members/1")).toBe(code);
  const noted = await rows();
  expect(noted).toHaveLength(before + 1);
  expect(noted[0]?.params).toEqual({ code, reason: "FORBIDDEN", page: "/members/1" });
  expect(vi.mocked(report).mock.lastCall?.[0]).toMatchObject({ code, reason: "FORBIDDEN", path: "/members/1" });
  const anything = { person: "", kind: "access", recordId: null, eventId: null, from: null, to: null };
  const { accesses } = await listAccesses(leader, anything, { page: 1, size: 50 });
  expect(accesses.map(({ params }) => params)).toContainEqual(noted[0]?.params);
});

it("notes an address that no page answers when its code is asked for, and nobody without a session", async () => {
  const { secretary } = register.actors;
  const rows = () => ownerRows(`SELECT 1 FROM "AccessLog" WHERE params ->> 'page' = '/nowhere'`);
  cookie = "";
  expect(await codeOfRefusedPage(404, "/nowhere")).toBeNull();
  expect(await rows()).toEqual([]);
  cookie = await encode({
    token: { session: secretary.sessionToken },
    secret: env().AUTH_SECRET,
    salt: SESSION_COOKIE,
  });
  expect(await codeOfRefusedPage(404, "/nowhere")).toMatch(/^[A-Z0-9]{8}$/);
  expect(await rows()).toHaveLength(1);
});
