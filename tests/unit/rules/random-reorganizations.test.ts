import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/core/day";
import { isInForceOn } from "@/lib/core/day/interval";
import { type Place, type Plan, planObstacle, type StandingBranch } from "@/lib/features/reorganizations/rules/plan";
import { type Hanging, leavingIn, settle, settlingObstacle } from "@/lib/features/reorganizations/rules/settling";
import { type RollStay, riseAndFall } from "@/lib/features/reports/rules";

/* A register of branches and stays on which reorganisations are played as the command plays them, in memory. */

type Stay = Hanging & { readonly began: RollStay["began"]; readonly endReason: RollStay["endReason"] };
type World = { branches: StandingBranch[]; stays: Stay[]; newest: number };

const FOUNDED = day("2015-01-01");
const START = day("2020-01-01");

function opened(members: readonly number[]): World {
  const branches = members.map((_, at) => {
    return { id: `b${at}`, name: `b${at}`, kind: "VILLAGE" as const, startsOn: FOUNDED, endsOn: null };
  });
  const stays = members.flatMap((count, at) =>
    Array.from({ length: count }, (_, place) => begin(`m${at}-${place}`, `b${at}`)),
  );
  return { branches, stays, newest: members.length };
}

function begin(memberId: string, branchId: string): Stay {
  const thing = {
    id: `${memberId}@${branchId}`,
    kind: "STAY",
    role: "OFFICIAL",
    branchId,
    memberId,
    villageId: null,
    name: memberId,
  } as const;
  return { ...thing, startsOn: FOUNDED, endsOn: null, began: "ARRIVED", endReason: null };
}

type Act = { kind: Plan["kind"]; which: number; other: number; survives: boolean; share: number; wait: number };

/** Plays one act from a day on; what the rules refuse leaves everything as it was. */
function play(world: World, act: Act, effectiveOn: Day): World {
  const open = world.branches.filter((branch) => branch.endsOn === null);
  const one = open[act.which % open.length];
  const two = open[act.other % open.length];
  if (!one || !two) return world;
  const fresh = (at: number): Place => {
    const id = `b${world.newest + at}`;
    return { branchId: id, part: "OPENED", name: id, kind: "VILLAGE" };
  };
  const old = (branch: StandingBranch, part: Place["part"]): Place => ({
    branchId: branch.id,
    part,
    name: branch.name,
    kind: branch.kind,
  });
  const survivor = act.survives ? "CONTINUED" : "CLOSED";
  const places: Readonly<Record<Plan["kind"], readonly Place[]>> = {
    MERGE: [old(one, survivor), old(two, "CLOSED"), ...(act.survives ? [] : [fresh(0)])],
    SPLIT: [old(one, survivor), fresh(0), ...(act.survives ? [] : [fresh(1)])],
    RENAME: [old(one, "CLOSED"), fresh(0)],
  };
  const targets = places[act.kind].filter((place) => place.part !== "CLOSED");
  const lasting = world.stays.filter((stay) => stay.endsOn === null || stay.endsOn > effectiveOn);
  const shared = lasting.filter((stay) => stay.branchId === one.id);
  const settled = new Map(
    act.kind === "SPLIT"
      ? shared.map((stay, at) => [stay.id, targets[(at * act.share) % targets.length]?.branchId ?? null])
      : [],
  );
  const plan: Plan = { kind: act.kind, effectiveOn, places: places[act.kind], settled };
  const ofPlan = lasting.filter((stay) => plan.places.some((place) => place.branchId === stay.branchId));
  const found = settle(ofPlan, plan);
  if (planObstacle(plan, world.branches) || settlingObstacle(found, plan)) return world;

  const moved = new Map(leavingIn(found).map(({ thing, to }) => [thing.id, to]));
  const begun = world.stays.flatMap((stay): Stay[] => {
    const to = moved.get(stay.id);
    if (!to) return [];
    return [{ ...stay, id: `${stay.id}>${to}`, branchId: to, startsOn: effectiveOn, began: "TRANSFERRED" }];
  });
  const ended = world.stays.map(
    (stay): Stay => (moved.has(stay.id) ? { ...stay, endsOn: effectiveOn, endReason: "TRANSFERRED" } : stay),
  );
  const closing = plan.places.filter((place) => place.part === "CLOSED").map((place) => place.branchId);
  const opening = plan.places.filter((place) => place.part === "OPENED");
  return {
    newest: world.newest + opening.length,
    stays: [...ended, ...begun],
    branches: [
      ...world.branches.map((branch) => (closing.includes(branch.id) ? { ...branch, endsOn: effectiveOn } : branch)),
      ...opening.map(({ branchId: id, name, kind }) => ({ id, name, kind, startsOn: effectiveOn, endsOn: null })),
    ],
  };
}

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom<Plan["kind"]>("MERGE", "SPLIT", "RENAME"),
    which: fc.nat(20),
    other: fc.nat(20),
    survives: fc.boolean(),
    share: fc.nat(3),
    wait: fc.integer({ min: 0, max: 200 }),
  }),
  { maxLength: 12 },
);

describe("whatever branches go through, one after the other", () => {
  it("every member is in one branch that stands, on every day, and the rises and falls close", () => {
    let played = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }), acts, (members, all) => {
        let world = opened(members);
        let on = START;
        for (const act of all) {
          on = addDays(on, act.wait);
          const next = play(world, act, on);
          if (next !== world) played += 1;
          world = next;
        }
        const end = addDays(on, 1);
        const total = members.reduce((sum, count) => sum + count, 0);
        for (const at of [START, ...world.branches.map((branch) => branch.startsOn), end]) {
          const current = world.stays.filter((stay) => isInForceOn(stay, at));
          expect(new Set(current.map((stay) => stay.memberId)).size).toBe(total);
          expect(current).toHaveLength(total);
          const stands = (id: string) => world.branches.some((branch) => branch.id === id && isInForceOn(branch, at));
          expect(current.filter((stay) => !stands(stay.branchId))).toEqual([]);
        }
        const stays = world.stays.map(
          ({ id, memberId, name, branchId, startsOn, endsOn, began, endReason }): RollStay => {
            return { id, memberId: memberId ?? "", fullName: name, branchId, startsOn, endsOn, began, endReason };
          },
        );
        for (const of of [
          stays,
          ...world.branches.map((branch) => stays.filter((stay) => stay.branchId === branch.id)),
        ]) {
          const line = riseAndFall(of, { from: START, to: end });
          const rises = line.admitted.length + line.transferredIn.length + line.arrived.length;
          const falls = line.transferredOut.length + line.movedAway.length + line.deceased.length;
          expect(line.opening.length + rises - falls).toBe(line.closing.length);
          expect(line.arrived.length + line.movedAway.length).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
    expect(played).toBeGreaterThan(300);
  });
});
