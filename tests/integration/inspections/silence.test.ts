import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { asOwner } from "@/lib/core/db/owner";
import { listAccounts } from "@/lib/features/accounts/queries/list-accounts";
import { accountFilter } from "@/lib/features/accounts/schema";
import { openDeparture } from "@/lib/features/admissions/commands/open-departure";
import { listLatestAnnouncements } from "@/lib/features/announcements/queries/list-announcements";
import { checkChain } from "@/lib/features/audit/commands";
import { listAccesses } from "@/lib/features/audit/queries/list-accesses";
import { listEvents } from "@/lib/features/audit/queries/list-events";
import { getYearFigures } from "@/lib/features/dashboard/queries/year-figures";
import { askIntoTeam, decideTeamRequest, withdrawTeamRequest } from "@/lib/features/inspections/commands/join-team";
import { extendInspection, markStep, writeDiary } from "@/lib/features/inspections/commands/keep-progress";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { declareRecusal, liftRecusal } from "@/lib/features/inspections/commands/recuse";
import { editOpenInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getCasePaper } from "@/lib/features/inspections/queries/get-case-paper";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { getProgress } from "@/lib/features/inspections/queries/get-progress";
import { getRecusals } from "@/lib/features/inspections/queries/get-recusals";
import { getTeamRequests } from "@/lib/features/inspections/queries/get-team-requests";
import { listInspections } from "@/lib/features/inspections/queries/list-inspections";
import { inspectionFilter } from "@/lib/features/inspections/schema";
import { getMember } from "@/lib/features/members/queries/get-member";
import { listAllMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { getBranch } from "@/lib/features/organization/queries/branch";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { roundFilter } from "@/lib/features/ratings/schema";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import { transferInput } from "../../support/movements";
import { ownerRows, signInAs } from "../../support/register";
import { testDatabaseUrls } from "../../support/test-database";
import { departure } from "../admissions/departures";
import { openRatedRegister, type RatedRegister } from "../ratings/round";
import { caseInput } from "./case";
import { listRequests, openCircle } from "./circle";

/*
 * SECURITY 2.3: two registers alike but for one case in progress, on the first branch and on one of its members. Whatever a
 * reader outside its circle is told, by any query, by the check of the chain or by a refusal, is the same in both; so it is for who
 * was of the circle and has declared a conflict (SOD-4): one of the team, and the head of the commission; and for whom a request is to
 * take them into the team, as long as nobody has done so (SOD-7).
 */

type World = RatedRegister & {
  caseId: string;
  recusalId: string;
  requestId: string;
  outside: Record<"recusedMember" | "recusedHead" | "asked", Actor>;
};
let quiet: World;
let secret: World;

const firstPage = { page: 1, size: 50 };
const everything = { person: "", kind: "", recordId: null, eventId: null, from: null, to: null };
const readers = ["office", "leader", "admin", "secretary", "otherSecretary", "ordinary"] as const;
const outside = ["recusedMember", "recusedHead", "asked"] as const;
type Reader = (typeof readers)[number] | (typeof outside)[number];

/** A register with those who will keep out of a case or be asked into its team, if there is one. */
async function openWorld(): Promise<World> {
  const register = await openRatedRegister();
  const { head: recusedHead } = await openCircle(register);
  const recusedMember = await signInAs(register.committeeId, "Tổ viên", { memberId: register.members.deputy });
  const asked = await signInAs(register.committeeId, "Người được đề nghị", { memberId: register.members.exempt });
  const [caseId, recusalId, requestId] = [randomUUID(), randomUUID(), randomUUID()];
  return { ...register, caseId, recusalId, requestId, outside: { recusedMember, recusedHead, asked } };
}

beforeAll(async () => {
  quiet = await openWorld();
  const world = await openWorld();
  const { actors, branchId, members } = world;
  const about = caseInput({
    branchIds: [branchId],
    members: [{ memberId: members.woman }],
    head: { memberId: members.inCharge },
    team: [{ memberId: members.deputy }],
  });
  const { id } = await openInspection(actors.inspector, about);
  await editOpenInspection(actors.inspector, { ...about, id, version: 1, title: "Kiểm tra lại" });
  const { inspector } = actors;
  await markStep(inspector, { id, step: "DECISION_AND_PLAN", doneOn: day("2022-08-01"), remark: null });
  await extendInspection(inspector, { id, days: 5, grantedOn: day("2022-08-20"), reason: "Chờ tài liệu" });
  await askIntoTeam(inspector, { id, person: { memberId: members.exempt }, words: "Thêm người" });
  const [request] = await listRequests(id);
  await writeDiary(inspector, { id, happenedOn: day("2022-08-18"), text: "Làm việc với chi ủy" });
  const conflict = { id, ground: "FAMILY", words: "Có người thân", understood: "yes" } as const;
  const { id: recusalId } = await declareRecusal(world.outside.recusedMember, conflict);
  await declareRecusal(world.outside.recusedHead, conflict);
  secret = { ...world, caseId: id, recusalId, requestId: request?.id ?? "" };
});

/** What is told, with the ids, moments and invented user names that differ between any two registers taken out. */
function alike(told: unknown): string {
  return JSON.stringify(told, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value), 1)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, "id")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, "moment")
    .replaceAll(/tk-[0-9a-f-]+/gu, "name");
}

const orRefusal = (told: Promise<unknown>) =>
  told.catch((error: { code?: string; reason?: string }) => ({ code: error.code, reason: error.reason }));

async function told(world: World, who: Reader): Promise<Record<string, unknown>> {
  const actor: Actor = { ...world.actors, ...world.outside }[who];
  const { on: _on, page: _page, size: _size, cols: _cols, ...filters } = memberListInput.parse({});
  const questions: Record<string, () => Promise<unknown>> = {
    chain: () => checkChain(actor, {}),
    events: () => listEvents(actor, everything, firstPage),
    inspectionsInTrail: () => listEvents(actor, { ...everything, kind: "inspection" }, firstPage),
    byInspector: () => listEvents(actor, { ...everything, person: "Kiểm tra" }, firstPage),
    ofBranch: () => listEvents(actor, { ...everything, recordId: world.branchId }, firstPage),
    accesses: () => listAccesses(actor, everything, firstPage),
    accounts: () => listAccounts(actor, accountFilter.parse({})),
    figures: () => getYearFigures(actor, 2022),
    inspections: () => listInspections(actor, inspectionFilter.parse({ year: "2022" })),
    case: () => getInspection(actor, world.caseId),
    progress: () => getProgress(actor, world.caseId),
    recusals: () => getRecusals(actor, world.caseId),
    lifting: () => liftRecusal(actor, { id: world.recusalId, reason: "Không còn" }),
    requests: () => getTeamRequests(actor, world.caseId),
    asking: () => askIntoTeam(actor, { id: world.caseId, person: { memberId: world.members.other }, words: "Thêm" }),
    deciding: () => decideTeamRequest(actor, { id: world.requestId, decision: "TAKEN_IN", endWords: null }),
    withdrawing: () => withdrawTeamRequest(actor, { id: world.requestId }),
    paper: () => getCasePaper(actor, world.caseId, "INSPECTION_NOTICE"),
    work: () => getMonthWork(actor, { branch: null }),
    news: () => listLatestAnnouncements(actor, 5),
    members: () => listAllMembers(actor, filters, day("2026-01-01")),
    subject: () => getMember(actor, world.members.woman),
    branch: () => getBranch(actor, world.branchId, actor.today),
    round: () => getRound(actor, "2022", roundFilter.parse({})),
    removal: () => openDeparture(actor, departure(world.members.woman, { ground: null })),
    transfer: () => proposeTransfer(actor, transferInput(world.members.woman, { toBranchId: world.branchId })),
  };
  const answers: Record<string, unknown> = {};
  for (const [question, answer] of Object.entries(questions))
    answers[question] = JSON.parse(alike(await orRefusal(answer())));
  return answers;
}

describe("a case in progress", () => {
  it.each(readers)("tells the %s nothing by any list, figure, check or refusal", async (who) => {
    expect(await told(secret, who)).toEqual(await told(quiet, who));
  });

  it.each(outside)("tells the %s, who was of its circle or is to be, nothing", async (who) => {
    expect(await told(secret, who)).toEqual(await told(quiet, who));
  });

  it("leaves no number in an event by which it could be counted", async () => {
    const { events } = await listEvents(secret.actors.leader, everything, firstPage);
    const [event] = events;
    expect(Object.keys(event ?? {}).sort()).toEqual(
      ["actorName", "at", "changes", "id", "params", "place", "reason", "subject", "type", "untold"].sort(),
    );
    const hidden = await ownerRows(
      `SELECT 1 FROM "AuditChange" c JOIN "AuditEvent" e USING ("committeeId", seq)
        WHERE e."committeeId" = $1 AND e."subjectKind" = 'inspection'`,
      [secret.committeeId],
    );
    expect(hidden.length).toBeGreaterThan(0);
    expect(events.filter(({ untold }) => untold > 0)).toEqual([]);
  });

  it("is not told either by where a broken chain breaks", async () => {
    const { leader } = secret.actors;
    await asOwner(testDatabaseUrls().admin, async (tx) => {
      await tx.$executeRaw`UPDATE "AuditEvent" SET "actorName" = 'Ai đó' WHERE "committeeId" = ${secret.committeeId}::uuid
        AND type = 'inspection.edited'`;
    });
    const { events } = await listEvents(leader, everything, firstPage);
    const found = await checkChain(leader, {});
    const lastBefore = events.find((event) => event.type !== "auditChain.checked");
    expect(found).toMatchObject({ whole: false, brokenAfter: lastBefore?.at.toISOString() });
  });
});
