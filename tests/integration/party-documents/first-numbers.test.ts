import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inContext } from "@/lib/core/db/context";
import { setFirstNumber } from "@/lib/features/party-documents/commands/take-number";
import { listNextSigns } from "@/lib/features/party-documents/queries/find-document-form";
import { getDocument } from "@/lib/features/party-documents/queries/get-document";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { issued } from "./document";

const ruled = (reason: string) => ({ code: "RULE", reason: `partyDocuments.errors.${reason}` });

describe("going on from a register on paper", () => {
  const start = { kind: "DECISION", version: 0, number: 13, reason: "Sổ giấy đã cấp đến số 12" } as const;
  const signOf = async (office: TestRegister["actors"]["office"]) =>
    (await listNextSigns(office)).find(({ kind }) => kind === "DECISION")?.sign;

  it("gives the number that was said first, then the next ones, and changes it no more", async () => {
    const own = await openRegister();
    const { office } = own.actors;
    await setFirstNumber(office, { ...start, number: 31 });
    await expect(setFirstNumber(office, start)).rejects.toMatchObject({
      ...{ code: "CONFLICT", version: 1, current: { number: "31", reason: start.reason } },
    });
    await setFirstNumber(office, { ...start, version: 1 });
    expect(await lastEvent(own.committeeId)).toMatchObject({ type: "partyDocument.firstNumberSet" });
    expect(await signOf(office)).toBe("13-QĐ/ĐU");
    const today = { kind: "DECISION", issuedOn: office.today } as const;
    const ids = [await issued(office, today), await issued(office, today)];
    const numbers = await Promise.all(ids.map(async (id) => (await getDocument(office, id)).name));
    expect(numbers).toEqual(["13-QĐ/ĐU", "14-QĐ/ĐU"]);
    await expect(setFirstNumber(office, { ...start, version: 2 })).rejects.toMatchObject(ruled("firstNumberGiven"));
    const forced = inContext(
      office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "FirstNumber" SET number = 1, "recordedById" = ${office.accountId}::uuid`,
    );
    await expect(forced).rejects.toThrow(/FirstNumber_comes_first|a number was given/);
  });

  it("is said by the office alone, once by one form sent twice at once", async () => {
    const own = await openRegister();
    const { office, leader, secretary, ordinary } = own.actors;
    for (const reader of [leader, secretary])
      await expect(setFirstNumber(reader, start)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(setFirstNumber(ordinary, start)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const formKey = randomUUID();
    await Promise.all([1, 2].map(() => setFirstNumber(office, start, { formKey })));
    const stored = await ownerRows(`SELECT number, version FROM "FirstNumber" WHERE "committeeId" = $1`, [
      own.committeeId,
    ]);
    expect(stored).toEqual([{ number: 13, version: 1 }]);
    const foreign = (await openRegister()).actors.office;
    const raw = await inContext(foreign.sessionToken, (tx) => tx.$queryRaw`SELECT number FROM "FirstNumber"`);
    expect(raw).toEqual([]);
  });

  it("leaves no gap from there on, whatever is written past the program", async () => {
    const own = await openRegister();
    const { office } = own.actors;
    await setFirstNumber(office, start);
    const today = { kind: "DECISION", issuedOn: office.today } as const;
    const copied = (number: number) =>
      ownerRows(
        `INSERT INTO "PartyDocument" ("committeeId", id, direction, kind, number, sign, "termId", "issuedOn", issuer, "issuerKey",
          "subjectLine", audience, "searchText", "recordedBy")
         SELECT "committeeId", gen_random_uuid(), 'OWN', 'DECISION', $2, 'x', id, "startsOn", 'x', 'x', 'x', 'NO_BRANCH', 'x', 'x'
         FROM "Term" WHERE "committeeId" = $1`,
        [own.committeeId, number],
      );
    await expect(copied(1)).rejects.toThrow(/without a gap/);
    await expect(copied(14)).rejects.toThrow(/without a gap/);
    await issued(office, today);
    await expect(copied(15)).rejects.toThrow(/without a gap/);
    await expect(copied(12)).rejects.toThrow(/without a gap/);
    await expect(copied(13)).rejects.toThrow(/PartyDocument_own_number/);
    await copied(14);
    expect(await signOf(office)).toBe("15-QĐ/ĐU");
  });
});
