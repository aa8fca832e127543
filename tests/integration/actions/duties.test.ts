import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/core/actor";
import type { Role } from "@/lib/core/db/generated/enums";
import {
  confirmGrantAction,
  confirmLinkAction,
  endGrantAction,
  grantRoleAction,
  linkMemberAction,
} from "@/lib/features/accounts/actions";
import { concludeInspectionAction } from "@/lib/features/inspections/actions";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { getMember } from "@/lib/features/members/queries/get-member";
import {
  confirmDecisionsAction,
  correctDecisionAction,
  proposeRatingAction,
  recordCommitteeRatingAction,
  recordDecisionsAction,
} from "@/lib/features/ratings/actions";
import { asTestOwner, ownerRows, signInAs } from "../../support/register";
import { caseInput } from "../inspections/case";
import { confirm, propose, record } from "../ratings/round";
import { type FormWorld, openFormWorld, someone } from "./form-case";
import { type Action, type Answer, type Form, formData, isDone, send, signInRequests } from "./request";

vi.mock("next/headers", async () => (await import("./request")).requestParts);
vi.mock("next-intl/server", async () => (await import("./request")).translations);
vi.mock("next/server", () => ({ after: () => undefined }));
vi.mock("@/lib/core/auth/config", () => ({ giveSessionCookie: async () => undefined }));

/*
 * That nobody decides alone, duty by duty: each form is posted straight to its action by who must not, past every page that would hide
 * it, and the database tells what came of it.
 */

const paper = { decisionNumber: "105-QĐ/ĐU", decidedOn: "20/12/2022", minutesNumber: "12-BB/ĐU", presentCount: "13" };
const ballots = { voteBase: "", ballotsGiven: "", ballotsReturned: "" };
const votes = { votesExcellent: "", votesGood: "", votesCompleted: "", votesFailed: "", votesInvalid: "" };

let world: FormWorld;
beforeAll(async () => {
  world = await openFormWorld();
});

async function post(actor: Actor, action: Action, form: Form, bound: readonly unknown[] = []): Promise<Answer> {
  await signInRequests(actor);
  return send(action, bound, formData({ ...form, formKey: randomUUID() }));
}

/** The reason an answer gives for doing nothing; DONE where it did what was asked. */
function reasonOf(answer: Answer): string {
  if (isDone(answer)) return "DONE";
  if (answer.status === "refused") return answer.reason.key;
  return answer.status === "invalid" ? Object.keys(answer.fieldErrors).sort().join(" ") : answer.status;
}

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
const ratingsOf = (memberId: string) => ownerRows(`SELECT id FROM "Rating" WHERE "memberId" = $1`, [memberId]);

async function recordedBy(actor: Actor): Promise<string> {
  const { id } = await someone(world, world.otherBranchId);
  const [line] = await propose(world, [[id, "GOOD"]]);
  if (!line) throw new Error("nothing was proposed");
  await record(actor, world, [{ ...line, level: "GOOD" }]);
  return line.ratingId;
}

const proposalOf = (memberId: string) => ({
  ...{ roundId: world.roundId, memberId, version: "", level: "GOOD", votedOn: "" },
  ...ballots,
  ...votes,
});
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
    await expect(ownerRows(`UPDATE "Rating" SET level = 'FAILED' WHERE id = $1`, [ratingId])).rejects.toThrow();
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

describe("SOD-6: a case in progress is not there for whom it concerns", () => {
  it("answers who posts to it as it answers about no case at all", async () => {
    const { id } = await openInspection(
      world.actors.inspector,
      caseInput({ branchIds: [world.branchId], head: { memberId: world.members.inCharge } }),
    );
    const form = (of: string) => ({
      ...{ id: of, version: "1", conclusion: "Không có vi phạm.", conclusionNumber: "03-TB/UBKT" },
      ...{ concludedOn: "30/09/2022", disciplineFollows: "no" },
    });
    const outsiders = [world.actors.secretary, world.actors.office, world.actors.otherSecretary, world.actors.admin];
    for (const actor of outsiders) {
      const [real, none] = [
        await post(actor, concludeInspectionAction, form(id)),
        await post(actor, concludeInspectionAction, form(randomUUID())),
      ];
      expect(isDone(real)).toBe(false);
      expect(reasonOf(real)).toBe(reasonOf(none));
    }
    const [row] = await ownerRows<{ state: string }>(`SELECT state FROM "Inspection" WHERE id = $1`, [id]);
    expect(row?.state).not.toBe("CONCLUDED");
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

describe("SOD-9: rights are given by one person and confirmed by another", () => {
  const grantOf = async (accountId: string, role: Role) =>
    (
      await ownerRows<{ id: string; version: number; confirmedById: string | null; endsOn: Date | null }>(
        `SELECT id, version, "confirmedById", "endsOn" FROM "RoleGrant" WHERE "accountId" = $1 AND role = $2::"Role"`,
        [accountId, role],
      )
    )[0];

  it("is refused to who would give them to themselves", async () => {
    const { admin } = world.actors;
    const own = { accountId: admin.accountId ?? "", role: "LEADER", startsOn: "01/01/2026", lastDay: "" };
    expect(reasonOf(await post(admin, grantRoleAction, own))).toBe("accounts.errors.ownAccount");
    expect(await grantOf(own.accountId, "LEADER")).toBeUndefined();
  });

  it("counts nothing until a leader other than the one concerned has confirmed", async () => {
    const { admin, leader } = world.actors;
    const someoneElse = await signInAs(world.committeeId, "Người khác", { role: "OFFICE" });
    const accountId = someoneElse.accountId ?? "";
    const grant = { accountId, role: "LEADER", startsOn: "01/01/2026", lastDay: "" };
    expect(reasonOf(await post(admin, grantRoleAction, grant))).toBe("DONE");
    const given = await grantOf(accountId, "LEADER");
    const answer = { accountId, grantId: given?.id ?? "", version: String(given?.version) };
    for (const actor of [admin, someoneElse])
      expect(reasonOf(await post(actor, confirmGrantAction, answer))).not.toBe("DONE");
    expect((await grantOf(accountId, "LEADER"))?.confirmedById).toBeNull();
    expect(reasonOf(await post(leader, confirmGrantAction, answer))).toBe("DONE");
    expect((await grantOf(accountId, "LEADER"))?.confirmedById).toBe(leader.accountId);
  });

  it("keeps the last administrator", async () => {
    const { admin, leader } = world.actors;
    const accountId = admin.accountId ?? "";
    const held = await grantOf(accountId, "ADMIN");
    const end = { accountId, grantId: held?.id ?? "", version: String(held?.version), lastDay: "" };
    for (const actor of [admin, leader]) expect(reasonOf(await post(actor, endGrantAction, end))).not.toBe("DONE");
    expect((await grantOf(accountId, "ADMIN"))?.endsOn).toBeNull();
  });
});

describe("SOD-10: who an account is, is confirmed by a leader and ends its sessions", () => {
  it("leaves the account as it is until then", async () => {
    const { admin, leader } = world.actors;
    const { id, name } = await someone(world);
    const linked = await signInAs(world.committeeId, "Người được gắn", { role: "OFFICE" });
    const accountId = linked.accountId ?? "";
    expect(reasonOf(await post(admin, linkMemberAction, { accountId, memberName: name, memberBranch: "" }))).toBe(
      "DONE",
    );
    const link = () =>
      ownerRows<{ confirmedById: string | null }>(`SELECT "confirmedById" FROM "AccountMember" WHERE "memberId" = $1`, [
        id,
      ]);
    const sessions = () =>
      ownerRows(`SELECT id FROM "Session" WHERE "accountId" = $1 AND "endedAt" IS NULL`, [accountId]);
    expect([await link(), await sessions()]).toEqual([[{ confirmedById: null }], []]);
    await signInAgain(accountId);
    for (const actor of [admin, linked])
      expect(reasonOf(await post(actor, confirmLinkAction, { accountId, version: "1" }))).not.toBe("DONE");
    expect(await link()).toEqual([{ confirmedById: null }]);
    expect(await sessions()).toHaveLength(1);
    expect(reasonOf(await post(leader, confirmLinkAction, { accountId, version: "1" }))).toBe("DONE");
    expect([await link(), await sessions()]).toEqual([[{ confirmedById: leader.accountId }], []]);
  });
});

async function signInAgain(accountId: string): Promise<void> {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const tokenHash = new TextEncoder().encode(randomUUID());
  const { committeeId } = world;
  await asTestOwner(async (tx) => {
    await tx.session.create({
      data: { id: randomUUID(), tokenHash, accountId, committeeId, idleSeconds: 3600, expiresAt },
    });
  });
}

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

describe("SOD-12: to be head of the village adds no right", () => {
  it("is refused what only the secretary may", async () => {
    const { id } = await someone(world);
    const headId = (await someone(world)).id;
    const head = await signInAs(world.committeeId, "Trưởng bản", { memberId: headId });
    const heads = await ownerRows(
      `UPDATE "CivilOffice" SET "memberId" = $2 WHERE "endsOn" IS NULL
         AND "villageId" IN (SELECT "villageId" FROM "BranchVillage" WHERE "branchId" = $1) RETURNING kind`,
      [world.branchId, headId],
    );
    expect(heads).toEqual([{ kind: "VILLAGE_HEAD" }]);
    expect(reasonOf(await post(head, proposeRatingAction, proposalOf(id), [2022]))).not.toBe("DONE");
    expect(await ratingsOf(id)).toEqual([]);
  });
});

describe("SOD-14: one's own file is open to oneself, and nobody else's", () => {
  it("answers the person about themselves only", async () => {
    const { ordinary } = world.actors;
    expect(await getMember(ordinary, world.members.other)).toMatchObject({ id: world.members.other });
    await expect(getMember(ordinary, world.members.woman)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
