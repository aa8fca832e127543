import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { openDeparture } from "@/lib/features/admissions/commands/open-departure";
import { recordDeath } from "@/lib/features/admissions/commands/record-death";
import { recordDecision } from "@/lib/features/admissions/commands/record-decision";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";
import type { OpenDepartureInput } from "@/lib/features/admissions/schema";
import { startStatus } from "@/lib/features/members/commands/start-status";
import { getMember } from "@/lib/features/members/queries/get-member";
import { lastEvent, ownerRows } from "../../support/register";
import { carry, departure, next, someone } from "./departures";
import { type AdmittingRegister, decision, openAdmittingRegister } from "./dossier";

let register: AdmittingRegister;

beforeAll(async () => {
  register = await openAdmittingRegister();
});

const rule = (reason: string) => ({ code: "RULE", reason });

describe("leaving by a dossier", () => {
  it("ends the membership with the decision, its statuses too, and keeps the record", async () => {
    const { office, otherSecretary } = register.actors;
    const memberId = await someone(register);
    const suspension = { memberId, kind: "SUSPENDED", startsOn: day("2021-01-01"), lastDay: null } as const;
    await startStatus(office, { ...suspension, reason: null, decisionNumber: null });
    const { id } = await openDeparture(otherSecretary, departure(memberId));
    await carry(register, id, day("2022-02-10"), day("2022-03-01"), day("2022-03-05"));
    const member = await getMember(office, memberId);
    expect(member).toMatchObject({
      standing: { kind: "LEFT", reason: "REMOVED" },
      memberships: [{ endsOn: "2022-03-05", endReason: "REMOVED" }],
      statuses: [{ endsOn: "2022-03-05" }],
      partyAge: 12,
    });
    const again = openDeparture(office, departure(memberId));
    await expect(again).rejects.toMatchObject(rule("members.errors.notInBranch"));
    const [sheet] = await ownerRows(
      `SELECT c.reason FROM "VoteCountedOut" c JOIN "Dossier" d ON d."branchVoteId" = c."sheetId" WHERE d.id = $1`,
      [id],
    );
    expect(sheet).toEqual({ reason: "SUSPENDED" });
  });

  it("rests on a ground that the rules know, and is refused to probationers where the rules know none", async () => {
    const { office } = register.actors;
    const memberId = await someone(register);
    const open = (changes: Partial<OpenDepartureInput>) => openDeparture(office, departure(memberId, changes));
    await expect(open({ ground: null })).rejects.toMatchObject(rule("admissions.errors.wrongGround"));
    await expect(open({ ground: "OWN_WISH" })).rejects.toMatchObject(rule("admissions.errors.wrongGround"));
    await expect(open({ kind: "EXEMPTION" })).rejects.toMatchObject(rule("admissions.errors.wrongGround"));
    const young = await someone(register, {
      officialOn: null,
      admittedOn: day("2021-09-01"),
      startsOn: day("2021-09-01"),
    });
    const expelled = openDeparture(office, departure(young, { kind: "EXPULSION", ground: "DISCIPLINE" }));
    await expect(expelled).rejects.toMatchObject(rule("admissions.errors.probationerExpelled"));
  });

  it("is opened by the own branch or the office, one way out at a time, and not about oneself", async () => {
    const { secretary, otherSecretary, leader, office } = register.actors;
    const memberId = await someone(register);
    await expect(openDeparture(secretary, departure(memberId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openDeparture(leader, departure(memberId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const own = openDeparture(otherSecretary, departure(register.members.otherSecretary));
    await expect(own).rejects.toMatchObject(rule("admissions.errors.ownDossier"));
    const ways = [departure(memberId), departure(memberId, { kind: "RESIGNATION", ground: "HARDSHIP" })];
    const both = await Promise.allSettled(ways.map((input) => openDeparture(office, input)));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("by expulsion is the office's, and known to the branch once it has taken effect", async () => {
    const { otherSecretary, office } = register.actors;
    const memberId = await someone(register);
    const input = departure(memberId, { kind: "EXPULSION", ground: "DISCIPLINE" });
    await expect(openDeparture(otherSecretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id } = await openDeparture(office, input);
    await expect(getDossier(otherSecretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await carry(register, id, day("2022-02-10"), day("2022-03-01"), day("2022-03-01"));
    expect(await getDossier(otherSecretary, id)).toMatchObject({ state: "DONE" });
  });

  it("is refused while an office in the branch is held, and then nothing has changed", async () => {
    const { office, leader } = register.actors;
    const { id } = await openDeparture(office, departure(register.members.otherSecretary));
    const effect = carry(register, id, day("2022-02-10"), day("2022-03-01"), day("2022-03-01"));
    await expect(effect).rejects.toMatchObject(rule("members.errors.holdsBranchOffice"));
    expect(await getDossier(leader, id)).toMatchObject({ state: "RECORDED" });
  });

  it("needs the day of its effect, not before the decision", async () => {
    const { office } = register.actors;
    const { id } = await openDeparture(office, departure(await someone(register)));
    const early = carry(register, id, day("2022-02-10"), day("2022-03-01"), day("2022-02-28"));
    await expect(early).rejects.toMatchObject(rule("admissions.errors.dayTooEarly"));
    const missing = recordDecision(office, { ...(await next(id)), ...decision(day("2022-03-01")) });
    await expect(missing).rejects.toMatchObject(rule("admissions.errors.effectMissing"));
  });
});

describe("exemption", () => {
  it("is decided by the branch and begins on its day", async () => {
    const { office, otherSecretary } = register.actors;
    const memberId = await someone(register);
    const input = departure(memberId, { kind: "EXEMPTION", ground: null, reason: "Tuổi cao, sức khỏe yếu" });
    const { id } = await openDeparture(otherSecretary, input);
    await carry(register, id, day("2022-02-10"), day("2022-02-10"), day("2022-03-01"));
    const member = await getMember(office, memberId);
    expect(member).toMatchObject({
      standing: { activity: "EXEMPT" },
      statuses: [{ kind: "EXEMPT", startsOn: "2022-03-01", endsOn: null, reason: "Tuổi cao, sức khỏe yếu" }],
    });
  });
});

describe("a death", () => {
  it("ends the membership with the day of death, by the office, once", async () => {
    const { office, otherSecretary, leader } = register.actors;
    const memberId = await someone(register);
    const input = { memberId, diedOn: day("2024-03-31"), reason: "Bệnh hiểm nghèo" };
    await expect(recordDeath(otherSecretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(recordDeath(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(recordDeath(register.actors.secretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const future = recordDeath(office, { ...input, diedOn: day("2199-01-01") });
    await expect(future).rejects.toMatchObject(rule("members.errors.inFuture"));
    const both = await Promise.allSettled([1, 2].map(() => recordDeath(office, input)));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "dossier.deathRecorded",
      after: { lastDay: "2024-03-31", reason: "DECEASED" },
    });
    expect(await getMember(office, memberId)).toMatchObject({
      standing: { kind: "LEFT", reason: "DECEASED" },
      dossiers: [{ kind: "DEATH", state: "DONE" }],
    });
  });
});
