import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { recordVillageHead } from "@/lib/features/organization/commands/appoint-branch-officer";
import { openBranch } from "@/lib/features/organization/commands/open-branch";
import { reorganizeVillages } from "@/lib/features/organization/commands/reorganize-villages";
import { succeedCommittee } from "@/lib/features/organization/commands/succeed-committee";
import { getBranch } from "@/lib/features/organization/queries/branch";
import { findCommittee } from "@/lib/features/organization/queries/committee";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getVillageDraft, listReorganizableVillages } from "@/lib/features/organization/queries/village-heads";
import { findVillages } from "@/lib/features/organization/queries/villages";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const rule = (reason: string) => ({ code: "RULE", reason });
const JULY = day("2025-07-01");
const decision = { decisionNumber: "10-QĐ/TU", decisionOn: day("2025-06-20"), decisionBody: "Tỉnh ủy Thử Nghiệm" };

describe("a commune that follows others", () => {
  const merged = {
    name: "Đảng bộ xã Thử Lớn",
    superiorKind: "PROVINCE" as const,
    superiorName: "Tỉnh ủy Thử Nghiệm",
    startsOn: JULY,
    predecessors: ["Đảng bộ xã Thử Nghiệm", "Đảng bộ xã Thử Kế Bên"],
    ...decision,
  };

  it("has another name and superior body from that day on, by the decision, and the old ones before", async () => {
    const { office, leader, secretary, admin } = register.actors;
    for (const actor of [leader, secretary, admin]) {
      await expect(succeedCommittee(actor, merged)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const refused = (changes: object, reason: string) =>
      expect(succeedCommittee(office, { ...merged, ...changes })).rejects.toMatchObject(rule(reason));
    await refused({ predecessors: [] }, "organization.errors.predecessorMissing");
    await refused({ decisionOn: day("2098-01-01") }, "members.errors.inFuture");
    await refused({ startsOn: day("2014-01-01") }, "organization.errors.laterName");

    await succeedCommittee(office, merged);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "committeeName.succeeded" });
    expect(await getRegister(office, day("2025-06-30"))).toMatchObject({
      name: "Đảng bộ xã Thử Nghiệm",
      superiorKind: "DISTRICT",
    });
    expect(await getRegister(office, JULY)).toMatchObject({ name: merged.name, superiorName: "Tỉnh ủy Thử Nghiệm" });
    const view = await findCommittee(leader, JULY);
    expect(view?.name).toMatchObject({
      predecessors: merged.predecessors,
      decision: { number: "10-QĐ/TU", on: "2025-06-20" },
    });
  });

  it("completes a name that begins on that very day, and two at once leave one", async () => {
    const { office } = register.actors;
    const both = await Promise.allSettled([
      succeedCommittee(office, { ...merged, superiorName: "Tỉnh ủy Một" }),
      succeedCommittee(office, { ...merged, superiorName: "Tỉnh ủy Hai" }),
    ]);
    expect(both.filter((one) => one.status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    const names = await ownerRows(`SELECT 1 FROM "CommitteeName" WHERE "committeeId" = $1`, [register.committeeId]);
    expect(names).toHaveLength(2);
  });

  it("opens branches that name whose they were", async () => {
    const { office } = register.actors;
    const { id } = await openBranch(office, {
      kind: "VILLAGE",
      name: "Chi bộ bản Kế Bên",
      startsOn: JULY,
      decisionNumber: "10-QĐ/TU",
      phone: null,
      meetingPlace: null,
      villageId: null,
      originBody: "Đảng bộ xã Thử Kế Bên",
    });
    expect((await getBranch(office, id, JULY)).originBody).toBe("Đảng bộ xã Thử Kế Bên");
  });
});

describe("villages that become others", () => {
  const plan = (
    from: readonly string[],
    names: readonly string[],
    heads: { officeId: string; to: string | null }[] = [],
  ) => ({
    from: [...from],
    effectiveOn: JULY,
    opened: names.map((name, place) => ({ key: String(place + 1), name })),
    heads,
    ...decision,
  });
  const headsOf = async (villageIds: readonly string[]) =>
    (await getVillageDraft(register.actors.office, { from: villageIds, on: JULY })).heads;

  it("is for the office, settles every head by name, and refuses what cannot be", async () => {
    const { office, leader, secretary, admin } = register.actors;
    const { villageId, otherVillageId } = register;
    for (const actor of [leader, secretary]) {
      await expect(reorganizeVillages(actor, plan([villageId], ["Bản Mới"]))).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(listReorganizableVillages(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(reorganizeVillages(admin, plan([villageId], ["Bản Mới"]))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const elsewhere = await openRegister();
    const foreign = reorganizeVillages(office, plan([elsewhere.villageId], ["Bản Mới"]));
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    const refused = (input: ReturnType<typeof plan>, reason: string) =>
      expect(reorganizeVillages(office, input)).rejects.toMatchObject(rule(`organization.errors.${reason}`));
    await refused(plan([villageId, otherVillageId], ["Bản A", "Bản B"]), "villageShape");
    await refused(plan([villageId], ["Bản Thử Một"]), "villageSameName");
    await refused(plan([villageId], ["bản thử hai"]), "villageNameTaken");
    await refused({ ...plan([villageId], ["Bản Mới"]), effectiveOn: day("2010-01-01") }, "villageNotStanding");
    await refused(plan([villageId], ["Bản Mới"]), "headNotSettled");
    const [one, two] = await headsOf([villageId, otherVillageId]);
    if (!one || !two) throw new Error("no heads");
    const both = [one, two].map(({ id }) => ({ officeId: id, to: "1" }));
    await refused(plan([villageId, otherVillageId], ["Bản Mới"], both), "twoHeads");
  });

  it("are served by the same branches, headed by who goes on, and stay as they were before", async () => {
    const { office, ordinary } = register.actors;
    const { villageId, otherVillageId, branchId } = register;
    const heads = await headsOf([villageId, otherVillageId]);
    const settled = heads.map((head) => ({ officeId: head.id, to: head.name === "Ngần Văn Thiệp" ? "1" : null }));
    await reorganizeVillages(office, plan([villageId, otherVillageId], ["Bản Thử Chung"], settled));
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "village.reorganized" });
    const villages = async (on: ReturnType<typeof day>) =>
      (await getBranch(office, branchId, on)).villages.map((one) => [one.name, one.heads.map((head) => head.name)]);
    expect(await villages(day("2025-06-30"))).toEqual([["Bản Thử Một", ["Ngần Văn Thiệp"]]]);
    expect(await villages(JULY)).toEqual([["Bản Thử Chung", ["Ngần Văn Thiệp"]]]);
    const found = await findVillages(office);
    expect(found?.rows.map((row) => [row.name, row.lastDay, row.predecessors])).toEqual([
      ["Bản Thử Chung", null, ["Bản Thử Hai", "Bản Thử Một"]],
      ["Bản Thử Hai", "2025-06-30", []],
      ["Bản Thử Một", "2025-06-30", []],
    ]);
    expect(await findVillages(ordinary)).toBeNull();
  });

  it("may be divided again, once when two try, with a head who begins later", async () => {
    const { office } = register.actors;
    const [{ id: chung } = { id: "" }] = await listReorganizableVillages(office);
    await ownerRows(`UPDATE "CivilOffice" SET "endsOn" = '2026-01-01' WHERE "villageId" = $1`, [chung]);
    const head = { villageId: chung, memberId: register.members.other, startsOn: day("2026-05-01"), lastDay: null };
    await recordVillageHead(office, head);
    const on = day("2026-04-01");
    const { heads } = await getVillageDraft(office, { from: [chung], on });
    const settled = heads.map(({ id }) => ({ officeId: id, to: "2" }));
    const input = { ...plan([chung], ["Bản Thử Trên", "Bản Thử Dưới"], settled), effectiveOn: on };
    const both = await Promise.allSettled([1, 2].map(() => reorganizeVillages(office, input)));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const view = await getBranch(office, register.branchId, day("2026-05-01"));
    expect(
      view.villages.map((one) => `${one.name}: ${one.heads.map((who) => who.name).join(", ")}`).toSorted(),
    ).toEqual(["Bản Thử Dưới: Mùi Thị Lan", "Bản Thử Trên: "]);
  });
});
