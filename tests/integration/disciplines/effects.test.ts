import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, day } from "@/lib/core/day";
import { recordDiscipline } from "@/lib/features/disciplines/commands/record-discipline";
import { listDisciplineWork } from "@/lib/features/disciplines/queries/list-discipline-work";
import { listDisciplinesOf } from "@/lib/features/disciplines/queries/list-disciplines-of";
import { appointBranchOfficer } from "@/lib/features/organization/commands/appoint-branch-officer";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { getSubjectPapers } from "@/lib/features/rating-opinions/queries/get-subject-papers";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import { transferInput } from "../../support/movements";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { decided, decisionInput, recorded } from "./decision";

/* The decision of the tests is announced on 15/03/2026 and has effect for twelve months. */
const ANNOUNCED = day("2026-03-15");
const ENDED = day("2027-03-15");
const BLOCKED = { code: "RULE", reason: "refusals.constraints.Discipline_in_effect" };

let register: TestRegister;
beforeEach(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

const woman = () => ({ branchId: register.branchId, whoId: register.members.woman });

function transfer(effectiveOn: Day, actor: Actor = register.actors.office) {
  const plan = { toBranchId: register.otherBranchId, effectiveOn };
  return proposeTransfer(actor, transferInput(register.members.woman, plan));
}

function appoint(startsOn: Day) {
  const { branchId, members } = register;
  return appointBranchOfficer(register.system, {
    ...{ branchId, memberId: members.woman, kind: "COMMITTEE_MEMBER", startsOn, lastDay: null, decisionNumber: null },
  });
}

const countOf = async (table: "Transfer" | "BranchOffice" | "CommitteeOffice" | "PartyBadge") =>
  (
    await ownerRows<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}" WHERE "memberId" = $1`, [
      register.members.woman,
    ])
  )[0]?.n;

describe("a discipline decision in effect", () => {
  it("holds its member in the branch and out of posts, from its announcement until it ends by itself", async () => {
    await decided(register.actors, woman());
    const inside = addDays(ENDED, -1);
    for (const on of [ANNOUNCED, inside]) {
      await expect(transfer(on)).rejects.toMatchObject(BLOCKED);
      await expect(transfer(on, register.actors.secretary)).rejects.toMatchObject(BLOCKED);
      await expect(appoint(on)).rejects.toMatchObject(BLOCKED);
      const seat = { termId: register.termId, memberId: register.members.woman, startsOn: on, lastDay: null };
      const given = giveCommitteeSeat(register.system, { ...seat, kind: "MEMBER", decisionNumber: null });
      await expect(given).rejects.toMatchObject(BLOCKED);
    }
    expect([await countOf("Transfer"), await countOf("BranchOffice"), await countOf("CommitteeOffice")]).toEqual([
      0, 0, 0,
    ]);
    await appoint(addDays(ANNOUNCED, -1));
    await transfer(ENDED);
    expect([await countOf("Transfer"), await countOf("BranchOffice")]).toEqual([1, 1]);
  });

  it("keeps badges back too, also from a direct statement", async () => {
    await decided(register.actors, woman());
    const badge = (on: string) =>
      ownerRows(
        `INSERT INTO "PartyBadge" ("committeeId", id, "memberId", years, kind, state, "awardOn")
           VALUES ($1, gen_random_uuid(), $2, 30, 'ON_TIME', 'PROPOSED', $3)`,
        [register.committeeId, register.members.woman, on],
      );
    await expect(badge("2026-05-19")).rejects.toThrow("the member is under discipline");
    expect(await countOf("PartyBadge")).toBe(0);
  });

  it("is none while it waits for its second person, nor once its correction is confirmed", async () => {
    await recorded(register.actors.office, woman());
    await transfer(ANNOUNCED);
    const { office, leader } = register.actors;
    const other = { branchId: register.branchId, whoId: register.members.deputy };
    const id = await decided({ office, leader }, other);
    const proposal = () =>
      proposeTransfer(
        office,
        transferInput(register.members.deputy, { toBranchId: register.otherBranchId, effectiveOn: day("2027-02-01") }),
      );
    await expect(proposal()).rejects.toMatchObject(BLOCKED);
    const earlier = { decidedOn: day("2025-12-10"), announcedOn: day("2025-12-15"), concludedOn: day("2025-12-01") };
    await decided({ office, leader }, other, { ...earlier, correctsId: id, whyCorrected: "Chép nhầm ngày" });
    await proposal();
  });
});

describe("a discipline decision in the rating of its year", () => {
  it("stands with the evidence and rules out what the rules of the round say", async () => {
    const { system, actors, members } = register;
    await openRatingRound(system, { year: 2026, reckoningOn: day("2026-12-31") });
    const id = await decided(actors, woman());
    const view = await getRatedSubject(actors.leader, "2026", { memberId: members.woman });
    const { records } = await getSubjectPapers(actors.leader, view);
    expect(records?.evidence.disciplines.map((one) => [one.id, one.form])).toEqual([[id, "WARNING"]]);
    const bars = records?.evidence.ruledOut.filter(({ bar }) => bar === "disciplined");
    expect(bars?.map(({ level, certainty }) => [level, certainty])).toEqual([
      ["EXCELLENT", "INFERRED"],
      ["GOOD", "INFERRED"],
      ["COMPLETED", "INFERRED"],
    ]);
  });

  it("is told of the year alone, as corrected, to who may read it, and of a branch what is its own", async () => {
    const { actors, branchId, members } = register;
    const first = await decided(actors, woman());
    const of = (actor: Actor, year = 2026) => listDisciplinesOf(actor, { memberId: members.woman }, year);
    expect((await of(actors.secretary)).map(({ id }) => id)).toEqual([first]);
    expect(await of(actors.leader, 2025)).toEqual([]);
    expect(await of(actors.otherSecretary)).toEqual([]);
    expect(await listDisciplinesOf(actors.leader, { branchId }, 2026)).toEqual([]);
    const changes = { correctsId: first, whyCorrected: "Chép nhầm", form: "REPRIMAND" } as const;
    const second = (await recordDiscipline(actors.office, decisionInput(woman(), changes))).id;
    expect((await of(actors.leader)).map(({ id }) => id)).toEqual([first]);
    await ownerRows(`ALTER TABLE "Discipline" DISABLE TRIGGER USER`);
    await ownerRows(
      `UPDATE "Discipline" SET state = 'CONFIRMED', "confirmedById" = gen_random_uuid(), "confirmedBy" = 'x', "confirmedOn" = '2026-04-01'
         WHERE id = $1`,
      [second],
    );
    await ownerRows(`ALTER TABLE "Discipline" ENABLE TRIGGER USER`);
    expect((await of(actors.leader)).map(({ id, form }) => [id, form])).toEqual([[second, "REPRIMAND"]]);
    const own = await decided(actors, { branchId, whoId: branchId }, { form: "REPRIMAND", decisionNumber: "32-QĐ/ĐU" });
    expect((await listDisciplinesOf(actors.leader, { branchId }, 2026)).map(({ id }) => id)).toEqual([own]);
  });
});

describe("what discipline leaves open this month", () => {
  it("is to confirm for a leader who did not enter it, and to end soon for who reads the list", async () => {
    const { actors } = register;
    const today = actors.office.today;
    const soon = {
      announcedOn: addDays(today, -350),
      decidedOn: addDays(today, -355),
      concludedOn: addDays(today, -360),
    };
    const past = { ...soon, breachOn: addDays(today, -500), decisionNumber: "30-QĐ/ĐU" };
    const ending = await decided(actors, woman(), past);
    const waiting = await recorded(actors.office, { branchId: register.branchId, whoId: register.members.deputy });
    const ids = async (actor: Actor, days = 30) => (await listDisciplineWork(actor, days)).map(({ id }) => id);
    expect(await ids(actors.leader)).toEqual([ending, waiting]);
    for (const actor of [actors.office, actors.secretary]) expect(await ids(actor)).toEqual([ending]);
    expect(await ids(actors.leader, 3)).toEqual([waiting]);
    for (const actor of [actors.otherSecretary, actors.admin, actors.ordinary]) expect(await ids(actor)).toEqual([]);
  });
});
