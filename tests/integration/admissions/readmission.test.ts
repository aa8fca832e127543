import { beforeAll, describe, expect, it } from "vitest";
import { type Day, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { confirmDecision } from "@/lib/features/admissions/commands/confirm-decision";
import { holdCeremony } from "@/lib/features/admissions/commands/hold-ceremony";
import { openDeparture } from "@/lib/features/admissions/commands/open-departure";
import { openReadmission } from "@/lib/features/admissions/commands/open-readmission";
import { setConditions } from "@/lib/features/admissions/commands/prepare-admission";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDecision } from "@/lib/features/admissions/commands/record-decision";
import { getMember } from "@/lib/features/members/queries/get-member";
import { listAllMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { carry, departure, next, someone } from "./departures";
import {
  type AdmittingRegister,
  ballot,
  conditionsInput,
  decision,
  openAdmittingRegister,
  receiveAll,
} from "./dossier";

let register: AdmittingRegister;

beforeAll(async () => {
  register = await openAdmittingRegister();
});

const rule = (reason: string) => ({ code: "RULE", reason });

describe("re-admission", () => {
  const again = (memberId: string, openedOn: Day) => {
    return { memberId, branchId: register.branchId, openedOn, isOpen: "yes" } as const;
  };

  async function resigned(ground: "HARDSHIP" | "OWN_WISH"): Promise<string> {
    const memberId = await someone(register, { birthOn: partialDay("1975-06") });
    const input = departure(memberId, { kind: "RESIGNATION", ground });
    const { id } = await openDeparture(register.actors.office, input);
    await carry(register, id, day("2022-02-10"), day("2022-03-01"), day("2022-03-01"));
    return memberId;
  }

  it("goes by the same steps on the old record, with a new probation, and leaves earlier figures as they were", async () => {
    const { office, leader, secretary } = register.actors;
    const memberId = await resigned("HARDSHIP");
    const ends2021 = async () => {
      const official = await listAllMembers(office, memberListInput.parse({ status: "OFFICIAL" }), day("2021-12-31"));
      return official.map((row) => row.id).toSorted();
    };
    const before = await ends2021();
    expect(before).toContain(memberId);

    const { id } = await openReadmission(office, again(memberId, day("2026-08-03")));
    await receiveAll(secretary, id);
    await setConditions(secretary, { ...(await next(id)), ...conditionsInput(register.members) });
    await recordBranchVote(secretary, { ...(await next(id)), ...ballot(3) });
    await recordDecision(office, { ...(await next(id)), ...decision() });
    await confirmDecision(leader, await next(id));
    const ceremony = { ceremonyOn: day("2026-09-25"), receivedOn: null, helperId: null, lateConsent: null };
    await holdCeremony(office, { ...(await next(id)), ...ceremony });

    const member = await getMember(office, memberId);
    expect(member.standing).toMatchObject({ kind: "MEMBER", stage: "PROBATIONARY", branchId: register.branchId });
    expect(member.dates).toMatchObject({
      admittedOn: "2010-02-03",
      officialOn: "2011-02-03",
      readmittedOn: "2026-09-07",
      secondCeremonyOn: "2026-09-25",
      secondOfficialOn: null,
    });
    expect(member.partyAge).toBe(12);
    expect(await ends2021()).toEqual(before);
  });

  it("is for the office, after thirty-six months, and never for who resigned without hardship", async () => {
    const { office, secretary, otherSecretary, leader } = register.actors;
    const memberId = await resigned("HARDSHIP");
    await expect(openReadmission(otherSecretary, again(memberId, day("2026-08-03")))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(openReadmission(secretary, again(memberId, day("2026-08-03")))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(openReadmission(leader, again(memberId, day("2026-08-03")))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(openReadmission(office, again(memberId, day("2025-02-28")))).rejects.toMatchObject({
      ...rule("admissions.errors.readmissionEarly"),
      params: { months: 36, leftOn: "01/03/2022", openOn: "01/03/2025" },
    });
    const barred = openReadmission(office, again(await resigned("OWN_WISH"), day("2026-08-03")));
    await expect(barred).rejects.toMatchObject(rule("admissions.errors.readmissionBarred"));
    const present = openReadmission(office, again(register.members.woman, day("2026-08-03")));
    await expect(present).rejects.toMatchObject(rule("admissions.errors.hasNotLeft"));
    const both = await Promise.allSettled(
      [1, 2].map(() => openReadmission(office, again(memberId, day("2026-08-03")))),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
