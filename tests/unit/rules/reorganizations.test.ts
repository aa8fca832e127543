import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { answerObstacle, confirmationObstacle } from "@/lib/features/reorganizations/rules/answer";
import { type Place, type Plan, planObstacle, successionsIn } from "@/lib/features/reorganizations/rules/plan";
import {
  type Hanging,
  leavingIn,
  settle,
  settlingObstacle,
  unfinishedObstacle,
} from "@/lib/features/reorganizations/rules/settling";

const JULY = day("2025-07-01");
const place = (branchId: string, part: Place["part"]): Place => ({ branchId, part, name: branchId, kind: "VILLAGE" });
const standing = ["a", "b", "c"].map((id) => {
  return { id, name: id, kind: "VILLAGE" as const, startsOn: day("2010-01-01"), endsOn: null };
});
const plan = (kind: Plan["kind"], places: readonly Place[], settled: [string, string | null][] = []): Plan => ({
  kind,
  effectiveOn: JULY,
  places,
  settled: new Map(settled),
});
const closed = (...ids: string[]) => ids.map((id) => place(id, "CLOSED"));
const thing = (id: string, branchId: string, changes: Partial<Hanging> = {}): Hanging => ({
  id,
  kind: "STAY",
  role: "OFFICIAL",
  branchId,
  memberId: id,
  villageId: null,
  name: id,
  startsOn: day("2015-01-01"),
  endsOn: null,
  ...changes,
});
const office = (id: string, branchId: string, changes: Partial<Hanging> = {}) =>
  thing(id, branchId, { kind: "OFFICE", role: "SECRETARY", ...changes });

const merger = plan("MERGE", [...closed("a", "b"), place("n", "OPENED")]);
const takeover = plan("MERGE", [place("a", "CONTINUED"), ...closed("b")]);
const division = (settled: [string, string | null][]) =>
  plan("SPLIT", [...closed("a"), place("m", "OPENED"), place("n", "OPENED")], settled);

describe("the shape of a reorganisation", () => {
  it.each([
    [merger, null],
    [takeover, null],
    [division([]), null],
    [plan("SPLIT", [place("a", "CONTINUED"), place("n", "OPENED")]), null],
    [plan("RENAME", [...closed("a"), place("n", "OPENED")]), null],
    [plan("MERGE", [...closed("a"), place("n", "OPENED")]), "mergeShape"],
    [plan("MERGE", closed("a", "b")), "mergeShape"],
    [plan("MERGE", [...closed("a", "b"), place("m", "OPENED"), place("n", "OPENED")]), "mergeShape"],
    [plan("SPLIT", [...closed("a"), place("n", "OPENED")]), "splitShape"],
    [plan("SPLIT", [...closed("a", "b"), place("m", "OPENED"), place("n", "OPENED")]), "splitShape"],
    [plan("RENAME", [place("a", "CONTINUED"), place("n", "OPENED")]), "renameShape"],
    [plan("RENAME", [...closed("a"), place("a", "OPENED")]), "nothingChanges"],
    [plan("RENAME", [...closed("x"), place("n", "OPENED")]), "branchNotStanding"],
  ] as const)("%#: is what it has to be", (of, wrong) => {
    expect(planObstacle(of, standing)?.reason ?? null).toBe(wrong && `reorganizations.errors.${wrong}`);
  });

  it("gives no branch the name of one that stands, or that another one gets, but that of one that is closed", () => {
    const named = (name: string) => plan("MERGE", [...closed("a", "b"), { ...place("n", "OPENED"), name }]);
    expect(planObstacle(named("C"), standing)).toMatchObject({
      reason: "organization.errors.branchNameTaken",
      field: "name-1",
    });
    expect(planObstacle(named("a"), standing)).toBeNull();
    const twins = [place("m", "OPENED"), { ...place("n", "OPENED"), name: "m" }];
    expect(planObstacle(plan("SPLIT", [...closed("a"), ...twins]), standing)).toMatchObject({ field: "name-2" });
  });

  it("links every old branch with what follows it, and none with itself", () => {
    const pairs = (of: Plan) => successionsIn(of).map((one) => `${one.predecessorId}>${one.successorId}`);
    expect(pairs(merger)).toEqual(["a>n", "b>n"]);
    expect(pairs(takeover)).toEqual(["b>a"]);
    expect(pairs(division([]))).toEqual(["a>m", "a>n"]);
    expect(pairs(plan("SPLIT", [place("a", "CONTINUED"), place("n", "OPENED")]))).toEqual(["a>n"]);
  });
});

describe("what hangs on the branches", () => {
  const where = (things: readonly Hanging[], of: Plan) => settle(things, of).map(({ to }) => to);

  it("goes to the only successor unless told otherwise, and stays in the branch that takes the others in", () => {
    const things = [thing("x", "a"), thing("y", "b"), office("o", "b", { memberId: "y" })];
    expect(where(things, merger)).toEqual(["n", "n", "n"]);
    expect(where(things, takeover)).toEqual(["a", "a", "a"]);
    expect(leavingIn(settle(things, takeover)).map(({ thing: one }) => one.id)).toEqual(["y", "o"]);
    expect(where(things, { ...merger, settled: new Map([["o", null]]) })).toEqual(["n", "n", null]);
  });

  it("names whoever is forgotten in a division, and lets nobody be ended", () => {
    const things = [thing("x", "a"), thing("y", "a"), thing("z", "a")];
    const settled = settle(
      things,
      division([
        ["x", "m"],
        ["y", null],
      ]),
    );
    expect(settlingObstacle(settled, merger)).toEqual({
      reason: "reorganizations.errors.notSettled",
      params: { names: "y, z", count: 2 },
    });
  });

  it("takes a dossier where its person goes, and makes nobody a guest at home", () => {
    const dossier = thing("d", "a", { kind: "DOSSIER", role: "RECOGNITION", memberId: "x" });
    const guest = thing("g", "b", { role: "TEMPORARY", memberId: "x" });
    expect(where([thing("x", "a"), dossier], division([["x", "n"]]))).toEqual(["n", "n"]);
    expect(where([thing("x", "a"), guest], merger)).toEqual(["n", null]);
    expect(where([thing("x", "b"), { ...guest, branchId: "a" }], takeover)).toEqual(["a", null]);
  });

  it.each([
    [[thing("x", "a"), office("o", "a", { memberId: "stranger" })], "officeWithoutHolder"],
    [
      [thing("x", "a"), thing("y", "b"), office("o", "a", { memberId: "x" }), office("p", "b", { memberId: "y" })],
      "twoSecretaries",
    ],
    [["a", "b"].map((id) => thing(id, id, { kind: "ASSIGNMENT", role: "MAIN" })), "twoInCharge"],
    [
      [
        thing("i", "a", { kind: "ASSIGNMENT", role: "MAIN", memberId: "q" }),
        thing("j", "b", { kind: "ASSIGNMENT", role: "SUPPORTING", memberId: "q" }),
      ],
      "samePersonTwice",
    ],
  ] as const)("%#: is refused by name where it cannot be", (things, wrong) => {
    expect(settlingObstacle(settle([...things], merger), merger)?.reason).toBe(`reorganizations.errors.${wrong}`);
  });

  it("that was entered for a later day goes along, but cannot end with what is gone by then", () => {
    const things = [thing("x", "a"), office("o", "a", { memberId: "x", startsOn: JULY })];
    expect(settlingObstacle(settle(things, merger), merger)).toBeNull();
    const ended = { ...merger, settled: new Map([["o", null]]) };
    expect(settlingObstacle(settle(things, ended), ended)).toMatchObject({
      reason: "reorganizations.errors.laterRecords",
      params: { names: "o" },
    });
  });

  it("links a village that several branches serve once", () => {
    const link = (id: string, branchId: string) =>
      thing(id, branchId, { kind: "VILLAGE", role: null, memberId: null, villageId: "v" });
    expect(where([link("i", "a"), link("j", "b")], merger)).toEqual(["n", null]);
    expect(where([link("j", "b"), link("i", "a")], takeover)).toEqual([null, "a"]);
  });

  it("may follow one another in time", () => {
    const gone = office("o", "a", { memberId: "x", endsOn: day("2025-09-01") });
    const things = [thing("x", "a"), thing("y", "b"), gone];
    expect(settlingObstacle(settle(things, merger), merger)).toBeNull();
  });

  it("waits for what only the old branch can finish", () => {
    expect(unfinishedObstacle([])).toBeNull();
    const two = [
      { kind: "TRANSFER", name: "An" },
      { kind: "RATING", name: "Bình" },
    ] as const;
    expect(unfinishedObstacle(two)).toMatchObject({ params: { names: "An, Bình", count: 2 } });
  });
});

describe("the answer", () => {
  const facts = { state: "PROPOSED", proposedById: "clerk", effectiveOn: JULY } as const;
  it("comes once, from another person, and takes effect from the day on", () => {
    expect(answerObstacle(facts, "clerk")?.reason).toBe("reorganizations.errors.proposerConfirms");
    expect(answerObstacle({ ...facts, state: "REJECTED" }, "leader")?.reason).toBe(
      "reorganizations.errors.alreadyAnswered",
    );
    expect(confirmationObstacle(facts, "leader", day("2025-06-30"))?.reason).toBe("reorganizations.errors.notYet");
    expect(confirmationObstacle(facts, "leader", JULY)).toBeNull();
  });
});
