import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { findCaseForm, getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { listInspections } from "@/lib/features/inspections/queries/list-inspections";
import { inspectionFilter } from "@/lib/features/inspections/schema";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { openRegister, signInAs, type TestRegister } from "../../support/register";
import { caseInput, concludedInput, conclusion } from "./case";

type World = TestRegister & { insiders: Record<"head" | "teamMember" | "overseer", Actor>; concludedId: string };

/** One concluded inspection on both branches and a member; in the second world also an open one on the first branch. */
async function openWorld(): Promise<World> {
  const register = await openRegister();
  const { committeeId, members, system } = register;
  const seat = { termId: register.termId, startsOn: day("2020-06-01"), lastDay: null, decisionNumber: null };
  await giveCommitteeSeat(system, { ...seat, memberId: members.other, kind: "INSPECTION_HEAD" });
  const { id } = await recordConcludedInspection(
    register.actors.office,
    concludedInput({ branchIds: [register.branchId, register.otherBranchId], members: [{ memberId: members.woman }] }),
  );
  const insiders = {
    head: register.actors.inspector,
    teamMember: await signInAs(committeeId, "Tổ viên", { memberId: members.deputy }),
    overseer: await inContext(register.actors.ordinary.sessionToken, async (_tx, actor) => actor),
  };
  return { ...register, insiders, concludedId: id };
}

let quiet: World;
let secret: World;
let caseId: string;

const filter = (values: Record<string, string> = {}) => inspectionFilter.parse({ year: "2022", ...values });

beforeAll(async () => {
  quiet = await openWorld();
  secret = await openWorld();
  const { id } = await openInspection(
    secret.actors.inspector,
    caseInput({
      title: "Kiểm tra khi có dấu hiệu vi phạm",
      branchIds: [secret.branchId],
      head: { memberId: secret.members.inCharge },
      team: [{ memberId: secret.members.deputy }],
    }),
  );
  caseId = id;
});

/** What a reader is told, without the ids that differ between two registers. */
async function told(world: World, actor: Actor) {
  const year = await listInspections(actor, filter());
  return {
    events: year.tally.events.length,
    branches: year.branches.map((one) => [one.name, one.events.length]),
    members: year.members.map((one) => one.name),
    concluded: year.concluded.map((one) => one.title),
    open: year.open.length,
    reach: year.reach,
    sees: await getInspection(actor, world === secret ? caseId : crypto.randomUUID()).then(
      (found) => found.title,
      (error: { code: string }) => error.code,
    ),
  };
}

describe("an open case", () => {
  it.each(["office", "leader", "admin", "secretary", "otherSecretary"] as const)(
    "leaves no trace for the %s outside its circle: list, counts and page are as without it",
    async (who) => {
      expect(await told(secret, secret.actors[who])).toEqual(await told(quiet, quiet.actors[who]));
    },
  );

  it("exists for the inspector, the team and the head of the commission, and is counted for nobody", async () => {
    for (const actor of [
      secret.insiders.head,
      secret.insiders.teamMember,
      secret.insiders.overseer,
      secret.actors.inCharge,
    ]) {
      const year = await listInspections(actor, filter());
      expect(year.open.map((one) => one.id)).toEqual([caseId]);
      expect(year.tally.events).not.toContain(caseId);
      const found = await getInspection(actor, caseId);
      expect(found.team.map((one) => [one.name, one.role])).toEqual([
        ["Đinh Văn Quân", "HEAD"],
        ["Vì Văn Ước", "MEMBER"],
      ]);
      expect(found.can.work).toBe(actor === secret.insiders.head);
    }
  });

  it("is known to the register and the subject branch once concluded", async () => {
    const world = await openWorld();
    const input = caseInput({ branchIds: [world.branchId], head: { memberId: world.members.inCharge } });
    const { id } = await openInspection(world.actors.inspector, input);
    await expect(getInspection(world.actors.secretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await concludeInspection(world.actors.inspector, { id, version: 1, ...conclusion });
    expect((await getInspection(world.actors.secretary, id)).conclusion).toBe(conclusion.conclusion);
    await expect(getInspection(world.actors.otherSecretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the year's inspections", () => {
  it("count an event once, and each branch and member once however often", async () => {
    const world = await openWorld();
    await recordConcludedInspection(
      world.actors.office,
      concludedInput({ branchIds: [world.branchId], mode: "SUPERVISION", disciplineFollows: true }),
    );
    const year = await listInspections(world.actors.leader, filter());
    expect(year.tally).toMatchObject({
      events: { length: 2 },
      inspections: { length: 1 },
      supervisions: { length: 1 },
    });
    expect(year.branches.map((one) => [one.name, one.events.length])).toEqual([
      ["Chi bộ bản Thử Hai", 1],
      ["Chi bộ bản Thử Một", 2],
    ]);
    expect(year.members.map((one) => one.name)).toEqual(["Hà Thị Ẩm"]);
    expect((await listInspections(world.actors.leader, filter({ discipline: "follows" }))).concluded).toHaveLength(1);
    expect((await listInspections(world.actors.leader, filter({ mode: "INSPECTION" }))).concluded).toHaveLength(1);
  });

  it("show a secretary the own branch among the subjects, and nobody else's", async () => {
    const year = await listInspections(quiet.actors.secretary, filter());
    expect(year.reach).toBe("OWN");
    expect(year.concluded).toHaveLength(1);
    expect(year.branches.map((one) => one.name)).toEqual(["Chi bộ bản Thử Một"]);
    expect(year.members).toEqual([]);
    const found = await getInspection(quiet.actors.secretary, quiet.concludedId);
    expect(found.subjects.map((one) => one.name)).toEqual(["Chi bộ bản Thử Một"]);
  });

  it("show a subject the own case, and an administrator nothing", async () => {
    const subject = await signInAs(quiet.committeeId, "Hà Thị Ẩm", { memberId: quiet.members.woman });
    expect((await listInspections(subject, filter())).members.map((one) => one.name)).toEqual(["Hà Thị Ẩm"]);
    expect((await listInspections(quiet.actors.admin, filter())).concluded).toEqual([]);
  });

  it("offer the form to who may open or enter a case", async () => {
    const on = day("2022-08-15");
    expect(await findCaseForm(quiet.actors.inspector, on)).toMatchObject({
      branches: { length: 2 },
      can: { open: true, record: true },
    });
    expect(await findCaseForm(quiet.actors.office, on)).toMatchObject({ can: { open: false, record: true } });
    expect(await findCaseForm(quiet.actors.leader, on)).toBeNull();
  });
});
