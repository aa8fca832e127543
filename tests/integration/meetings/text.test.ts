import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addMonths, type Day, day } from "@/lib/core/day";
import { addAddendum } from "@/lib/features/meetings/commands/add-addendum";
import { takeOverPen, writeMinutes } from "@/lib/features/meetings/commands/write-minutes";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { lastEvent, openRegister, type TestRegister } from "../../support/register";
import { firstBranch, item, opened, type Place, sent, withRoll } from "./branch-meeting";

let register: TestRegister;
let first: Place;
let months = 0;

beforeAll(async () => {
  register = await openRegister();
  first = firstBranch(register);
});

const nextMonth = (): Day => addMonths(day("2022-01-01"), months++);
const ruled = (reason: string) => ({ code: "RULE", reason: `meetings.errors.${reason}` });
const text = (id: string, version: number, changes = {}) => ({
  id,
  version,
  conclusion: null,
  items: [item],
  ...changes,
});

describe("the text of the minutes", () => {
  it("is kept item by item with votes of those present, and audited", async () => {
    const { secretary } = register.actors;
    const id = await withRoll(secretary, first, nextMonth());
    const items = [{ ...item, yes: 2, no: 1, other: 0 }];
    await writeMinutes(secretary, text(id, 2, { items, conclusion: "Thống nhất" }));
    expect(await getMeeting(secretary, id)).toMatchObject({
      items,
      conclusion: "Thống nhất",
      voters: 3,
      otherPen: null,
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meeting.written", before: { conclusion: null }, after: { conclusion: "Thống nhất" } },
    });
    const wrong = text(id, 3, { items: [{ ...item, yes: 4, no: 0, other: 0 }] });
    await expect(writeMinutes(secretary, wrong)).rejects.toMatchObject(ruled("votesNotPresent"));
  });

  it("is the agenda of the last monthly meeting when the next is opened, without what was said", async () => {
    const { secretary } = register.actors;
    const last = await opened(secretary, first, nextMonth());
    await writeMinutes(secretary, text(last, 1));
    const next = await opened(secretary, first, nextMonth());
    const { items } = await getMeeting(secretary, next);
    expect(items).toEqual([{ ...item, opinions: null }]);
  });

  it("is written by one at a time: another one is refused by name until taking over, and then the first one", async () => {
    const { secretary, office } = register.actors;
    const id = await opened(secretary, first, nextMonth());
    await writeMinutes(secretary, text(id, 1));
    const refusal = { ...ruled("otherPen"), params: { name: "Ngần Văn Thiệp" } };
    await expect(writeMinutes(office, text(id, 2))).rejects.toMatchObject(refusal);
    expect((await getMeeting(office, id)).otherPen).toBe("Ngần Văn Thiệp");
    const both = await Promise.allSettled([
      takeOverPen(office, { id, version: 2 }),
      takeOverPen(office, { id, version: 2 }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "meeting.penMoved",
      after: { pen: "Văn phòng" },
    });
    await writeMinutes(office, text(id, 3, { conclusion: "Bản của văn phòng" }));
    await expect(writeMinutes(secretary, text(id, 2))).rejects.toMatchObject(ruled("otherPen"));
  });

  it("shows both texts to who saves an older one, and is written once with one key", async () => {
    const { secretary } = register.actors;
    const id = await opened(secretary, first, nextMonth());
    const formKey = randomUUID();
    const input = text(id, 1, { conclusion: "Một" });
    await writeMinutes(secretary, input, { formKey });
    await writeMinutes(secretary, input, { formKey });
    const late = writeMinutes(secretary, text(id, 1, { conclusion: "Hai" }));
    await expect(late).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
      current: { conclusion: "Một", "yes-1": "" },
    });
  });

  it("is over once sent, and for who keeps the minutes", async () => {
    const { secretary, otherSecretary, inCharge } = register.actors;
    const draft = await opened(secretary, first, nextMonth());
    for (const [actor, code] of [
      [inCharge, "FORBIDDEN"],
      [otherSecretary, "NOT_FOUND"],
    ] as const) {
      await expect(writeMinutes(actor, text(draft, 1))).rejects.toMatchObject({ code });
      await expect(takeOverPen(actor, { id: draft, version: 1 })).rejects.toMatchObject({ code });
    }
    const id = await sent(secretary, first, nextMonth());
    await expect(writeMinutes(secretary, text(id, 4))).rejects.toMatchObject(ruled("locked"));
    await expect(takeOverPen(secretary, { id, version: 4 })).rejects.toMatchObject(ruled("locked"));
  });
});

describe("an addendum", () => {
  const words = { text: "Có thêm ý kiến của một đồng chí", reason: "Đối chiếu sổ tay" };

  it("stands below minutes that were sent, once, with reason and hand", async () => {
    const { secretary } = register.actors;
    const id = await sent(secretary, first, nextMonth());
    const formKey = randomUUID();
    await addAddendum(secretary, { id, ...words }, { formKey });
    await addAddendum(secretary, { id, ...words }, { formKey });
    const { addenda } = await getMeeting(register.actors.inCharge, id);
    expect(addenda).toMatchObject([{ ...words, recordedBy: "Ngần Văn Thiệp" }]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "meeting.amended",
      after: { text: words.text },
    });
  });

  it("is refused to a draft, to who only reads, and in the next branch", async () => {
    const { secretary, otherSecretary, inCharge } = register.actors;
    const draft = await opened(secretary, first, nextMonth());
    await expect(addAddendum(secretary, { id: draft, ...words })).rejects.toMatchObject(ruled("stillDraft"));
    const id = await sent(secretary, first, nextMonth());
    await expect(addAddendum(inCharge, { id, ...words })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(addAddendum(otherSecretary, { id, ...words })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
