import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Role } from "@/lib/core/db/generated/enums";
import {
  confirmGrantAction,
  confirmLinkAction,
  endGrantAction,
  grantRoleAction,
  linkMemberAction,
} from "@/lib/features/accounts/actions";
import { confirmComplaintAction, settleComplaintAction } from "@/lib/features/disciplines/actions";
import { concludeInspectionAction } from "@/lib/features/inspections/actions";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { getMember } from "@/lib/features/members/queries/get-member";
import { proposeRatingAction } from "@/lib/features/ratings/actions";
import { acceptRestoreAction } from "@/lib/features/restores/actions";
import { asTestOwner, ownerRows, signInAs } from "../../support/register";
import { plantRestore, storedRestore } from "../../support/restores";
import { complained, storedComplaints } from "../disciplines/complaint";
import { decided } from "../disciplines/decision";
import { caseInput } from "../inspections/case";
import { type FormWorld, openFormWorld, someone } from "./form-case";
import { post, proposalForm, ratingsOf, reasonOf } from "./posting";
import { isDone } from "./request";

vi.mock("next/headers", async () => (await import("./request")).requestParts);
vi.mock("next-intl/server", async () => (await import("./request")).translations);
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
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
    expect(reasonOf(await post(head, proposeRatingAction, proposalForm(world.roundId, id), [2022]))).not.toBe("DONE");
    expect(await ratingsOf(id)).toEqual([]);
  });
});

describe("SOD-1, 11: who enters how a complaint about discipline was settled does not confirm it", () => {
  it("is refused to that hand and to whom it is about, also to who leads besides", async () => {
    const { office, leader } = world.actors;
    const whoId = (await someone(world)).id;
    const about = await signInAs(world.committeeId, "Lãnh đạo khiếu nại", { role: "LEADER", memberId: whoId });
    const both = await signInAs(world.committeeId, "Văn phòng kiêm lãnh đạo", { role: "OFFICE" });
    await ownerRows(
      `INSERT INTO "RoleGrant" ("committeeId", id, "accountId", role, "startsOn", "confirmedById", "confirmedAt")
       VALUES ($1, $2, $3, 'LEADER', '2020-01-01', $2, now())`,
      [world.committeeId, randomUUID(), both.accountId],
    );
    const disciplineId = await decided(world.actors, { branchId: world.branchId, whoId });
    const id = await complained(office, disciplineId);
    const settlement = {
      outcome: "ANNULLED",
      settlementNumber: "7-QĐ/TU",
      settledOn: "01/06/2026",
      settlingBody: "Tỉnh ủy",
    };
    expect(reasonOf(await post(both, settleComplaintAction, { id, version: "1", ...settlement }))).toBe("DONE");
    for (const actor of [both, about, office]) {
      const answer = reasonOf(await post(actor, confirmComplaintAction, { id, version: "2" }));
      expect(answer).toBe("disciplines.errors.ownHand");
    }
    expect(await storedComplaints(disciplineId)).toMatchObject([{ state: "TO_CONFIRM", version: 2 }]);
    expect(reasonOf(await post(leader, confirmComplaintAction, { id, version: "2" }))).toBe("DONE");
  });
});

describe("SOD-13: who restores is not the only one to accept what was restored", () => {
  it("is refused to whoever administers, also to a leader who does so besides", async () => {
    const own = await openFormWorld();
    const { admin, office, secretary, leader } = own.actors;
    const both = await signInAs(own.committeeId, "Lãnh đạo kiêm quản trị", { role: "LEADER" });
    await ownerRows(
      `INSERT INTO "RoleGrant" ("committeeId", id, "accountId", role, "startsOn", "confirmedById", "confirmedAt")
       VALUES ($1, $2, $3, 'ADMIN', '2020-01-01', $2, now())`,
      [own.committeeId, randomUUID(), both.accountId],
    );
    const id = await plantRestore(own.committeeId);
    const form = { id, version: "1", seen: "on" };
    expect(reasonOf(await post(both, acceptRestoreAction, form))).toBe("restores.errors.administrator");
    for (const actor of [admin, office, secretary])
      expect(reasonOf(await post(actor, acceptRestoreAction, form))).not.toBe("DONE");
    expect(await storedRestore(id)).toMatchObject({ acceptedById: null, version: 1 });
    expect(reasonOf(await post(leader, acceptRestoreAction, form))).toBe("DONE");
    expect(await storedRestore(id)).toMatchObject({ acceptedById: leader.accountId, version: 2 });
  });
});

describe("SOD-14: one's own file is open to oneself, and nobody else's", () => {
  it("answers the person about themselves only", async () => {
    const { ordinary } = world.actors;
    expect(await getMember(ordinary, world.members.other)).toMatchObject({ id: world.members.other });
    await expect(getMember(ordinary, world.members.woman)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
