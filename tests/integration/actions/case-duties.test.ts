import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  addInspectionAddendumAction,
  askIntoTeamAction,
  decideAddendumAction,
  decideTeamRequestAction,
  declareRecusalAction,
  liftRecusalAction,
  withdrawTeamRequestAction,
} from "@/lib/features/inspections/actions";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { ownerRows } from "../../support/register";
import { caseInput, conclusion } from "../inspections/case";
import { listRequests, listTeam, type Overseers, openCircle } from "../inspections/circle";
import { type FormWorld, openFormWorld } from "./form-case";
import { post, reasonOf } from "./posting";

vi.mock("next/headers", async () => (await import("./request")).requestParts);
vi.mock("next-intl/server", async () => (await import("./request")).translations);
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/server", () => ({ after: () => undefined }));
vi.mock("@/lib/core/auth/config", () => ({ giveSessionCookie: async () => undefined }));

/* Duties in a case, each form posted straight to its action by who must not, and the database tells what came of it. */

let world: FormWorld;
let overseers: Overseers;
beforeAll(async () => {
  world = await openFormWorld();
  overseers = await openCircle(world, { role: "INSPECTOR" }, { role: "LEADER" });
});

describe("SOD-4: who declares a conflict keeps out, and does not take it back alone", () => {
  it("is out of the case once it is declared, until a second person who oversees it lifts it", async () => {
    const { inspector, head, partySecretary } = overseers;
    const { inCharge, office } = world.actors;
    const about = { branchIds: [world.branchId], head: { memberId: world.members.inCharge } };
    const { id } = await openInspection(inspector, caseInput(about));
    const declaration = { id, ground: "FAMILY", words: "Em ruột là đối tượng" };
    expect(reasonOf(await post(inCharge, declareRecusalAction, declaration))).toBe("understood");
    expect(reasonOf(await post(office, declareRecusalAction, { ...declaration, understood: "yes" }))).not.toBe("DONE");
    for (const actor of [inCharge, head])
      expect(reasonOf(await post(actor, declareRecusalAction, { ...declaration, understood: "yes" }))).toBe("DONE");
    const stored = () =>
      ownerRows<{ id: string; liftedById: string | null }>(
        `SELECT id, "liftedById" FROM "InspectionRecusal" WHERE "inspectionId" = $1 ORDER BY "declaredAt" DESC`,
        [id],
      );
    const [ofHead] = await stored();
    const lift = { id: ofHead?.id ?? "", reason: "Không còn liên quan" };
    for (const actor of [inCharge, head, inspector, office])
      expect(reasonOf(await post(actor, liftRecusalAction, lift))).toBe(
        reasonOf(await post(actor, liftRecusalAction, { ...lift, id: randomUUID() })),
      );
    expect((await stored()).map(({ liftedById }) => liftedById)).toEqual([null, null]);
    expect(reasonOf(await post(partySecretary, liftRecusalAction, lift))).toBe("DONE");
    expect((await stored()).map(({ liftedById }) => liftedById)).toEqual([partySecretary.accountId, null]);
  });
});

describe("SOD-7: who joins the team of an open case is asked for by one person and taken in by another", () => {
  it("is taken in neither by who asked, nor by themselves, a subject or who keeps out", async () => {
    const { head, partySecretary } = overseers;
    const { secretary, inCharge, office } = world.actors;
    const about = { branchIds: [world.branchId], head: { memberId: world.members.other } };
    const { id } = await openInspection(head, caseInput(about));
    const asked = { id, person: "Đinh Văn Quân", words: "Thêm người" };
    expect(reasonOf(await post(head, askIntoTeamAction, { ...asked, person: "" }))).toBe("person");
    expect(reasonOf(await post(head, askIntoTeamAction, asked))).toBe("DONE");
    const [request] = await listRequests(id);
    const decided = { id: request?.id ?? "", decision: "TAKEN_IN", endWords: "" };
    const none = { ...decided, id: randomUUID() };
    for (const actor of [secretary, inCharge, office, world.actors.ordinary, overseers.inspector]) {
      expect(reasonOf(await post(actor, decideTeamRequestAction, decided))).toBe(
        reasonOf(await post(actor, decideTeamRequestAction, none)),
      );
      expect(reasonOf(await post(actor, withdrawTeamRequestAction, { id: decided.id }))).toBe(
        reasonOf(await post(actor, withdrawTeamRequestAction, { id: none.id })),
      );
    }
    expect(reasonOf(await post(head, decideTeamRequestAction, decided))).not.toBe("DONE");
    expect(await listRequests(id)).toMatchObject([{ outcome: null }]);
    const declaration = { id, ground: "FAMILY", words: "Em ruột là đối tượng", understood: "yes" };
    const { id: other } = await openInspection(overseers.inspector, caseInput(about));
    expect(reasonOf(await post(overseers.inspector, askIntoTeamAction, { ...asked, id: other }))).toBe("DONE");
    expect(reasonOf(await post(head, declareRecusalAction, { ...declaration, id: other }))).toBe("DONE");
    const [second] = await listRequests(other);
    expect(reasonOf(await post(head, decideTeamRequestAction, { ...decided, id: second?.id ?? "" }))).toBe(
      reasonOf(await post(head, decideTeamRequestAction, none)),
    );
    expect(await listTeam(other)).toEqual([world.members.other]);
    expect(reasonOf(await post(partySecretary, decideTeamRequestAction, decided))).toBe("DONE");
    expect(await listTeam(id)).toContain(world.members.inCharge);
  });
});

describe("SOD-5: what is added to an issued conclusion is confirmed by a second person", () => {
  it("is not confirmed by the hand, nor by who does not oversee the case", async () => {
    const { head, partySecretary } = overseers;
    const { secretary, office, leader } = world.actors;
    const about = { branchIds: [world.branchId], head: { memberId: world.members.inCharge } };
    const { id } = await openInspection(head, caseInput(about));
    await concludeInspection(head, { id, version: 1, ...conclusion });
    const addition = { id, text: "Bổ sung số liệu thu", reason: "Có chứng từ mới" };
    expect(reasonOf(await post(head, addInspectionAddendumAction, { ...addition, reason: "" }))).toBe("reason");
    expect(reasonOf(await post(head, addInspectionAddendumAction, addition))).toBe("DONE");
    const stored = () =>
      ownerRows<{ id: string; state: string; decidedById: string | null }>(
        `SELECT id, state, "decidedById" FROM "InspectionAddendum" WHERE "inspectionId" = $1`,
        [id],
      );
    const [waiting] = await stored();
    const decided = { id: waiting?.id ?? "", decision: "CONFIRMED", refusal: "" };
    for (const actor of [head, secretary, office, leader, world.actors.ordinary])
      expect(reasonOf(await post(actor, decideAddendumAction, decided))).not.toBe("DONE");
    expect(await stored()).toMatchObject([{ state: "TO_CONFIRM", decidedById: null }]);
    expect(reasonOf(await post(partySecretary, decideAddendumAction, decided))).toBe("DONE");
    expect(await stored()).toMatchObject([{ state: "CONFIRMED", decidedById: partySecretary.accountId }]);
  });
});
