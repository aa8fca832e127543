import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { inContext } from "@/lib/core/db/context";
import { confirmDiscipline } from "@/lib/features/disciplines/commands/close-recording";
import { getDiscipline, getDisciplineToConfirm } from "@/lib/features/disciplines/queries/get-discipline";
import { getDisciplineForm } from "@/lib/features/disciplines/queries/get-discipline-form";
import { listDisciplines } from "@/lib/features/disciplines/queries/list-disciplines";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { decided, recorded } from "./decision";

let register: TestRegister;
beforeEach(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

const woman = () => ({ branchId: register.branchId, whoId: register.members.woman });
const idsSeenBy = async (actor: Actor) => (await listDisciplines(actor)).lines.map(({ id }) => id);
const NOT_FOUND = { code: "NOT_FOUND" };
const FORBIDDEN = { code: "FORBIDDEN" };

async function alsoLeader({ committeeId, accountId, sessionToken }: Actor): Promise<Actor> {
  await ownerRows(
    `INSERT INTO "RoleGrant" ("committeeId", id, "accountId", role, "startsOn", "confirmedById", "confirmedAt")
      VALUES ($1, gen_random_uuid(), $2, 'LEADER', '2020-01-01', gen_random_uuid(), now())`,
    [committeeId, accountId],
  );
  return inContext(sessionToken, async (_tx, actor) => actor);
}

describe("the second person (SOD-1, 2, 11)", () => {
  it("is a leader who has not entered it, decides once, and on the version that was read", async () => {
    const { actors, committeeId, members, branchId } = register;
    const { office, leader, inspector, secretary } = actors;
    const id = await recorded(office, woman());
    for (const actor of [office, inspector, secretary]) {
      const refusal = actor === office ? FORBIDDEN : NOT_FOUND;
      await expect(confirmDiscipline(actor, { id, version: 1 })).rejects.toMatchObject(refusal);
      await expect(getDisciplineToConfirm(actor, id)).rejects.toMatchObject(refusal);
    }
    await expect(confirmDiscipline(leader, { id, version: 2 })).rejects.toMatchObject({ code: "CONFLICT" });
    const second = await signInAs(committeeId, "Lãnh đạo hai", { role: "LEADER" });
    const both = await Promise.allSettled([leader, second].map((one) => confirmDiscipline(one, { id, version: 1 })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(confirmDiscipline(leader, { id, version: 2 })).rejects.toMatchObject({ code: expect.any(String) });

    const now = await alsoLeader(await signInAs(committeeId, "Hai vai", { role: "OFFICE" }));
    const own = await recorded(now, { branchId, whoId: members.deputy });
    await expect(confirmDiscipline(now, { id: own, version: 1 })).rejects.toMatchObject({
      ...{ code: "FORBIDDEN", reason: "disciplines.errors.ownHand" },
    });
    const raw = inContext(
      now.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "Discipline" SET state = 'CONFIRMED', "confirmedById" = ${now.accountId}::uuid,
        "confirmedBy" = 'x', "confirmedOn" = app.today() WHERE id = ${own}::uuid`,
    );
    await expect(raw).rejects.toThrow(/Discipline_two_people/u);
  });

  it("is not whom it is about, who learns nothing of it before it is confirmed, even by raw SQL", async () => {
    const { actors, committeeId, members, branchId, otherBranchId } = register;
    const { office, leader } = actors;
    const subject = await signInAs(committeeId, "Lãnh đạo bị xét", { role: "LEADER", memberId: members.woman });
    const id = await recorded(office, woman());
    const ofBranch = await recorded(office, { branchId: otherBranchId, whoId: otherBranchId });
    const secretary = await alsoLeader(actors.otherSecretary);
    for (const [who, own, other] of [
      [subject, id, ofBranch],
      [secretary, ofBranch, id],
    ] as const) {
      expect(await idsSeenBy(who)).toEqual([other]);
      await expect(getDiscipline(who, own)).rejects.toMatchObject(NOT_FOUND);
      await expect(confirmDiscipline(who, { id: own, version: 1 })).rejects.toMatchObject(NOT_FOUND);
      const raw = await inContext(who.sessionToken, async (tx) => [
        await tx.$queryRaw`SELECT id FROM "Discipline" WHERE id = ${own}::uuid`,
        await tx.$executeRaw`UPDATE "Discipline" SET state = 'CONFIRMED', "confirmedById" = ${who.accountId}::uuid,
          "confirmedBy" = 'x', "confirmedOn" = app.today() WHERE id = ${own}::uuid`,
      ]);
      expect(raw).toEqual([[], 0]);
    }
    await confirmDiscipline(leader, { id, version: 1 });
    expect(await getDiscipline(subject, id)).toMatchObject({ standing: "IN_EFFECT", can: { correct: false } });
    const ofOther = await decided(actors, { branchId: otherBranchId, whoId: members.other });
    expect(await getDiscipline(actors.ordinary, ofOther)).toMatchObject({ name: "Mùi Thị Lan", hasList: false });

    const officeSelf = await signInAs(committeeId, "Văn phòng bị xét", { role: "OFFICE", memberId: members.deputy });
    const aboutMe = { branchId, whoId: members.deputy };
    await expect(recorded(officeSelf, aboutMe)).rejects.toMatchObject(FORBIDDEN);
    const form = await getDisciplineForm(officeSelf, { branchId, correctsId: null });
    expect(form.branch?.people.map((one) => one.id)).not.toContain(members.deputy);
  });
});
