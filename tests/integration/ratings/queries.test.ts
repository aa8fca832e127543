import { beforeAll, describe, expect, it } from "vitest";
import { markNotRated } from "@/lib/features/ratings/commands/mark-not-rated";
import { proposeRating } from "@/lib/features/ratings/commands/propose-ratings";
import { setTarget } from "@/lib/features/ratings/commands/set-target";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { listRounds, listTargets } from "@/lib/features/ratings/queries/list-rounds";
import { roundFilter } from "@/lib/features/ratings/schema";
import { listRuleSets } from "@/lib/features/rule-sets/queries/rule-sets";
import { confirm, openRatedRegister, propose, type RatedRegister, record } from "./round";

let register: RatedRegister;

const filter = (values: Record<string, string> = {}) => roundFilter.parse(values);
const names = (lines: readonly { name: string }[]) => lines.map((line) => line.name);

beforeAll(async () => {
  register = await openRatedRegister();
  const { actors, members, roundId, system } = register;
  const lines = await propose(register, [
    [members.other, "GOOD"],
    [members.otherSecretary, "COMPLETED"],
  ]);
  await record(actors.office, register, lines);
  await confirm(
    actors.leader,
    register,
    lines.map((line) => line.ratingId),
  );
  const { id } = await markNotRated(system, {
    roundId,
    memberId: members.exempt,
    version: null,
    reason: "EXEMPT",
    note: null,
  });
  await record(actors.office, register, [{ ratingId: id, version: 1, level: null }]);
  await confirm(actors.leader, register, [id]);
  const proposal = { roundId, version: null, level: "GOOD" as const, votedOn: null, vote: null };
  const deputy = await proposeRating(system, { ...proposal, memberId: members.deputy });
  await record(actors.office, register, [{ ratingId: deputy.id, version: 1, level: "COMPLETED" }]);
  await proposeRating(system, { ...proposal, memberId: members.secretary });
});

describe("the round of a year", () => {
  it("holds every member of the reckoning day for who reads the register, each number opening its own list", async () => {
    const round = await getRound(register.actors.leader, "2022", filter());
    expect(round).toMatchObject({ reach: "REGISTER", can: { record: true, confirm: true, proposeIn: [] } });
    expect(round.tally.members).toMatchObject({
      total: 7,
      rated: 2,
      goodOrBetter: 1,
      notRated: 1,
      none: 2,
      proposed: 1,
      recorded: 1,
    });
    for (const [values, count] of [
      [{ level: "GOOD_OR_BETTER" }, 1],
      [{ level: "COMPLETED" }, 1],
      [{ level: "NOT_RATED" }, 1],
      [{ state: "rated" }, 2],
      [{ state: "notRated" }, 1],
      [{ state: "none" }, 2],
      [{ state: "recorded" }, 1],
      [{ state: "different" }, 1],
      [{ q: "ha thi am" }, 1],
      [{ branch: register.otherBranchId }, 3],
      [{ level: "nonsense", tab: "nonsense" }, 7],
    ] as const) {
      const narrowed = await getRound(register.actors.office, "2022", filter(values));
      expect([values, narrowed.shown.members.length]).toEqual([values, count]);
    }
  });

  it("tells how many are left out and why, each number opening its own list", async () => {
    const { leftOut } = await getRound(register.actors.office, "2022", filter());
    expect(leftOut).toEqual({ members: { EXEMPT: 1 }, branches: {} });
    const narrowed = await getRound(register.actors.office, "2022", filter({ reason: "EXEMPT" }));
    expect(names(narrowed.shown.members)).toEqual(["Giàng A Chu"]);
    expect((await getRound(register.actors.secretary, "2022", filter())).leftOut.members).toEqual({ EXEMPT: 1 });
    expect((await getRound(register.actors.inspector, "2022", filter())).leftOut.members).toEqual({});
  });

  it("shows the cap with its formula to who reads the register, and to nobody else", async () => {
    const { caps } = await getRound(register.actors.office, "2022", filter());
    expect(caps?.members).toMatchObject({
      allowed: 0,
      baseCount: 2,
      numerator: 20,
      denominator: 100,
      base: "GOOD_ONLY",
    });
    expect((await getRound(register.actors.secretary, "2022", filter())).caps).toBeNull();
  });

  it("is the own branch for its secretary, without what is not confirmed and without what is about the reader", async () => {
    const round = await getRound(register.actors.secretary, "2022", filter());
    expect(names(round.members)).toEqual(["Hà Thị Ẩm", "Giàng A Chu", "Ngần Văn Thiệp", "Vì Văn Ước"]);
    const line = (name: string) => round.members.find((one) => one.name === name);
    expect(line("Vì Văn Ước")).toMatchObject({ step: "PROPOSED", proposedLevel: "GOOD", level: null });
    expect(line("Ngần Văn Thiệp")).toMatchObject({ step: "NONE", ratingId: null });
    expect(line("Giàng A Chu")).toMatchObject({ step: "DECIDED", notRatedReason: "EXEMPT" });
    expect(round.branches).toHaveLength(1);
    expect(round.can).toMatchObject({ proposeIn: [register.branchId], record: false, confirm: false });
  });

  it("is what has been decided in the branches in charge, and nobody for an inspector without cases", async () => {
    const inCharge = await getRound(register.actors.inCharge, "2022", filter());
    expect(inCharge.members.filter((line) => line.step !== "NONE")).toHaveLength(1);
    expect(new Set(inCharge.members.map((line) => line.branchId))).toEqual(
      new Set([register.branchId, register.otherBranchId]),
    );
    const inspector = await getRound(register.actors.inspector, "2022", filter());
    expect(inspector.members).toEqual([]);
  });

  it("holds the own line alone for an ordinary member, without the cap", async () => {
    const own = await getRound(register.actors.ordinary, "2022", filter());
    expect([own.members.map(({ memberId }) => memberId), own.branches, own.caps]).toEqual([
      [register.members.other],
      [],
      null,
    ]);
  });

  it("is not found for an administrator, and in a year without a round", async () => {
    await expect(getRound(register.actors.admin, "2022", filter())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getRound(register.actors.office, "2019", filter())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("one member in a round", () => {
  it("tells who may take the next step, and who stands in the way", async () => {
    const { actors, members } = register;
    const asLeader = await getRatedSubject(actors.leader, "2022", { memberId: members.deputy });
    expect(asLeader.can).toMatchObject({ propose: false, record: true, correct: false, confirmObstacle: null });
    expect(asLeader.can.confirm?.level).toBe("COMPLETED");
    expect(asLeader.current).toMatchObject({
      recordedBy: "Văn phòng",
      decision: { number: "105-QĐ/ĐU", presentCount: 13 },
    });
    const asSecretary = await getRatedSubject(actors.secretary, "2022", { memberId: members.deputy });
    expect(asSecretary.current).toMatchObject({ state: "PROPOSED", level: null, decision: null });
    const decided = await getRatedSubject(actors.office, "2022", { memberId: members.other });
    expect(decided.can).toMatchObject({ propose: false, record: false, correct: true });
  });

  it("is reached by the rating's id too, and not found outside the reader's scope", async () => {
    const { actors, members } = register;
    const found = await getRatedSubject(actors.office, "2022", { memberId: members.other });
    const ratingId = found.current?.id ?? "";
    expect((await getRatedSubject(actors.leader, "2022", { ratingId })).name).toBe("Mùi Thị Lan");
    await expect(getRatedSubject(actors.secretary, "2022", { ratingId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getRatedSubject(actors.secretary, "2022", { memberId: members.other })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("lets nobody write about themselves", async () => {
    const own = await getRatedSubject(register.actors.secretary, "2022", { memberId: register.members.secretary });
    expect(own).toMatchObject({ isSelf: true, current: null, can: { propose: false, record: false } });
  });
});

describe("years, targets and rules", () => {
  it("are listed within the reader's scope", async () => {
    await setTarget(register.actors.office, {
      year: 2022,
      kind: "MEMBERS_GOOD_OR_BETTER",
      value: 900,
      document: null,
      version: null,
    });
    const asOffice = await listRounds(register.actors.office);
    expect(asOffice?.rounds).toMatchObject([{ period: "2022", levels: { GOOD: 1, COMPLETED: 1 }, notRated: 1 }]);
    expect(asOffice?.can).toEqual({ open: true, setTarget: true });
    const asSecretary = await listRounds(register.actors.secretary);
    expect(asSecretary?.rounds).toMatchObject([{ period: "2022", levels: { GOOD: 0, COMPLETED: 0 }, notRated: 1 }]);
    expect(await listRounds(register.actors.admin)).toBeNull();
    expect(await listTargets(register.actors.secretary)).toHaveLength(1);
    expect(await listTargets(register.actors.admin)).toEqual([]);
  });

  it("names every value of a rule with its source and how sure it is", async () => {
    const rules = await listRuleSets(register.actors.secretary);
    const rating = rules?.sets.find((one) => one.code === "rating-2019");
    expect(rating?.parameters).toContainEqual({
      name: "memberCap_share",
      value: { numerator: 20, denominator: 100 },
      citation: "HD 21-HD/BTCTW",
      certainty: "CONFIRMED",
    });
    expect(rules?.can.install).toBe(false);
    expect(await listRuleSets(register.actors.admin)).toBeNull();
  });
});
