import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { changeParameter } from "@/lib/features/rule-sets/commands/change-parameter";
import { confirmRevision } from "@/lib/features/rule-sets/commands/confirm-revision";
import { editRevision, openRevision } from "@/lib/features/rule-sets/commands/open-revision";
import { discardRevision, returnRevision, submitRevision } from "@/lib/features/rule-sets/commands/submit-revision";
import {
  getParameterForm,
  getRevision,
  listOpenRevisions,
  listWaitingRevisions,
} from "@/lib/features/rule-sets/queries/revisions";
import { listRuleSets } from "@/lib/features/rule-sets/queries/rule-sets";
import { ownerRows, signInAs } from "../../support/register";
import { draftRevision, otherBase, ruleSetOf, submittedRevision } from "../../support/rule-revisions";
import { openRatedRegister, type RatedRegister } from "../ratings/round";

let register: RatedRegister;
let office: RatedRegister["actors"]["office"];
let leader: RatedRegister["actors"]["leader"];
let secretary: RatedRegister["actors"]["secretary"];

const reason = "Đối chiếu văn bản gốc";
const setsOf = () =>
  ownerRows<{ code: string; from: string; to: string | null }>(
    `SELECT code, "startsOn"::text AS from, "endsOn"::text AS to FROM "RuleSet"
       WHERE "committeeId" = $1 AND kind = 'RATING' ORDER BY "startsOn"`,
    [register.committeeId],
  );
const stateOf = async (id: string) =>
  (
    await ownerRows<{ state: string; version: number }>(`SELECT state, version FROM "RuleRevision" WHERE id = $1`, [id])
  )[0];

beforeAll(async () => {
  register = await openRatedRegister();
  ({ office, leader, secretary } = register.actors);
});
beforeEach(async () => {
  await ownerRows(`DELETE FROM "RatingRound" WHERE year > 2022`);
  await ownerRows(`DELETE FROM "RuleSet" WHERE code LIKE '%.%'`);
  await ownerRows(`DELETE FROM "RuleRevision"`);
  await ownerRows(`UPDATE "RuleSet" SET "endsOn" = NULL WHERE code = 'rating-2025'`);
});

describe("a next version of rules", () => {
  it("takes the place of the one it follows from its first day on, and what was done before stays under the old one", async () => {
    const before = await openRatingRound(register.system, { year: 2025, reckoningOn: day("2025-12-31") });
    const id = await submittedRevision(office);
    expect(await setsOf()).toHaveLength(3);
    await confirmRevision(leader, { id, version: 3 });
    expect(await setsOf()).toEqual([
      { code: "rating-2019", from: "2019-10-18", to: "2023-10-04" },
      { code: "rating-2023", from: "2023-10-04", to: "2025-08-30" },
      { code: "rating-2025", from: "2025-08-30", to: "2025-12-08" },
      { code: "rating-2025.2", from: "2025-12-08", to: null },
    ]);
    const rounds = await ownerRows<{ code: string }>(
      `SELECT s.code FROM "RatingRound" r JOIN "RuleSet" s ON s.id = r."ruleSetId" WHERE r.id = $1`,
      [before.id],
    );
    expect(rounds).toEqual([{ code: "rating-2025" }]);
    const sets = (await listRuleSets(office))?.sets ?? [];
    const valueIn = (code: string) =>
      sets.find((set) => set.code === code)?.parameters.find(({ name }) => name === "memberCap_base");
    const { kind: _kind, ...changed } = otherBase;
    expect(valueIn("rating-2025.2")).toEqual(changed);
    expect(valueIn("rating-2025")).toMatchObject({ value: "GOOD_ONLY", certainty: "UNCONFIRMED" });
    const after = await openRatingRound(register.system, { year: 2026, reckoningOn: day("2026-12-31") });
    const [round] = await ownerRows<{ code: string }>(
      `SELECT s.code FROM "RatingRound" r JOIN "RuleSet" s ON s.id = r."ruleSetId" WHERE r.id = $1`,
      [after.id],
    );
    expect(round).toEqual({ code: "rating-2025.2" });
  });

  it("is audited with every change, and told beside what it follows", async () => {
    const id = await submittedRevision(office);
    await confirmRevision(leader, { id, version: 3 });
    const events = await ownerRows<{ type: string }>(
      `SELECT type FROM "AuditEvent" WHERE "committeeId" = $1 AND type LIKE 'ruleRevision.%' ORDER BY seq DESC LIMIT 4`,
      [register.committeeId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      "ruleRevision.confirmed",
      "ruleRevision.submitted",
      "ruleRevision.changed",
      "ruleRevision.opened",
    ]);
    const view = await getRevision(office, id);
    expect(view.lines.filter((line) => line.isChanged).map(({ after }) => after.name)).toEqual(["memberCap_base"]);
    expect(view).toMatchObject({
      state: "CONFIRMED",
      submittedBy: "Văn phòng",
      can: { change: false, confirm: false },
    });
  });

  it("is opened once for a rule set, from its second day to the day before its end", async () => {
    const { id: ruleSetId, startsOn, document } = await ruleSetOf(register.committeeId, "rating-2023");
    const open = (on: typeof startsOn) => openRevision(office, { ruleSetId, document, startsOn: on, reason });
    await expect(open(startsOn)).rejects.toMatchObject({ reason: "ruleSets.errors.startsTooEarly", field: "startsOn" });
    await expect(open(day("2025-08-30"))).rejects.toMatchObject({ reason: "ruleSets.errors.startsTooLate" });
    const { id } = await open(day("2025-08-29"));
    await expect(open(day("2024-01-01"))).rejects.toMatchObject({ reason: "ruleSets.errors.otherRevision" });
    expect(await listOpenRevisions(office)).toMatchObject([{ id, kind: "RATING", state: "DRAFT" }]);
    await discardRevision(office, { id, version: 1, reason });
    expect(await listOpenRevisions(office)).toEqual([]);
    await open(day("2024-01-01"));
  });

  it("is opened once, however often the form is sent", async () => {
    const { id: ruleSetId, document } = await ruleSetOf(register.committeeId, "rating-2025");
    const input = { ruleSetId, document, startsOn: day("2026-01-01"), reason };
    const formKey = crypto.randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => openRevision(office, input, { formKey })));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await ownerRows(`SELECT 1 FROM "RuleRevision"`)).toHaveLength(1);
  });
});

describe("the values of a draft", () => {
  it("are changed one by one, with a source where they are confirmed", async () => {
    const id = await draftRevision(office);
    const change = { id, version: 1, ...otherBase };
    await expect(changeParameter(office, { ...change, citation: null })).rejects.toMatchObject({
      reason: "ruleSets.errors.confirmedBySource",
      field: "citation",
    });
    await expect(changeParameter(office, { ...change, name: "milestoneYears" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(changeParameter(office, { ...change, kind: "BADGE" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const floors = { name: "scoreFloors", value: { excellent: 90, good: 95, completed: 50 } };
    await expect(changeParameter(office, { ...change, ...floors })).rejects.toMatchObject({
      reason: "ruleSets.errors.floorsFall",
      field: "value-good",
    });
    expect(await stateOf(id)).toEqual({ state: "DRAFT", version: 1 });
    await changeParameter(office, change);
    await expect(changeParameter(office, change)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await getParameterForm(office, id, "memberCap_base")).toMatchObject({
      shape: { of: "CHOICE" },
      before: { value: "GOOD_ONLY" },
      after: { value: "GOOD_OR_ABOVE" },
    });
    await expect(getParameterForm(office, id, "nothing")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("stay as they are once it is submitted, and nothing is submitted in which nothing changed", async () => {
    const id = await draftRevision(office);
    await expect(submitRevision(office, { id, version: 1 })).rejects.toMatchObject({
      reason: "ruleSets.errors.nothingChanged",
    });
    await changeParameter(office, { id, version: 1, ...otherBase });
    await submitRevision(office, { id, version: 2 });
    await expect(changeParameter(office, { id, version: 3, ...otherBase })).rejects.toMatchObject({
      reason: "ruleSets.errors.notDraft",
    });
    await returnRevision(leader, { id, version: 3, reason });
    expect(await getRevision(office, id)).toMatchObject({ state: "DRAFT", note: reason, submittedBy: null });
    const head = { id, document: "HD 43-HD/BTCTW", startsOn: day("2026-03-01"), reason };
    await editRevision(office, { ...head, version: 4 });
    const stale = editRevision(office, { ...head, version: 4, document: "Khác" });
    await expect(stale).rejects.toMatchObject({ current: { document: "HD 43-HD/BTCTW", startsOn: "01/03/2026" } });
  });
});

describe("who may", () => {
  it("confirm: a leader who did not submit it, once", async () => {
    const id = await submittedRevision(office);
    await expect(confirmRevision(office, { id, version: 3 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(confirmRevision(secretary, { id, version: 3 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const both = await signInAs(register.committeeId, "Người hai vai", { role: "OFFICE" });
    await ownerRows(
      `INSERT INTO "RoleGrant" ("committeeId", id, "accountId", role, "startsOn", "grantedById", "confirmedById", "confirmedAt")
         SELECT "committeeId", gen_random_uuid(), "accountId", 'LEADER', "startsOn", "grantedById", "confirmedById", "confirmedAt"
           FROM "RoleGrant" WHERE "accountId" = $1`,
      [both.accountId],
    );
    const own = await submittedRevision(both, "rating-2023");
    await expect(confirmRevision(both, { id: own, version: 3 })).rejects.toMatchObject({
      reason: "ruleSets.errors.submitterConfirms",
    });
    const { second } = register.actors;
    const sent = await Promise.allSettled([leader, second].map((one) => confirmRevision(one, { id, version: 3 })));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await setsOf()).filter(({ code }) => code.startsWith("rating-2025."))).toHaveLength(1);
  });

  it("be told that one waits: leaders, and nobody who submitted it", async () => {
    const id = await submittedRevision(office);
    const { second } = register.actors;
    for (const one of [leader, second]) expect(await listWaitingRevisions(one)).toMatchObject([{ id }]);
    for (const one of [office, secretary]) expect(await listWaitingRevisions(one)).toEqual([]);
    await returnRevision(leader, { id, version: 3, reason });
    expect(await listWaitingRevisions(leader)).toEqual([]);
  });

  it("write: the office alone; a secretary does not even learn of it", async () => {
    const id = await draftRevision(office);
    await expect(getRevision(secretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listOpenRevisions(secretary)).toEqual([]);
    await expect(changeParameter(leader, { id, version: 1, ...otherBase })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(discardRevision(leader, { id, version: 1, reason })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await stateOf(id)).toEqual({ state: "DRAFT", version: 1 });
  });
});
