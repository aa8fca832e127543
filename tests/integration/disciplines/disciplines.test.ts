import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { confirmDiscipline, withdrawDiscipline } from "@/lib/features/disciplines/commands/close-recording";
import { recordDiscipline } from "@/lib/features/disciplines/commands/record-discipline";
import { getDiscipline } from "@/lib/features/disciplines/queries/get-discipline";
import { getDisciplineForm } from "@/lib/features/disciplines/queries/get-discipline-form";
import { listDisciplines } from "@/lib/features/disciplines/queries/list-disciplines";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { decided, decisionInput, recorded, storedDisciplines } from "./decision";

let register: TestRegister;
beforeEach(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

const woman = () => ({ branchId: register.branchId, whoId: register.members.woman });
const idsSeenBy = async (actor: Actor) => (await listDisciplines(actor)).lines.map(({ id }) => id);
const NOT_FOUND = { code: "NOT_FOUND" };
const FORBIDDEN = { code: "FORBIDDEN" };

describe("a discipline decision", () => {
  it("is entered by the office, confirmed by a leader, and told to who may know", async () => {
    const { actors, committeeId } = register;
    const { office, leader, inspector, secretary, otherSecretary } = actors;
    const id = await recorded(office, woman());
    expect(await lastEvent(committeeId)).toMatchObject({
      ...{ type: "discipline.recorded", actorName: "Văn phòng", before: null },
      after: { form: "WARNING", state: "RECORDED", decisionNumber: "31-QĐ/ĐU" },
    });
    expect(await idsSeenBy(office)).toEqual([id]);
    expect(await idsSeenBy(leader)).toEqual([id]);
    for (const other of [inspector, secretary, otherSecretary]) expect(await idsSeenBy(other)).toEqual([]);

    await confirmDiscipline(leader, { id, version: 1 });
    expect(await lastEvent(committeeId)).toMatchObject({ type: "discipline.confirmed", actorName: "Lãnh đạo" });
    expect(await storedDisciplines(committeeId)).toEqual([
      { subject: "OFFICIAL", form: "WARNING", state: "CONFIRMED", confirmedBy: "Lãnh đạo", version: 2 },
    ]);
    for (const reader of [office, leader, inspector, secretary]) expect(await idsSeenBy(reader)).toEqual([id]);
    expect(await idsSeenBy(otherSecretary)).toEqual([]);
    await expect(getDiscipline(otherSecretary, id)).rejects.toMatchObject(NOT_FOUND);
    for (const actor of [actors.admin, actors.ordinary, actors.inCharge]) {
      await expect(listDisciplines(actor)).rejects.toMatchObject(FORBIDDEN);
      await expect(getDiscipline(actor, id)).rejects.toMatchObject(NOT_FOUND);
    }
    expect(await getDiscipline(leader, id)).toMatchObject({
      ...{ name: "Hà Thị Ẩm", standing: "IN_EFFECT", endsOn: "2027-03-15", voteRule: { certainty: "UNCONFIRMED" } },
      ...{ effectMonths: { value: 12 }, lapsesAfter: { value: "2035-06-01", certainty: "SINGLE_SOURCE" } },
      ...{ recordedBy: "Văn phòng", confirmed: { by: "Lãnh đạo" }, can: { confirm: false, withdraw: false } },
    });
  });

  it("is of a probationer, and of a branch, by the forms of each", async () => {
    const { actors, branchId, members, committeeId } = register;
    const { office } = actors;
    const probationer = { branchId, whoId: members.probationer };
    const early = { decidedOn: day("2026-09-10"), announcedOn: day("2026-09-15") };
    await recorded(office, probationer, { ...early, form: "REPRIMAND", body: "BRANCH" });
    await recorded(office, { branchId, whoId: branchId }, { form: "DISSOLUTION", body: "SUPERIOR" });
    expect((await storedDisciplines(committeeId)).map(({ subject, form }) => [subject, form])).toEqual([
      ["PROBATIONARY", "REPRIMAND"],
      ["ORGANIZATION", "DISSOLUTION"],
    ]);
    const refused = (who: { branchId: string; whoId: string }, changes: object) =>
      recordDiscipline(office, decisionInput(who, { decisionNumber: "99-QĐ/ĐU", ...changes }));
    await expect(refused(probationer, { ...early, form: "EXPULSION" })).rejects.toMatchObject({
      ...{ code: "RULE", reason: "disciplines.errors.form_PROBATIONARY", field: "form" },
    });
    await expect(refused({ branchId, whoId: branchId }, { body: "BRANCH" })).rejects.toMatchObject({ field: "body" });
    await expect(refused(woman(), { form: "DISMISSAL" })).rejects.toMatchObject({
      reason: "disciplines.errors.noPost",
    });
    await expect(refused(probationer, {})).rejects.toMatchObject({ reason: "disciplines.errors.notThen" });
    await expect(refused({ branchId: register.otherBranchId, whoId: members.woman }, {})).rejects.toMatchObject({
      reason: "disciplines.errors.notThen",
    });
    await expect(refused(woman(), { breachOn: day("2014-06-01") })).rejects.toMatchObject({
      reason: "disciplines.errors.lapsed",
    });
    await expect(refused(woman(), { votesFor: 2, votesAgainst: 3 })).rejects.toMatchObject({ field: "votesFor" });
    const old = { breachOn: day("2020-01-01"), concludedOn: day("2021-01-01"), decidedOn: day("2021-02-01") };
    await expect(refused(woman(), old)).rejects.toMatchObject({ reason: "disciplines.errors.noRules" });
    await expect(refused({ branchId, whoId: randomUUID() }, {})).rejects.toMatchObject(NOT_FOUND);
    expect(await storedDisciplines(committeeId)).toHaveLength(2);
  });

  it("takes a breach that never lapses with its paper alone", async () => {
    const { actors } = register;
    const diploma = { breachOn: day("2005-06-01"), breachKind: "FALSE_DIPLOMA" } as const;
    await expect(recorded(actors.office, woman(), diploma)).rejects.toMatchObject({ field: "exceptionPaper" });
    const id = await recorded(actors.office, woman(), { ...diploma, exceptionPaper: "05-KL/UBKT" });
    expect(await getDiscipline(actors.office, id)).toMatchObject({
      lapsesAfter: { value: null, certainty: "SINGLE_SOURCE" },
    });
  });

  it("is entered by nobody but the office, and once where it is sent twice at once", async () => {
    const { actors, committeeId } = register;
    const { office, leader, inspector, admin, secretary, otherSecretary, ordinary } = actors;
    for (const actor of [leader, inspector, admin, secretary, otherSecretary, ordinary]) {
      await expect(recorded(actor, woman())).rejects.toMatchObject(NOT_FOUND);
      await expect(getDisciplineForm(actor, { branchId: null, correctsId: null })).rejects.toMatchObject(FORBIDDEN);
    }
    const formKey = randomUUID();
    const [one, same] = await Promise.all(
      [1, 2].map(() => recordDiscipline(office, decisionInput(woman()), { formKey })),
    );
    expect(one).toEqual(same);
    await expect(recorded(office, woman())).rejects.toMatchObject({ reason: "disciplines.errors.entered" });
    expect(await storedDisciplines(committeeId)).toHaveLength(1);
  });
});

describe("what is decided", () => {
  it("is frozen, whoever writes and whatever (SOD-5)", async () => {
    const { actors, committeeId } = register;
    const { office, leader } = actors;
    const { system } = register;
    const id = await decided(actors, woman());
    for (const actor of [office, leader, system]) {
      const rewritten = inContext(
        actor.sessionToken,
        (tx) => tx.$executeRaw`UPDATE "Discipline" SET form = 'REPRIMAND' WHERE id = ${id}::uuid`,
      );
      await expect(rewritten).rejects.toThrow(/permission denied/u);
      const moved = inContext(
        actor.sessionToken,
        (tx) => tx.$executeRaw`UPDATE "Discipline" SET version = 9 WHERE id = ${id}::uuid`,
      );
      expect(await moved).toBe(0);
      const removed = inContext(
        actor.sessionToken,
        (tx) => tx.$executeRaw`DELETE FROM "Discipline" WHERE id = ${id}::uuid`,
      );
      await expect(removed).rejects.toThrow(/permission denied/u);
    }
    await expect(ownerRows(`UPDATE "Discipline" SET form = 'REPRIMAND' WHERE id = $1`, [id])).rejects.toThrow(
      /stays as it is/u,
    );
    await expect(withdrawDiscipline(office, { id, version: 2, reason: "x" })).rejects.toMatchObject({
      reason: "disciplines.errors.notWaiting",
    });
    expect(await storedDisciplines(committeeId)).toMatchObject([{ form: "WARNING", state: "CONFIRMED", version: 2 }]);
  });

  it("is neither seen nor moved from another branch by raw SQL, and no word of what waits is rewritten", async () => {
    const { actors } = register;
    await decided(actors, woman());
    const id = await recorded(actors.office, { ...woman(), whoId: register.members.deputy });
    const raw = await inContext(actors.otherSecretary.sessionToken, async (tx) => [
      await tx.$queryRaw`SELECT id FROM "Discipline"`,
      await tx.$executeRaw`UPDATE "Discipline" SET state = 'WITHDRAWN', "withdrawnOn" = app.today(), "withdrawnBy" = 'x', "withdrawnReason" = 'x'`,
    ]);
    expect(raw).toEqual([[], 0]);
    await expect(ownerRows(`UPDATE "Discipline" SET breach = 'x' WHERE id = $1`, [id])).rejects.toThrow(
      /stays as it is/u,
    );
  });

  it("keeps to the limitation, the vote and the forms in the database too", async () => {
    const { actors, committeeId } = register;
    const id = await recorded(actors.office, woman());
    const copy = (changes: string) =>
      ownerRows(
        `INSERT INTO "Discipline" SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'decisionNumber', gen_random_uuid()) || $2::jsonb)).*
            FROM "Discipline" d WHERE d.id = $1`,
        [id, changes],
      );
    for (const [changes, constraint] of [
      [`{"breachOn": "2014-06-01"}`, /lapsed/u],
      [`{"form": "DISSOLUTION"}`, /Discipline_form/u],
      [`{"subject": "PROBATIONARY", "form": "EXPULSION"}`, /Discipline_form/u],
      [`{"body": "BRANCH", "form": "EXPULSION"}`, /Discipline_branch_decides/u],
      [`{"votesFor": 2, "votesAgainst": 3}`, /Discipline_majority/u],
      [`{"votesFor": 5}`, /Discipline_vote/u],
      [`{"announcedOn": "2026-03-09"}`, /Discipline_days/u],
      [`{"breachKind": "FALSE_DIPLOMA"}`, /Discipline_exception/u],
      [`{"state": "CONFIRMED"}`, /Discipline_confirmed/u],
      [`{"correctionReason": "x"}`, /Discipline_correction/u],
    ] as const)
      await expect(copy(changes)).rejects.toThrow(constraint);
    await copy("{}");
    expect(await storedDisciplines(committeeId)).toHaveLength(2);
  });
});

describe("a correction", () => {
  it("is another record that names the old one, and takes its place once a second person has confirmed it", async () => {
    const { actors, committeeId } = register;
    const { office, leader } = actors;
    const old = await decided(actors, woman());
    const naming = { correctsId: old, whyCorrected: "Chép nhầm hình thức", form: "REPRIMAND" } as const;
    await expect(recorded(office, woman(), { ...naming, whyCorrected: null })).rejects.toMatchObject({
      field: "whyCorrected",
    });
    const other = { ...woman(), whoId: register.members.deputy };
    await expect(recorded(office, other, naming)).rejects.toMatchObject({ reason: "disciplines.errors.otherSubject" });
    const id = await recorded(office, woman(), naming);
    expect(await getDiscipline(leader, old)).toMatchObject({ standing: "IN_EFFECT", can: { correct: false } });
    await expect(recorded(office, woman(), naming)).rejects.toMatchObject({ reason: "disciplines.errors.corrected" });
    await confirmDiscipline(leader, { id, version: 1 });
    expect(await getDiscipline(leader, old)).toMatchObject({ standing: "REPLACED", correctionId: id });
    expect(await getDiscipline(leader, id)).toMatchObject({
      ...{ standing: "IN_EFFECT", corrects: { id: old, reason: "Chép nhầm hình thức" } },
    });
    expect((await storedDisciplines(committeeId)).map(({ form, version }) => [form, version])).toEqual([
      ["WARNING", 2],
      ["REPRIMAND", 2],
    ]);
  });

  it("waits for what it corrects to be confirmed, and a wrong entry is withdrawn with its reason", async () => {
    const { actors, committeeId } = register;
    const { office, leader } = actors;
    const id = await recorded(office, woman());
    const naming = { correctsId: id, whyCorrected: "Chép nhầm" };
    await expect(recorded(office, woman(), naming)).rejects.toMatchObject({
      reason: "disciplines.errors.notConfirmed",
    });
    await expect(withdrawDiscipline(leader, { id, version: 1, reason: "x" })).rejects.toMatchObject(FORBIDDEN);
    await expect(withdrawDiscipline(office, { id, version: 3, reason: "x" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await withdrawDiscipline(office, { id, version: 1, reason: "Ghi nhầm người" });
    expect(await lastEvent(committeeId)).toMatchObject({ type: "discipline.withdrawn", actorName: "Văn phòng" });
    expect(await getDiscipline(leader, id)).toMatchObject({
      ...{ standing: "WITHDRAWN", withdrawn: { by: "Văn phòng", reason: "Ghi nhầm người" } },
    });
    await recorded(office, woman());
    expect((await storedDisciplines(committeeId)).map(({ state }) => state)).toEqual(["WITHDRAWN", "RECORDED"]);
  });
});
