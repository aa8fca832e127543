import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/core/actor";
import type { Role } from "@/lib/core/db/generated/enums";
import {
  confirmDecisionsAction,
  correctDecisionAction,
  proposeRatingAction,
  recordCommitteeRatingAction,
  recordDecisionsAction,
} from "@/lib/features/ratings/actions";
import { asTestOwner, ownerRows, signInAs } from "../../support/register";
import { confirm, propose, record } from "../ratings/round";
import { type FormWorld, openFormWorld, someone } from "./form-case";
import { post, proposalForm, ratingsOf, reasonOf } from "./posting";

vi.mock("next/headers", async () => (await import("./request")).requestParts);
vi.mock("next-intl/server", async () => (await import("./request")).translations);
vi.mock("next/server", () => ({ after: () => undefined }));
vi.mock("@/lib/core/auth/config", () => ({ giveSessionCookie: async () => undefined }));

/*
 * That nobody decides alone, duty by duty: each form is posted straight to its action by who must not, past every page that would hide
 * it, and the database tells what came of it.
 */

let world: FormWorld;
beforeAll(async () => {
  world = await openFormWorld();
});

const paper = { decisionNumber: "105-QĐ/ĐU", decidedOn: "20/12/2022", minutesNumber: "12-BB/ĐU", presentCount: "13" };

/** Gives an account a second right, confirmed by somebody else. */
async function alsoAs(actor: Actor, role: Role): Promise<void> {
  await asTestOwner(async (tx) => {
    const confirmedById = world.actors.second.accountId;
    await tx.roleGrant.create({
      data: {
        ...{ committeeId: world.committeeId, id: randomUUID(), accountId: actor.accountId ?? "", role },
        ...{ startsOn: new Date("2020-01-01"), confirmedById, confirmedAt: new Date() },
      },
    });
  });
}

const ratingOf = async (id: string) =>
  (
    await ownerRows<{ state: string; level: string | null }>(`SELECT state, level FROM "Rating" WHERE id = $1`, [id])
  )[0];

async function recordedBy(actor: Actor): Promise<string> {
  const { id } = await someone(world, world.otherBranchId);
  const [line] = await propose(world, [[id, "GOOD"]]);
  if (!line) throw new Error("nothing was proposed");
  await record(actor, world, [{ ...line, level: "GOOD" }]);
  return line.ratingId;
}

const proposalOf = (memberId: string) => proposalForm(world.roundId, memberId);
const confirmation = (ratingId: string) => ({ roundId: world.roundId, rating: [`${ratingId} 2`], reason: "" });

describe("SOD-1: nobody confirms what they proposed or recorded", () => {
  it("is held for the recorder, and another leader confirms", async () => {
    const { leader, second } = world.actors;
    const ratingId = await recordedBy(leader);
    expect(reasonOf(await post(leader, confirmDecisionsAction, confirmation(ratingId), [2022]))).toBe(
      "ratings.errors.recorderConfirms",
    );
    expect(await ratingOf(ratingId)).toMatchObject({ state: "RECORDED" });
    expect(reasonOf(await post(second, confirmDecisionsAction, confirmation(ratingId), [2022]))).toBe("DONE");
    expect(await ratingOf(ratingId)).toEqual({ state: "DECIDED", level: "GOOD" });
  });

  it("is held for the proposer, whatever else they may", async () => {
    const both = await signInAs(world.committeeId, "Hai vai", { role: "OFFICE" });
    await alsoAs(both, "LEADER");
    const { id } = await someone(world, world.otherBranchId);
    expect(reasonOf(await post(both, proposeRatingAction, proposalOf(id), [2022]))).toBe("DONE");
    const [own] = await ownerRows<{ id: string }>(`SELECT id FROM "Rating" WHERE "memberId" = $1`, [id]);
    const ratingId = own?.id ?? "";
    await record(world.actors.office, world, [{ ratingId, version: 1, level: "GOOD" }]);
    expect(reasonOf(await post(both, confirmDecisionsAction, confirmation(ratingId), [2022]))).toBe(
      "ratings.errors.proposerConfirms",
    );
    expect(await ratingOf(ratingId)).toMatchObject({ state: "RECORDED" });
  });
});

describe("SOD-2: nobody writes or decides about themselves", () => {
  it("is held for the proposal, the decision and the confirmation", async () => {
    const { id } = await someone(world, world.otherBranchId);
    const own = await signInAs(world.committeeId, "Chính mình", { role: "OFFICE", memberId: id });
    await alsoAs(own, "LEADER");
    expect(reasonOf(await post(own, proposeRatingAction, proposalOf(id), [2022]))).not.toBe("DONE");
    expect(await ratingsOf(id)).toEqual([]);

    const [line] = await propose(world, [[id, "GOOD"]]);
    const ratingId = line?.ratingId ?? "";
    const decision = {
      roundId: world.roundId,
      reason: "",
      ...paper,
      [`level-${ratingId}`]: "GOOD",
      [`version-${ratingId}`]: "1",
    };
    expect(reasonOf(await post(own, recordDecisionsAction, decision, [2022]))).not.toBe("DONE");
    expect(await ratingOf(ratingId)).toEqual({ state: "PROPOSED", level: null });

    await record(world.actors.office, world, [{ ratingId, version: 1, level: "GOOD" }]);
    expect(reasonOf(await post(own, confirmDecisionsAction, confirmation(ratingId), [2022]))).not.toBe("DONE");
    expect(await ratingOf(ratingId)).toMatchObject({ state: "RECORDED" });
  });
});

describe("SOD-3: the secretary's own proposal is the office's to enter", () => {
  it("is refused to the secretary and done by the office", async () => {
    const { secretary, office } = world.actors;
    const own = proposalOf(world.members.secretary);
    expect(reasonOf(await post(secretary, proposeRatingAction, own, [2022]))).not.toBe("DONE");
    expect(await ratingsOf(world.members.secretary)).toEqual([]);
    expect(reasonOf(await post(office, proposeRatingAction, own, [2022]))).toBe("DONE");
    expect(await ratingsOf(world.members.secretary)).toHaveLength(1);
  });
});

describe("SOD-5: a decision is never changed, only followed by another one", () => {
  let ratingId: string;
  beforeEach(async () => {
    ratingId = await recordedBy(world.actors.office);
    await confirm(world.actors.leader, world, [ratingId]);
  });

  it("is held when the decision is sent once more, and underneath", async () => {
    const again = {
      roundId: world.roundId,
      reason: "",
      ...paper,
      [`level-${ratingId}`]: "FAILED",
      [`version-${ratingId}`]: "3",
    };
    expect(reasonOf(await post(world.actors.office, recordDecisionsAction, again, [2022]))).not.toBe("DONE");
    await expect(ownerRows(`UPDATE "Rating" SET level = 'FAILED' WHERE id = $1`, [ratingId])).rejects.toThrow(
      "decided",
    );
    expect(await ratingOf(ratingId)).toEqual({ state: "DECIDED", level: "GOOD" });
  });

  it("asks a correction for its reason, and for a second person before it counts", async () => {
    const outcome = { ratingId, version: "3", level: "COMPLETED", notRatedReason: "", note: "", ...paper };
    const { leader } = world.actors;
    expect(reasonOf(await post(leader, correctDecisionAction, { ...outcome, reason: "" }, [2022]))).toBe("reason");
    expect(reasonOf(await post(leader, correctDecisionAction, { ...outcome, reason: "Chép nhầm" }, [2022]))).toBe(
      "DONE",
    );
    const [correction] = await ownerRows<{ id: string }>(`SELECT id FROM "Rating" WHERE "supersedesId" = $1`, [
      ratingId,
    ]);
    const waiting = { roundId: world.roundId, rating: [`${correction?.id} 1`], reason: "" };
    expect(reasonOf(await post(leader, confirmDecisionsAction, waiting, [2022]))).toBe(
      "ratings.errors.recorderConfirms",
    );
    expect(await ratingOf(ratingId)).toEqual({ state: "DECIDED", level: "GOOD" });
  });
});

describe("SOD-8: the administrator has no say in what is done", () => {
  it("is held for every step of a rating", async () => {
    const { admin } = world.actors;
    const { id } = await someone(world);
    const ratingId = await recordedBy(world.actors.office);
    expect(reasonOf(await post(admin, proposeRatingAction, proposalOf(id), [2022]))).not.toBe("DONE");
    expect(reasonOf(await post(admin, confirmDecisionsAction, confirmation(ratingId), [2022]))).not.toBe("DONE");
    expect([await ratingsOf(id), await ratingOf(ratingId)]).toEqual([[], { state: "RECORDED", level: "GOOD" }]);
  });
});

describe("SOD-11: a collective decision names its minutes, its day and those present", () => {
  it("is not recorded without one of them", async () => {
    const { office } = world.actors;
    const own = { roundId: world.roundId, version: "", level: "GOOD", ...paper };
    for (const name of ["minutesNumber", "decidedOn", "presentCount", "decisionNumber"])
      expect(reasonOf(await post(office, recordCommitteeRatingAction, { ...own, [name]: "" }, [2022]))).toBe(name);
    expect(
      await ownerRows(`SELECT id FROM "Rating" WHERE "roundId" = $1 AND subject = 'COMMITTEE'`, [world.roundId]),
    ).toEqual([]);
  });
});
