import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/uploads/imports/route";
import type { Actor } from "@/lib/core/actor";
import { env } from "@/lib/core/env";
import { LIMITS } from "@/lib/core/files/reader/limits";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { signInRequests } from "../actions/request";
import { person, workbook } from "./rosters";

vi.mock("next/headers", async () => (await import("../actions/request")).requestParts);

let register: TestRegister;
let roster: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  register = await openRegister();
  roster = new Uint8Array(await workbook([person(1)]));
});

/** Where the browser is sent after the file, or the status where it is sent nowhere. */
async function send(
  actor: Actor | null,
  bytes: Uint8Array<ArrayBuffer> | null,
  origin = new URL(env().APP_URL).origin,
) {
  await signInRequests(actor);
  const body = new FormData();
  if (bytes) body.set("file", new File([bytes], "danh-sach.xlsx"));
  const request = new Request(`${env().APP_URL}/api/uploads/imports`, { method: "POST", body, headers: { origin } });
  const answer = await POST(request);
  return answer.headers.get("Location") ?? answer.status;
}

const staged = () =>
  ownerRows<{ id: string }>(`SELECT id FROM "RosterImport" WHERE "committeeId" = $1`, [register.committeeId]);

describe("a file sent to the address for rosters", () => {
  it("is taken in and leads on to its columns", async () => {
    const to = await send(register.actors.office, roster);
    const [one] = await staged();
    expect(to).toBe(`/imports/${one?.id}/columns`);
  });

  it.each(["leader", "inspector", "admin", "inCharge", "ordinary"] as const)(
    "is not taken from the %s, and the refusal is noted",
    async (who) => {
      const before = await staged();
      expect(await send(register.actors[who], roster)).toBe("/imports/new?refused=refusals.forbidden");
      expect(await staged()).toEqual(before);
      const [noted] = await ownerRows<{ params: object }>(
        `SELECT params FROM "AccessLog" WHERE "accountId" = $1 AND type = 'access.refused'`,
        [register.actors[who].accountId],
      );
      expect(noted?.params).toMatchObject({ reason: "FORBIDDEN" });
    },
  );

  it("is not taken without a session, from another site, without a file, too big, or holding no table", async () => {
    const { office } = register.actors;
    const before = await staged();
    expect(await send(null, roster)).toBe("/sign-in?returnTo=%2Fimports%2Fnew");
    expect(await send(office, roster, "https://elsewhere.example")).toBe(403);
    expect(await send(office, null)).toBe("/imports/new?refused=imports.upload.none");
    expect(await send(office, new Uint8Array(LIMITS.bytes + 1))).toBe("/imports/new?refused=imports.refusals.TOO_BIG");
    expect(await send(office, new TextEncoder().encode("a,b\n1,2"))).toBe(
      "/imports/new?refused=imports.errors.noTable",
    );
    expect(await staged()).toEqual(before);
  });
});
