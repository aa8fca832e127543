import { beforeAll, describe, expect, it } from "vitest";
import { type Day, day } from "@/lib/core/day";
import { confirmDecision } from "@/lib/features/admissions/commands/confirm-decision";
import { openRecognition } from "@/lib/features/admissions/commands/open-recognition";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDecision } from "@/lib/features/admissions/commands/record-decision";
import { findDossierLists } from "@/lib/features/admissions/queries/find-dossier-lists";
import { countProbationMarks, listProbations } from "@/lib/features/admissions/queries/list-probations";
import { addMember } from "@/lib/features/members/commands/add-member";
import { getMember } from "@/lib/features/members/queries/get-member";
import { memberInput } from "../../support/member-input";
import { lastEvent, signInAs } from "../../support/register";
import { type AdmittingRegister, ballot, decision, openAdmittingRegister, receiveAll, versionOf } from "./dossier";

let register: AdmittingRegister;

beforeAll(async () => {
  register = await openAdmittingRegister();
});

const rule = (reason: string) => ({ code: "RULE", reason });
let newest = 0;

/** A probationer of the second branch, which has three official members, with the ceremony on that day. */
async function probationer(ceremonyOn: Day | null): Promise<string> {
  newest += 1;
  const input = memberInput(`Vì Thị Dự ${"I".repeat(newest)}`, register.otherBranchId);
  const dates = { admittedOn: day("2025-06-20"), ceremonyOn, officialOn: null, startsOn: day("2025-07-01") };
  return (await addMember(register.system, { ...input, ...dates })).id;
}

async function readyDossier(memberId: string): Promise<string> {
  const { otherSecretary } = register.actors;
  const { id } = await openRecognition(otherSecretary, { memberId, openedOn: day("2026-06-01"), helperId: null });
  await receiveAll(otherSecretary, id, day("2026-06-10"));
  return id;
}

const next = async (id: string) => ({ id, version: await versionOf(id) });

describe("recognition as an official member", () => {
  it("counts from the end of probation, however late vote and decision are", async () => {
    const { otherSecretary, office, leader } = register.actors;
    const memberId = await probationer(day("2025-07-01"));
    const id = await readyDossier(memberId);
    await recordBranchVote(otherSecretary, { ...(await next(id)), ...ballot(3, day("2026-08-05")) });
    await recordDecision(office, { ...(await next(id)), ...decision(day("2026-09-10")) });
    await confirmDecision(leader, await next(id));
    const member = await getMember(office, memberId);
    expect(member.dates).toMatchObject({ officialOn: "2026-07-01", officialDecidedOn: "2026-09-10" });
    expect(member).toMatchObject({
      standing: { stage: "OFFICIAL" },
      dossiers: [{ kind: "RECOGNITION", state: "DONE" }],
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "dossier.decisionConfirmed" });
    const again = openRecognition(otherSecretary, { memberId, openedOn: day("2026-11-01"), helperId: null });
    await expect(again).rejects.toMatchObject(rule("members.errors.alreadyOfficial"));
  });

  it("is not considered before the twelve months are over, nor without a ceremony", async () => {
    const { otherSecretary } = register.actors;
    const early = await readyDossier(await probationer(day("2025-08-06")));
    const vote = recordBranchVote(otherSecretary, { ...(await next(early)), ...ballot(3, day("2026-08-05")) });
    await expect(vote).rejects.toMatchObject({
      ...rule("admissions.errors.probationNotOver"),
      params: { dueOn: "06/08/2026", months: 12 },
    });
    const unknown = await readyDossier(await probationer(null));
    const blind = recordBranchVote(otherSecretary, { ...(await next(unknown)), ...ballot(3, day("2026-08-05")) });
    await expect(blind).rejects.toMatchObject(rule("admissions.errors.noCeremony"));
  });

  it("has one dossier at a time, opened by the own branch or the office", async () => {
    const { secretary, otherSecretary, leader, office } = register.actors;
    const memberId = await probationer(day("2025-07-01"));
    const input = { memberId, openedOn: day("2026-06-01"), helperId: null };
    await expect(openRecognition(secretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openRecognition(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const both = await Promise.allSettled([otherSecretary, office].map((one) => openRecognition(one, input)));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("is nobody's own to work on", async () => {
    const memberId = await probationer(day("2025-07-01"));
    const own = await signInAs(register.committeeId, "Văn phòng dự bị", { role: "OFFICE", memberId });
    const opening = openRecognition(own, { memberId, openedOn: day("2026-06-01"), helperId: null });
    await expect(opening).rejects.toMatchObject(rule("admissions.errors.ownDossier"));
    const id = await readyDossier(memberId);
    const vote = recordBranchVote(own, { ...(await next(id)), ...ballot(3, day("2026-08-05")) });
    await expect(vote).rejects.toMatchObject(rule("admissions.errors.ownDossier"));
  });

  it("reminds of who is due first", async () => {
    const lines = await listProbations(register.actors.office);
    const due = lines.flatMap((one) => (one.clock ? [one.clock.dueOn] : []));
    expect(due.length).toBeGreaterThan(2);
    expect(due).toEqual(due.toSorted());
  });

  it("counts whom each mark is about as the list behind it does, for who may see the list", async () => {
    const { office, secretary, otherSecretary, admin, inCharge } = register.actors;
    for (const actor of [office, secretary, otherSecretary]) {
      const marks = await countProbationMarks(actor);
      const reminded = (await listProbations(actor)).filter(({ clock }) => clock !== null);
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(reminded.length);
      for (const { mark, count } of marks) {
        expect((await findDossierLists(actor, "probation", mark))?.probations).toHaveLength(count);
      }
    }
    expect((await countProbationMarks(office)).length).toBeGreaterThan(0);
    expect(await countProbationMarks(admin)).toEqual([]);
    expect(await countProbationMarks(inCharge)).toEqual([]);
  });
});
