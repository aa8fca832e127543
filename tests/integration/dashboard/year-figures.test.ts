import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { inContext } from "@/lib/core/db/context";
import { findDashboard, getYearFigures } from "@/lib/features/dashboard/queries/year-figures";
import { type Commune, openCommune } from "../assignments/commune";
import { decide, inspect, openInspection, openRound } from "./figures";

let commune: Commune;
let office: Actor;
let secretary: Actor;
let inCharge: Actor;
let inspector: Actor;
let administrator: Actor;
let own: string;
let agency: string;

/* Two branches on 31/12/2022: six members in the village, two in the agency; a third branch opened in 2023. */
beforeAll(async () => {
  commune = await openCommune();
  own = await commune.openBranch("Chi bộ bản Mẫu");
  agency = await commune.openBranch("Chi bộ Cơ quan", { kind: "AGENCY" });
  await commune.openBranch("Chi bộ bản Sau", { startsOn: "2023-05-01" });
  await commune.keep("CommitteeName", {
    name: "Đảng bộ xã Thử",
    superiorKind: "DISTRICT",
    superiorName: "Huyện ủy Thử",
    startsOn: "2015-01-01",
  });

  const head = await commune.addMember("Lường Văn Thư", own, { education: "LOWER_SECONDARY" });
  const others: string[] = [];
  for (const name of ["Hà Thị Một", "Hà Thị Hai", "Hà Văn Ba", "Hà Văn Bốn"]) {
    others.push(await commune.addMember(name, own, { sex: name.includes("Thị") ? "FEMALE" : "MALE" }));
  }
  const candidate = await commune.addMember("Hà Văn Năm", own, {
    admittedOn: "2022-10-01",
    officialOn: "2023-10-01",
    ethnicity: "Kinh",
  });
  const seated = await commune.addMember("Vì Văn Ủy", agency);
  const clerk = await commune.addMember("Vì Thị Thư", agency, { sex: "FEMALE", ethnicity: "Kinh" });
  const late = await commune.addMember("Vì Văn Sau", agency, { admittedOn: "2023-02-01", officialOn: "2024-02-01" });
  await commune.keep("MemberStatus", { memberId: others[0], kind: "EXEMPT", startsOn: "2021-01-01" });

  const village = await commune.keep("Village", { name: "Bản Mẫu", sortKey: "ban mau", startsOn: "2015-01-01" });
  const bare = await commune.keep("Village", { name: "Bản Khác", sortKey: "ban khac", startsOn: "2015-01-01" });
  await commune.keep("BranchVillage", { branchId: own, villageId: village, startsOn: "2015-01-01" });
  await commune.keep("BranchVillage", { branchId: own, villageId: bare, startsOn: "2015-01-01" });
  await commune.keep("BranchOffice", { branchId: own, memberId: head, kind: "SECRETARY", startsOn: "2021-01-01" });
  await commune.keep("CivilOffice", {
    villageId: village,
    memberId: head,
    kind: "VILLAGE_HEAD",
    startsOn: "2021-01-01",
  });
  await commune.giveSeat(seated, "MEMBER");
  await commune.keep("Assignment", {
    branchId: own,
    memberId: seated,
    role: "MAIN",
    startsOn: "2022-01-01",
    decisionNumber: "01",
    decidedOn: "2022-01-01",
  });

  const round = await openRound(commune, 2022);
  await decide(commune, round, { memberId: head, branchId: own }, "EXCELLENT");
  for (const memberId of others.slice(1)) await decide(commune, round, { memberId, branchId: own }, "GOOD");
  await decide(commune, round, { memberId: others[0], branchId: own }, "EXEMPT");
  await decide(commune, round, { memberId: seated, branchId: agency }, "GOOD");
  const replaced = await decide(commune, round, { memberId: clerk, branchId: agency }, "GOOD", {
    supersededById: "00000000-0000-4000-8000-000000000001",
  });
  await decide(commune, round, { memberId: clerk, branchId: agency }, "COMPLETED", {
    supersedesId: replaced,
    correctionReason: "Ghi nhầm",
  });
  await decide(commune, round, { branchId: own }, "GOOD");
  await decide(commune, round, { branchId: agency }, "COMPLETED");
  await decide(commune, round, {}, "GOOD");
  await commune.keep("Rating", {
    roundId: round,
    subject: "MEMBER",
    memberId: candidate,
    branchId: own,
    state: "PROPOSED",
    proposedLevel: "GOOD",
  });
  await commune.keep("Target", { year: 2023, kind: "BRANCHES_GOOD_OR_BETTER", value: 1000 });

  await inspect(commune, 2022, { branchIds: [own] });
  await inspect(commune, 2022, { branchIds: [own], memberIds: [clerk] }, { mode: "SUPERVISION" });
  await openInspection(commune, 2022, { branchIds: [agency], memberIds: [late] });

  office = await commune.signIn("Văn phòng", { role: "OFFICE" });
  secretary = await commune.signIn("Bí thư chi bộ", { memberId: head });
  inCharge = await commune.signIn("Ủy viên phụ trách", { memberId: seated });
  inspector = await commune.signIn("Ủy ban kiểm tra", { role: "INSPECTOR" });
  administrator = await commune.signIn("Quản trị", { role: "ADMIN" });
});
afterAll(() => commune.close());

describe("the published figures of a year", () => {
  it("are counted as of 31 December", async () => {
    const figures = await getYearFigures(office, 2022);
    expect(figures.body).toEqual({ name: "Đảng bộ xã Thử", superiorName: "Huyện ủy Thử" });
    expect(figures.members).toEqual({
      total: 8,
      official: 7,
      probationary: 1,
      female: 3,
      ethnicMinority: 6,
      exempt: 1,
      suspended: 0,
      interrupted: 0,
    });
    expect(figures.assignments).toEqual({ branches: 2, branchesWithMain: 1, people: 1 });
    expect(figures.heads).toEqual({ villages: 2, together: 1, schooled: 1 });
    expect(figures.next).toEqual({ BRANCHES_GOOD_OR_BETTER: 1000 });
    expect(figures.byBranch.map((branch) => [branch.name, branch.members])).toEqual([
      ["Chi bộ bản Mẫu", 6],
      ["Chi bộ Cơ quan", 2],
    ]);
  });

  it("hold decided ratings only, a corrected one once", async () => {
    const { ratings } = await getYearFigures(office, 2022);
    expect(ratings.members).toEqual({
      rated: 6,
      notRated: 1,
      goodOrBetter: 5,
      EXCELLENT: 1,
      GOOD: 4,
      COMPLETED: 1,
      FAILED: 0,
    });
    expect(ratings.branches).toMatchObject({ rated: 2, goodOrBetter: 1 });
    expect(ratings.committee).toBe("GOOD");
  });

  it("count concluded inspections with distinct subjects and tell nothing of open ones", async () => {
    const expected = { events: 2, inspections: 1, supervisions: 1, branches: 1, members: 1, withDiscipline: 0 };
    for (const actor of [office, secretary, inspector]) {
      expect((await getYearFigures(actor, 2022)).inspections).toEqual(expected);
    }
  });

  it("give a secretary the commune's totals, one to four persons hidden, and only the own branch by itself", async () => {
    const figures = await getYearFigures(secretary, 2022);
    expect(figures.members).toMatchObject({
      total: 8,
      official: null,
      probationary: null,
      female: null,
      ethnicMinority: 6,
      exempt: null,
      suspended: 0,
    });
    expect(figures.ratings.members).toMatchObject({
      rated: 6,
      goodOrBetter: 5,
      notRated: null,
      EXCELLENT: null,
      GOOD: null,
      COMPLETED: null,
      FAILED: null,
    });
    expect(figures.byBranch.map((branch) => branch.id)).toEqual([own]);
  });

  it("give who is in charge of a branch that branch by itself", async () => {
    const dashboard = await findDashboard(inCharge, 2022);
    expect(dashboard?.inCharge.map((branch) => [branch.id, branch.members])).toEqual([[own, 6]]);
    expect(dashboard?.own).toEqual([]);
  });

  it("are not there for who reads nothing of the register, not even by raw SQL", async () => {
    await expect(getYearFigures(administrator, 2022)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findDashboard(administrator, 2022)).toBeNull();
    const raw = inContext(
      administrator.sessionToken,
      (tx) => tx.$queryRaw`SELECT app.year_figures(2022, '2022-12-31')`,
    );
    await expect(raw).rejects.toThrow("no right");
  });

  it("of another register stay there", async () => {
    const foreign = await openCommune();
    const stranger = await foreign.signIn("Văn phòng khác", { role: "OFFICE" });
    expect((await getYearFigures(stranger, 2022)).members.total).toBe(0);
    await foreign.close();
  });
});

describe("the dashboard", () => {
  it("opens the last year that was rated, and any year on offer", async () => {
    expect(await findDashboard(office, null)).toMatchObject({ year: 2022, on: "2022-12-31", isEmpty: false });
    const year = Number(office.today.slice(0, 4));
    expect(await findDashboard(office, year)).toMatchObject({ year, on: office.today });
    expect(await findDashboard(office, 1800)).toMatchObject({ year: 2022 });
  });

  it("links the commune's numbers for the office and only the own branch's for its secretary", async () => {
    const linked = async (actor: Actor) =>
      (await findDashboard(actor, 2022))?.paragraph.flatMap(({ key, links }) =>
        Object.values(links).map((href) => [key, href !== null]),
      );
    expect((await linked(office))?.every(([, isLinked]) => isLinked)).toBe(true);
    const forSecretary = await linked(secretary);
    expect(forSecretary?.filter(([, isLinked]) => isLinked)).toEqual([
      ["branchRated", true],
      ["branchRated", true],
    ]);
  });
});
