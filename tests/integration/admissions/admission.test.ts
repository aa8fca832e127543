import { beforeAll, describe, expect, it } from "vitest";
import { type Day, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { editCandidate, openAdmission, setConditions } from "@/lib/features/admissions/commands/prepare-admission";
import { receivePapers } from "@/lib/features/admissions/commands/receive-papers";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDecision } from "@/lib/features/admissions/commands/record-decision";
import type { OpenAdmissionInput, SetConditionsInput } from "@/lib/features/admissions/schema";
import { lastEvent, ownerRows } from "../../support/register";
import {
  type AdmittingRegister,
  admitUpTo,
  ballot,
  candidateInput,
  conditionsInput,
  decision,
  openAdmittingRegister,
  receiveAll,
  versionOf,
} from "./dossier";

let register: AdmittingRegister;

beforeAll(async () => {
  register = await openAdmittingRegister();
});

const rule = (reason: string) => ({ code: "RULE", reason });

/** The branch's sheets of a dossier, in the order they were written. */
function sheetsOf(id: string) {
  return ownerRows(
    `SELECT v.entitled, v.base, v.yes FROM "DossierStep" s JOIN "VoteSheet" v ON v.id = s."voteSheetId"
     WHERE s."dossierId" = $1 AND s.kind = 'VOTED' ORDER BY v."recordedAt"`,
    [id],
  );
}

async function stateOf(id: string) {
  const [row] = await ownerRows<{ state: string }>(`SELECT state FROM "Dossier" WHERE id = $1`, [id]);
  return row?.state;
}

describe("a dossier of admission", () => {
  it("is opened by the branch's secretary with the check-list of that day's rules", async () => {
    const { id } = await openAdmission(register.actors.secretary, candidateInput(register.branchId));
    const papers = await ownerRows(`SELECT code FROM "DossierPaper" WHERE "dossierId" = $1`, [id]);
    expect(papers).toHaveLength(7);
    const [step] = await ownerRows(
      `SELECT s.kind, s."actorName", r.document FROM "DossierStep" s JOIN "RuleSet" r ON r.id = s."ruleSetId" WHERE s."dossierId" = $1`,
      [id],
    );
    expect(step).toEqual({ kind: "OPENED", actorName: "Ngần Văn Thiệp", document: "HD 38-HD/BTCTW" });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "dossier.opened" });
  });

  it("is not opened twice for one person, nor in a branch of others", async () => {
    const { secretary, otherSecretary, leader, ordinary } = register.actors;
    const input = candidateInput(register.branchId);
    const formKey = "11111111-1111-4111-8111-111111111111";
    const both = await Promise.all([1, 2].map(() => openAdmission(secretary, input, { formKey })));
    expect(both[0]).toEqual(both[1]);
    await expect(openAdmission(secretary, input)).rejects.toMatchObject(rule("admissions.errors.secondDossier"));
    await expect(openAdmission(otherSecretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(openAdmission(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(openAdmission(ordinary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is not opened on a day that no rule of the register covers", async () => {
    const early = openAdmission(register.actors.secretary, candidateInput(register.branchId, day("2021-01-01")));
    await expect(early).rejects.toMatchObject(rule("ruleSets.errors.noneOn"));
  });

  it("keeps the check-list it was opened with, and takes no paper that is not on it", async () => {
    const { secretary, otherSecretary, office } = register.actors;
    const { id } = await openAdmission(office, candidateInput(register.branchId, day("2025-09-01")));
    const foreign = { id, version: 1, papers: [{ code: "MEMBER_FORM" as const, receivedOn: day("2025-10-01") }] };
    await expect(receivePapers(secretary, foreign)).rejects.toMatchObject(rule("admissions.errors.paperNotListed"));
    await expect(receivePapers(otherSecretary, foreign)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await receiveAll(secretary, id, day("2025-10-01"));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "dossier.papersReceived",
      after: { APPLICATION: "2025-10-01" },
    });
    const stale = receivePapers(secretary, { id, version: 1, papers: [] });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("names two different introducers among the members the branch knows", async () => {
    const { secretary } = register.actors;
    const { members } = register;
    const { id } = await openAdmission(secretary, candidateInput(register.branchId));
    const conditions = conditionsInput(members);
    const first = { memberId: members.deputy, tie: "WORK", togetherSinceOn: day("2020-01-01") } as const;
    const twice = setConditions(secretary, { id, version: 1, ...conditions, introducers: [first, first] });
    await expect(twice).rejects.toMatchObject(rule("admissions.errors.introducerTwice"));
    const stranger = [first, { ...first, memberId: members.otherSecretary }];
    const foreign = setConditions(secretary, { id, version: 1, ...conditions, introducers: stranger });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    await setConditions(secretary, { id, version: 1, ...conditions });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "dossier.conditionsEntered",
      after: { certificateOn: "2025-03-01", introducers: "Vì Văn Ước, Hà Thị Ẩm" },
    });
  });
});

const unfit: [string, Partial<OpenAdmissionInput>, Partial<SetConditionsInput>, string][] = [
  ["too young, in months", { birthOn: partialDay("2008-09") }, {}, "admissions.errors.tooYoung"],
  ["too old, in months", { birthOn: partialDay("1966-07-31") }, {}, "admissions.errors.tooOld"],
  ["of unknown month of birth", { birthOn: partialDay("2000") }, {}, "admissions.errors.birthMonthUnknown"],
  ["with too little schooling", { education: "PRIMARY" }, {}, "admissions.errors.tooLittleSchooling"],
  ["without a certificate", {}, { certificateOn: null }, "admissions.errors.noCertificate"],
  ["with an old one", {}, { certificateOn: day("2021-08-19") }, "admissions.errors.certificateRunOut"],
  ["without introducers", {}, { introducers: [] }, "admissions.errors.introducersMissing"],
];

describe("the branch's vote on a candidate", () => {
  it("keeps its denominator: the official members of the day, and who was counted out and why", async () => {
    const id = await admitUpTo(register, "VOTED");
    const [sheet] = await ownerRows(
      `SELECT v.entitled, v.base, v.present, v.yes, v.comparison, v.numerator, v.denominator, r.document
       FROM "Dossier" d JOIN "VoteSheet" v ON v.id = d."branchVoteId" JOIN "RuleSet" r ON r.id = v."ruleSetId" WHERE d.id = $1`,
      [id],
    );
    expect(sheet).toEqual({
      entitled: 4,
      base: 3,
      present: 3,
      yes: 3,
      comparison: "AT_LEAST",
      numerator: 2,
      denominator: 3,
      document: "QĐ 208-QĐ/TW; HD 01-HD/TW",
    });
    const out = await ownerRows(
      `SELECT c."memberId", c.reason FROM "VoteCountedOut" c JOIN "Dossier" d ON d."branchVoteId" = c."sheetId" WHERE d.id = $1`,
      [id],
    );
    expect(out).toEqual([{ memberId: register.members.exempt, reason: "ABSENT_EXEMPT" }]);
  });

  it("counts an exempt member who came", async () => {
    const id = await admitUpTo(register, "READY");
    const came = { ...ballot(3), present: 4, no: 1, presentExempt: [register.members.exempt] };
    await recordBranchVote(register.actors.secretary, { id, version: await versionOf(id), ...came });
    expect(await sheetsOf(id)).toMatchObject([{ entitled: 4, base: 4 }]);
  });

  it.each([
    ["in the future", { heldOn: day("2199-01-01") }, "admissions.errors.dayInFuture"],
    ["before the dossier was opened", { heldOn: day("2026-08-02") }, "admissions.errors.dayTooEarly"],
    ["before the papers came in", { heldOn: day("2026-08-09") }, "admissions.errors.papersMissing"],
    ["with more present than counted", { present: 4, no: 1 }, "votes.errors.morePresent"],
    ["with votes that do not add up", { yes: 2 }, "votes.errors.castIsNotPresent"],
  ])("is refused %s", async (_case, changes, reason) => {
    const id = await admitUpTo(register, "READY");
    const vote = recordBranchVote(register.actors.secretary, {
      id,
      version: await versionOf(id),
      ...ballot(3),
      ...changes,
    });
    await expect(vote).rejects.toMatchObject(rule(reason));
  });

  it.each(unfit)("is refused for a candidate %s", async (_case, person, conditions, reason) => {
    const { secretary } = register.actors;
    const id = await admitUpTo(register, "READY");
    const { branchId: _b, openedOn: _o, ...candidate } = candidateInput(register.branchId);
    await editCandidate(secretary, { id, version: await versionOf(id), ...candidate, ...person });
    const input = { ...conditionsInput(register.members), ...conditions };
    await setConditions(secretary, { id, version: await versionOf(id), ...input });
    const vote = recordBranchVote(secretary, { id, version: await versionOf(id), ...ballot(3) });
    await expect(vote).rejects.toMatchObject(rule(reason));
  });

  it("judges introducers on the day of the vote: official, and together for twelve months", async () => {
    const { secretary } = register.actors;
    const id = await admitUpTo(register, "READY");
    const first = { memberId: register.members.deputy, tie: "STUDY", togetherSinceOn: day("2020-01-01") } as const;
    const introduced = async (second: { memberId: string; togetherSinceOn: Day }) => {
      const introducers = [first, { ...first, ...second }];
      await setConditions(secretary, {
        id,
        version: await versionOf(id),
        ...conditionsInput(register.members),
        introducers,
      });
      return recordBranchVote(secretary, { id, version: await versionOf(id), ...ballot(3) });
    };
    const { woman, probationer } = register.members;
    const short = introduced({ memberId: woman, togetherSinceOn: day("2025-08-21") });
    await expect(short).rejects.toMatchObject(rule("admissions.errors.introducerTooShort"));
    const unofficial = introduced({ memberId: probationer, togetherSinceOn: day("2020-01-01") });
    await expect(unofficial).rejects.toMatchObject(rule("admissions.errors.introducerNotOfficial"));
    await introduced({ memberId: woman, togetherSinceOn: day("2025-08-20") });
    expect(await stateOf(id)).toBe("VOTED");
  });

  it("that does not carry is kept, and goes no further until the branch votes anew", async () => {
    const { secretary, office } = register.actors;
    const id = await admitUpTo(register, "READY");
    await recordBranchVote(secretary, { id, version: await versionOf(id), ...ballot(1) });
    const decided = async () => recordDecision(office, { id, version: await versionOf(id), ...decision() });
    await expect(decided()).rejects.toMatchObject({
      ...rule("votes.errors.tooFew"),
      params: { yes: 1, base: 3, needed: 2 },
    });
    await recordBranchVote(secretary, { id, version: await versionOf(id), ...ballot(2, day("2026-08-28")) });
    await decided();
    expect(await sheetsOf(id)).toMatchObject([{ yes: 1 }, { yes: 2 }]);
  });

  it("closes the dossier's papers and conditions once it has carried", async () => {
    const { secretary } = register.actors;
    const id = await admitUpTo(register, "VOTED");
    const later = receivePapers(secretary, { id, version: await versionOf(id), papers: [] });
    await expect(later).rejects.toMatchObject(rule("admissions.errors.stepPast"));
  });

  it("is entered by the branch or the office, and by two at once only once", async () => {
    const { otherSecretary, leader, secretary } = register.actors;
    const id = await admitUpTo(register, "READY");
    const input = { id, version: await versionOf(id), ...ballot(3) };
    await expect(recordBranchVote(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(recordBranchVote(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const both = await Promise.allSettled([1, 2].map(() => recordBranchVote(secretary, input)));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await sheetsOf(id)).toHaveLength(1);
  });
});
