import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { recordResult } from "@/lib/features/training/commands/record-result";
import { getGaps, listLacks } from "@/lib/features/training/queries/get-gaps";
import { openRegister, type TestRegister } from "../../support/register";
import { courseWith, participantOf, passed } from "./course";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  const { office } = register.actors;
  const { secretary } = register.members;
  const id = await courseWith(office, [secretary]);
  await recordResult(office, { id: await participantOf(id, secretary), version: 1, ...passed });
});

async function gapOf(reader: TestRegister["system"], requirement: string, on = register.system.today) {
  const { gaps } = await getGaps(reader, on);
  const gap = gaps.find((one) => one.requirement === requirement);
  if (!gap) throw new Error(`no ${requirement}`);
  const names = (meets: boolean) => gap.holders.filter((one) => one.meets === meets).map((one) => one.memberId);
  return { ...gap, meeting: names(true).sort(), lacking: names(false).sort() };
}

describe("what holders of posts lack", () => {
  it("names branch committees without their course, up to the day asked for", async () => {
    const { leader } = register.actors;
    const { secretary, deputy, otherSecretary } = register.members;
    const today = await gapOf(leader, "BRANCH_COURSE");
    expect(today.meeting).toEqual([secretary]);
    expect(today.lacking).toEqual([deputy, otherSecretary].sort());
    expect(today).toMatchObject({ citation: null, isConfirmed: false });
    const { document, gaps } = await getGaps(leader, day("2021-09-09"));
    expect([document, gaps]).toEqual([null, []]);
  });

  it("names committee members without theory, and heads without schooling, by the rules of the day", async () => {
    const { office } = register.actors;
    const theory = await gapOf(office, "COMMITTEE_THEORY", day("2023-01-01"));
    expect(theory.citation).toBe("QĐ 57-QĐ/TW");
    expect(theory.lacking).toEqual([register.members.inCharge]);
    expect((await gapOf(office, "COMMITTEE_THEORY")).citation).toBe("QĐ 350-QĐ/TW");
    const heads = await gapOf(office, "HEAD_SCHOOLING");
    expect([heads.meeting, heads.lacking]).toEqual([[register.members.secretary], []]);
    expect(heads.holders[0]?.posts).toEqual([{ office: "VILLAGE_HEAD", place: expect.any(String) }]);
  });

  it("shows a secretary the own people alone, and others nothing", async () => {
    const { secretary, ordinary, inspector, inCharge } = register.actors;
    const own = await gapOf(secretary, "BRANCH_COURSE");
    expect([own.meeting, own.lacking]).toEqual([[register.members.secretary], [register.members.deputy]]);
    for (const stranger of [ordinary, inspector, inCharge]) {
      await expect(getGaps(stranger, register.system.today)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await listLacks(stranger, register.system.today)).toEqual([]);
    }
    expect(await listLacks(secretary, register.system.today)).toEqual([]);
  });

  it("says the same for lists of posts", async () => {
    const lacks = await listLacks(register.actors.office, register.system.today);
    const course = lacks.find((one) => one.requirement === "BRANCH_COURSE");
    expect(course?.post).toBe("BRANCH_SECRETARY");
    expect(course?.memberIds).toEqual(new Set([register.members.deputy, register.members.otherSecretary]));
  });
});
