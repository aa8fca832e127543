import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addMember } from "@/lib/features/members/commands/add-member";
import { revealIdNumbers } from "@/lib/features/members/commands/reveal-id-numbers";
import { getMember } from "@/lib/features/members/queries/get-member";
import { getMemberFile } from "@/lib/features/members/queries/get-member-file";
import { memberInput } from "../../support/member-input";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";

const purpose = "Cấp lại thẻ đảng viên";
let register: TestRegister;
let memberId: string;

beforeAll(async () => {
  register = await openRegister();
  const citizen = { idNumber: "014175000777", oldIdNumber: "050123777" };
  const numbers = { ...citizen, cardNumber: "000000004321", oldCardNumber: "12345678" };
  ({ id: memberId } = await addMember(register.system, { ...memberInput("Vì Thị Số", register.branchId), ...numbers }));
});

const reveals = () =>
  ownerRows<{ actorName: string; params: unknown }>(
    `SELECT "actorName", params FROM "AccessLog" WHERE "committeeId" = $1 AND type = 'idNumbers.revealed' ORDER BY at`,
    [register.committeeId],
  );

describe("the ID numbers of a member", () => {
  it("are masked on every page, also for who may see them in full", async () => {
    for (const actor of [register.actors.office, register.actors.leader, register.actors.secretary]) {
      const { idNumbers } = await getMember(actor, memberId);
      expect(idNumbers).toEqual({ current: "•••••••••777", old: "••••••777" });
    }
  });

  it("are shown in full to the office and leaders for a purpose, which stays on record and never holds a number", async () => {
    for (const actor of [register.actors.office, register.actors.leader]) {
      expect((await getMember(actor, memberId)).can.revealIdNumbers).toBe(true);
      expect(await revealIdNumbers(actor, { memberId, purpose })).toEqual({
        current: "014175000777",
        old: "050123777",
        card: "000000004321",
        oldCard: "12345678",
      });
      expect((await reveals()).at(-1)).toEqual({
        actorName: actor.displayName,
        params: { member: "Vì Thị Số", purpose },
      });
    }
    expect(JSON.stringify(await reveals())).not.toContain("014175000777");
    const { readings } = await getMemberFile(register.actors.office, memberId);
    expect(readings.filter(({ type }) => type === "idNumbers.revealed")).toHaveLength(2);
  });

  it("stay masked for everybody else, and nothing is noted", async () => {
    const before = (await reveals()).length;
    const { secretary, otherSecretary, inCharge, inspector, admin, ordinary } = register.actors;
    expect((await getMember(secretary, memberId)).can.revealIdNumbers).toBe(false);
    const answers: [Actor, string][] = [
      [secretary, "FORBIDDEN"],
      [inCharge, "FORBIDDEN"],
      [inspector, "NOT_FOUND"],
      [otherSecretary, "NOT_FOUND"],
      [admin, "NOT_FOUND"],
      [ordinary, "NOT_FOUND"],
    ];
    for (const [actor, code] of answers) {
      await expect(revealIdNumbers(actor, { memberId, purpose })).rejects.toMatchObject({ code });
    }
    expect((await reveals()).length).toBe(before);
  });

  it("are not shown without a purpose that says something, nor where there are none", async () => {
    const { office } = register.actors;
    await expect(revealIdNumbers(office, { memberId, purpose: "xem" })).rejects.toMatchObject({
      code: "RULE",
      reason: "exports.errors.purposeTooShort",
    });
    await expect(revealIdNumbers(office, { memberId: register.members.deputy, purpose })).rejects.toMatchObject({
      code: "RULE",
      reason: "members.errors.noIdNumbers",
    });
    expect((await getMember(office, register.members.deputy)).can.revealIdNumbers).toBe(false);
  });
});
