import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { openBranchTerm } from "@/lib/features/organization/commands/branch-terms";
import { openTerm } from "@/lib/features/organization/commands/shape-committee";
import { lastEvent, ownerRows, type TestRegister } from "../../support/register";
import { type Body, openBodies, sentOf, writtenOf } from "./body-meeting";
import { noNext } from "./branch-meeting";

let register: TestRegister;
let executive: Body;
let standing: Body;
/** The committee's term that follows that of the test register. */
let nextTerm: string;

/* The first term of the committee ends with 2024, the next one begins in March 2025; in between none is on record. */
beforeAll(async () => {
  ({ register, executive, standing } = await openBodies());
  await ownerRows(`UPDATE "Term" SET "endsOn" = '2025-01-01' WHERE id = $1`, [register.termId]);
  const next = { name: "Nhiệm kỳ 2025–2030", startsOn: day("2025-03-01"), lastDay: null };
  nextTerm = (await openTerm(register.system, next)).id;
});

const signOf = async (id: string) => {
  const { number, sign } = await getMeeting(register.actors.leader, id);
  return number === null ? null : sign;
};
const linesOf = async ({ body }: Body, termId: string) =>
  (
    await ownerRows<{ number: number }>(
      `SELECT number FROM "Meeting" WHERE body = $1::"MeetingBody" AND "committeeTermId" = $2 ORDER BY number`,
      [body, termId],
    )
  ).map(({ number }) => number);
const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1);

describe("the number of a body's minutes", () => {
  it("is given when they are closed, from 1 on for each body in each term of the committee, and audited", async () => {
    const { office } = register.actors;
    const one = await sentOf(office, executive, day("2022-04-01"));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meeting.sent" },
      after: expect.objectContaining({ minutesNumber: "01-BB/ĐU" }) as unknown,
    });
    const two = await sentOf(office, executive, day("2022-03-01"));
    const other = await sentOf(office, standing, day("2022-04-01"));
    const later = await sentOf(office, executive, day("2025-04-01"));
    expect(await Promise.all([one, two, other, later].map(signOf))).toEqual([
      ...["01-BB/ĐU", "02-BB/ĐU", "01-BB/ĐU", "01-BB/ĐU"],
    ]);
    expect(await signOf(await writtenOf(office, executive, day("2022-05-01")))).toBeNull();
  });

  it("has neither gap nor double, however many of both bodies are closed at once", async () => {
    const { office } = register.actors;
    const before = new Map<Body, number>();
    const drafts: string[] = [];
    for (const of of [executive, standing]) {
      before.set(of, (await linesOf(of, register.termId)).length);
      for (let days = 0; days < 4; days += 1)
        drafts.push(await writtenOf(office, of, addDays(day("2023-01-01"), days)));
    }
    const refused = sendMinutes(office, { id: drafts[0] ?? "", version: 2, ...noNext });
    await expect(refused).rejects.toMatchObject({ code: "CONFLICT" });
    await Promise.all(
      drafts.map((id, place) => sendMinutes(place % 2 === 0 ? office : register.system, { id, version: 3, ...noNext })),
    );
    for (const [of, numbers] of before) expect(await linesOf(of, register.termId)).toEqual(upTo(numbers + 4));
  });

  it("is given when they are signed, where no term was on record before, and never again", async () => {
    const { office } = register.actors;
    const id = await sentOf(office, standing, day("2025-02-01"));
    const unsigned = await sentOf(office, standing, day("2025-01-10"));
    expect(await signOf(id)).toBeNull();
    await signMinutes(office, { id: unsigned, version: 4, signedOn: office.today });
    expect(await signOf(unsigned)).toBeNull();
    await ownerRows(`UPDATE "Term" SET "startsOn" = '2025-01-01' WHERE id = $1`, [nextTerm]);
    await signMinutes(office, { id, version: 4, signedOn: office.today });
    expect(await signOf(id)).toBe("01-BB/ĐU");
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meeting.signed" },
      after: expect.objectContaining({ minutesNumber: "01-BB/ĐU" }) as unknown,
    });
    const again = await sentOf(office, standing, day("2025-03-05"));
    await signMinutes(office, { id: again, version: 4, signedOn: office.today });
    expect(await signOf(again)).toBe("02-BB/ĐU");
  });

  it("is held by the database: no number of a draft, out of the line, of another term or of a branch, and none that changes", async () => {
    const { office } = register.actors;
    const [first, second] = [day("2024-03-01"), day("2024-03-02")];
    await sentOf(office, executive, first);
    const id = await writtenOf(office, executive, second);
    const { termId } = register;
    const following = (await linesOf(executive, termId)).length + 1;
    const sending = `state = 'SENT', "sentOn" = "heldOn", "sentBy" = 'x'`;
    const numbered = (values: string, number: number | null, term: string | null = termId) =>
      ownerRows(`UPDATE "Meeting" SET ${values}, number = $2, "committeeTermId" = $3 WHERE id = $1`, [
        id,
        number,
        term,
      ]);
    await expect(numbered(`place = 'x'`, following)).rejects.toThrow(/Meeting_numbered/);
    await expect(numbered(sending, following - 1)).rejects.toThrow(/without gaps/);
    await expect(numbered(sending, following + 1)).rejects.toThrow(/without gaps/);
    await expect(numbered(sending, 2, nextTerm)).rejects.toThrow(/term of their day/);
    await expect(numbered(sending, following, null)).rejects.toThrow(/term of their day/);
    await expect(numbered(sending, null)).rejects.toThrow(/Meeting_numbered/);
    const { branchId } = register;
    const days = { congressOn: day("2018-01-01"), startsOn: day("2018-01-01"), lastDay: null };
    const ofBranch = await openBranchTerm(office, { branchId, number: 9, ...days, decisionNumber: null });
    const both = numbered(`${sending}, "termId" = '${ofBranch.id}'`, following);
    await expect(both).rejects.toThrow(/Meeting_numbered/);
    await numbered(sending, following);
    const signed = numbered(`state = 'SIGNED', "signedOn" = "heldOn"`, following + 1);
    await expect(signed).rejects.toThrow(/stay as they are/);
  });
});
