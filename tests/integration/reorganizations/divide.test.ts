import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { openAdmission } from "@/lib/features/admissions/commands/prepare-admission";
import { getBranch } from "@/lib/features/organization/queries/branch";
import { listBranches } from "@/lib/features/organization/queries/branches";
import { findLineage } from "@/lib/features/organization/queries/lineage";
import { proposeReorganization } from "@/lib/features/reorganizations/commands/propose-reorganization";
import { getReorganizationDraft } from "@/lib/features/reorganizations/queries/get-draft";
import { getReorganization } from "@/lib/features/reorganizations/queries/get-reorganization";
import { listReorganizations } from "@/lib/features/reorganizations/queries/list-reorganizations";
import { getRiseAndFall } from "@/lib/features/reports/queries/get-rise-and-fall";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { transfer, transferInput } from "../../support/movements";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { branchNamed, reorganizationInput, reorganize } from "../../support/reorganizing";
import { candidateInput } from "../admissions/dossier";

let register: TestRegister;
let people: { proposer: TestRegister["actors"]["office"]; confirmer: TestRegister["actors"]["leader"] };
const JULY = day("2026-07-01");
const opened = ["1", "2"].map((key) => ({ key, name: `Chi bộ bản Nhỏ ${key}`, kind: "VILLAGE" as const }));

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  people = { proposer: register.actors.office, confirmer: register.actors.leader };
});

const choice = () => ({
  kind: "SPLIT" as const,
  from: [register.branchId],
  survivorId: null,
  effectiveOn: JULY,
  parts: 2,
});

describe("a division of a branch", () => {
  it("shares out by name, forgets nobody, and takes dossiers and guests along", async () => {
    const { office, leader } = register.actors;
    const { members, branchId } = register;
    await transfer(
      { proposer: office, accepter: leader },
      transferInput(members.other, { kind: "TEMPORARY", toBranchId: branchId, lastDay: day("2027-01-31") }),
    );
    const dossier = await openAdmission(office, candidateInput(branchId));
    const draft = await getReorganizationDraft(office, choice());
    expect(draft).toMatchObject({ openedCount: 2, survivor: null, unfinished: [] });
    const firstHalf = [members.secretary, members.woman, register.offices.secretary];
    const settled = draft.things.map((thing) => {
      const isFirst = firstHalf.includes(thing.memberId ?? "") || thing.kind === "VILLAGE";
      return { recordId: thing.id, to: isFirst ? "1" : "2" };
    });
    const input = reorganizationInput([branchId], { kind: "SPLIT", effectiveOn: JULY, opened, settled });
    const someone = draft.things.find((thing) => thing.memberId === members.woman);
    const forgotten = { ...input, settled: settled.filter((one) => one.recordId !== someone?.id) };
    await expect(proposeReorganization(office, forgotten)).rejects.toMatchObject({
      reason: "reorganizations.errors.notSettled",
      params: { names: "Hà Thị Ẩm" },
    });
    const id = await reorganize(people, input);

    const list = await listBranches(office, JULY);
    expect(list?.rows.map((row) => [row.name, row.counts?.total, row.secretary?.name ?? null])).toEqual([
      ["Chi bộ bản Nhỏ 1", 2, "Ngần Văn Thiệp"],
      ["Chi bộ bản Nhỏ 2", 3, null],
      ["Chi bộ bản Thử Hai", 3, "Sồng A Páo"],
    ]);
    const second = await branchNamed(register.committeeId, "Chi bộ bản Nhỏ 2");
    const [row] = await ownerRows(`SELECT "branchId" FROM "Dossier" WHERE id = $1`, [dossier.id]);
    expect(row).toEqual({ branchId: second });
    const guests = await ownerRows(
      `SELECT "branchId", "endsOn"::text FROM "Membership" WHERE kind = 'TEMPORARY' AND "memberId" = $1 ORDER BY "startsOn"`,
      [members.other],
    );
    expect(guests).toEqual([
      { branchId, endsOn: "2026-07-01" },
      { branchId: second, endsOn: "2027-02-01" },
    ]);
    const view = await getReorganization(leader, id);
    expect(view.settlements.find((one) => one.name === "Hà Thị Ẩm")).toMatchObject({ to: "Chi bộ bản Nhỏ 1" });
  });

  it("shows on both sides by which decision, and to a secretary without who went where", async () => {
    const { office, otherSecretary, ordinary } = register.actors;
    const secretary = await inContext(register.actors.secretary.sessionToken, async (_tx, actor) => actor);
    const first = await branchNamed(register.committeeId, "Chi bộ bản Nhỏ 1");
    const [line] = (await listReorganizations(office)).lines;
    if (!line) throw new Error("no reorganisation");
    const old = await findLineage(office, register.branchId);
    expect(old.successors.map((one) => [one.name, one.on, one.reorganization?.number])).toEqual([
      ["Chi bộ bản Nhỏ 1", JULY, "15-QĐ/ĐU"],
      ["Chi bộ bản Nhỏ 2", JULY, "15-QĐ/ĐU"],
    ]);
    expect((await getBranch(secretary, first, JULY)).counts?.total).toBe(2);
    const lineage = await findLineage(secretary, first);
    expect(lineage.predecessors).toMatchObject([
      { name: "Chi bộ bản Thử Một", isOpen: false, reorganization: { id: line.id } },
    ]);
    const seen = await getReorganization(otherSecretary, line.id);
    expect(seen).toMatchObject({ state: "CONFIRMED", settlements: [], can: { answer: false, cancel: false } });
    await expect(getReorganization(ordinary, line.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getReorganizationDraft(secretary, choice())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("counts nobody as come to the commune or gone from it, and every branch closes", async () => {
    const roll = await getRiseAndFall(register.actors.office, { from: day("2026-06-01"), to: day("2026-07-31") });
    const rows = [...roll.branches.map((branch) => branch.line), roll.total].flatMap((line) => (line ? [line] : []));
    for (const line of rows) {
      const rises = line.admitted.length + line.transferredIn.length + line.arrived.length;
      const falls = line.transferredOut.length + line.movedAway.length + line.deceased.length;
      expect(line.opening.length + rises - falls).toBe(line.closing.length);
    }
    expect([roll.total?.arrived.length, roll.total?.movedAway.length, roll.total?.transferredIn.length]).toEqual([
      0, 0, 5,
    ]);
  });

  it("under another name keeps meeting place, telephone, offices and assignments", async () => {
    const own = await openRegister();
    await installRuleSets(own.system);
    const renamed = [{ key: "1", name: "Chi bộ cụm bản Thử", kind: "VILLAGE_CLUSTER" as const }];
    const input = reorganizationInput([own.branchId], { kind: "RENAME", effectiveOn: JULY, opened: renamed });
    await reorganize({ proposer: own.actors.office, confirmer: own.actors.leader }, input);
    const id = await branchNamed(own.committeeId, "Chi bộ cụm bản Thử");
    expect(await getBranch(own.actors.office, id, JULY)).toMatchObject({
      kind: "VILLAGE_CLUSTER",
      contact: { meetingPlace: "Nhà văn hóa bản" },
      inCharge: [{ name: "Đinh Văn Quân" }],
      counts: { total: 5 },
      villages: [{ name: "Bản Thử Một", heads: [{ name: "Ngần Văn Thiệp" }] }],
    });
    const [stored] = await ownerRows(`SELECT "establishedOn"::text FROM "Branch" WHERE id = $1`, [id]);
    expect(stored).toEqual({ establishedOn: "2015-01-01" });
    const before = await getBranch(own.actors.office, own.branchId, day("2026-06-30"));
    expect(before).toMatchObject({ isInForce: true, lastDay: "2026-06-30", counts: { total: 5 } });
    expect(before.officers.map((one) => one.name)).toEqual(["Ngần Văn Thiệp", "Vì Văn Ước"]);
  });
});
