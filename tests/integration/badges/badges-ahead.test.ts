import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { getBadgeYear, listBadgesDue } from "@/lib/features/badges/queries/get-badge-year";
import { addMember } from "@/lib/features/members/commands/add-member";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { openRegister } from "../../support/register";

describe("badges ahead", () => {
  it("tell ahead of the days that come who is due then, as the year does", async () => {
    const register = await openRegister();
    await installRuleSets(register.system);
    const people = [
      ["1996-01-20", register.branchId],
      ["1987-01-15", register.otherBranchId],
      ["1977-04-30", register.branchId],
    ] as const;
    const { office, secretary, inCharge, admin } = register.actors;
    for (const [admittedOn, branchId] of people) {
      const dates = { birthOn: partialDay("1940"), admittedOn: day(admittedOn), officialOn: day(admittedOn) };
      await addMember(register.system, { ...memberInput("Lò Văn Huy", branchId), ...dates });
    }
    const last = day(`${Number(office.today.slice(0, 4)) + 1}-12-31`);
    for (const actor of [office, secretary]) {
      const years = [office.today, last].map((on) => getBadgeYear(actor, Number(on.slice(0, 4))));
      const days = (await Promise.all(years)).flatMap((year) => year.days);
      const ahead = days.filter(({ awardOn }) => awardOn >= office.today);
      const told = await listBadgesDue(actor, last);
      expect(told.map(({ awardOn }) => awardOn)).toEqual(ahead.map(({ awardOn }) => awardOn));
      const [first] = ahead;
      expect(told[0]).toEqual({ awardOn: first?.awardOn, due: first?.due });
      expect(first?.due.length).toBeGreaterThan(0);
    }
    expect(await listBadgesDue(office, addDays(office.today, -1))).toEqual([]);
    for (const actor of [inCharge, admin]) expect(await listBadgesDue(actor, last)).toEqual([]);
  });
});
