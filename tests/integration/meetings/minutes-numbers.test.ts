import { beforeAll, describe, expect, it } from "vitest";
import { addMonths, type Day, day } from "@/lib/core/day";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { openBranchTerm } from "@/lib/features/organization/commands/branch-terms";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, noNext, type Place, secondBranch, sent, written } from "./branch-meeting";

let register: TestRegister;
let first: Place;
let second: Place;

/* Both branches have a term from 2018 on, the first one before it too. */
beforeAll(async () => {
  register = await openRegister();
  [first, second] = [firstBranch(register), secondBranch(register)];
  await openTerm(first, 7, "2015-06-01", "2017-12-31");
  for (const place of [first, second]) await openTerm(place, 8, "2018-01-01", null);
});

function openTerm({ branchId }: Place, number: number, startsOn: string, lastDay: string | null) {
  const days = { congressOn: day(startsOn), startsOn: day(startsOn), lastDay: lastDay === null ? null : day(lastDay) };
  return openBranchTerm(register.actors.office, { branchId, number, ...days, decisionNumber: null });
}
const numbersOf = async ({ branchId }: Place, from: Day, to: Day) =>
  (
    await ownerRows<{ number: number | null }>(
      `SELECT number FROM "Meeting" WHERE "branchId" = $1 AND "heldOn" BETWEEN $2 AND $3 ORDER BY number`,
      [branchId, from, to],
    )
  ).map(({ number }) => number);
const numberOf = async (id: string) => (await getMeeting(register.actors.leader, id)).number;

describe("the number of minutes", () => {
  it("is given when they are sent, from 1 on in each term and branch, and audited", async () => {
    const { secretary, otherSecretary } = register.actors;
    const old = await sent(secretary, first, day("2016-03-01"));
    const one = await sent(secretary, first, day("2018-03-01"));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meeting.sent" },
      after: expect.objectContaining({ minutesNumber: "01-BB/CB" }) as unknown,
    });
    const two = await sent(secretary, first, day("2018-02-01"));
    const other = await sent(otherSecretary, second, day("2018-03-01"));
    const given = await Promise.all([old, one, two, other].map(numberOf));
    expect(given).toEqual([1, 1, 2, 1]);
    const draft = await written(secretary, first, day("2018-04-01"));
    expect(await numberOf(draft)).toBeNull();
  });

  it("has neither gap nor double, however many are sent at once", async () => {
    const { secretary, office } = register.actors;
    const [from, to] = [day("2019-01-01"), day("2019-12-31")];
    const before = Math.max(...(await numbersOf(first, day("2018-01-01"), to)).map((number) => number ?? 0));
    const drafts: string[] = [];
    for (let month = 0; month < 6; month += 1) drafts.push(await written(secretary, first, addMonths(from, month)));
    const refused = sendMinutes(secretary, { id: drafts[0] ?? "", version: 2, ...noNext });
    await expect(refused).rejects.toMatchObject({ code: "CONFLICT" });
    await Promise.all(
      drafts.map((id, place) => sendMinutes(place % 2 === 0 ? secretary : office, { id, version: 3, ...noNext })),
    );
    expect(await numbersOf(first, from, to)).toEqual([1, 2, 3, 4, 5, 6].map((place) => before + place));
  });

  it("is given when they are signed, where no term was on record before, and never again", async () => {
    const { secretary } = register.actors;
    const id = await sent(secretary, first, day("2015-03-01"));
    const unsigned = await sent(secretary, first, day("2015-04-01"));
    expect(await numberOf(id)).toBeNull();
    await signMinutes(secretary, { id: unsigned, version: 4, signedOn: secretary.today });
    expect(await numberOf(unsigned)).toBeNull();
    await ownerRows(
      `UPDATE "BranchTerm" SET "startsOn" = '2015-01-01', "congressOn" = '2015-01-01'
      WHERE "branchId" = $1 AND number = 7`,
      [first.branchId],
    );
    await signMinutes(secretary, { id, version: 4, signedOn: secretary.today });
    expect(await numberOf(id)).toBe(2);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meeting.signed" },
      after: expect.objectContaining({ minutesNumber: "02-BB/CB" }) as unknown,
    });
    const again = await sent(secretary, first, day("2015-05-01"));
    expect(await numberOf(again)).toBe(3);
    await signMinutes(secretary, { id: again, version: 4, signedOn: secretary.today });
    expect(await numberOf(again)).toBe(3);
  });

  it("is held by the database: no number of a draft, out of the line, of another term, and none that changes", async () => {
    const { office } = register.actors;
    const id = await written(office, second, day("2020-03-01"));
    const [term] = await ownerRows<{ own: string; foreign: string }>(
      `SELECT (SELECT id FROM "BranchTerm" WHERE "branchId" = $1) AS own,
        (SELECT id FROM "BranchTerm" WHERE "branchId" = $2 AND number = 8) AS foreign`,
      [second.branchId, first.branchId],
    );
    const sending = `state = 'SENT', "sentOn" = "heldOn", "sentBy" = 'x'`;
    const numbered = (values: string, number: number, termId = term?.own) =>
      ownerRows(`UPDATE "Meeting" SET ${values}, number = $2, "termId" = $3 WHERE id = $1`, [id, number, termId]);
    const draft = numbered(`place = 'x'`, 2);
    await expect(draft).rejects.toThrow(/Meeting_numbered/);
    await expect(numbered(sending, 1)).rejects.toThrow(/without gaps/);
    await expect(numbered(sending, 3)).rejects.toThrow(/without gaps/);
    await expect(numbered(sending, 1, term?.foreign)).rejects.toThrow(/term of their day/);
    await numbered(sending, 2);
    await expect(numbered(`state = 'SIGNED', "signedOn" = "heldOn"`, 3)).rejects.toThrow(/stay as they are/);
  });
});
