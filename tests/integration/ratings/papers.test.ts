import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { proposeRatings } from "@/lib/features/ratings/commands/propose-ratings";
import { type BranchPaperAsk, getBranchRatingPaper } from "@/lib/features/ratings/queries/get-branch-rating-paper";
import { getRatingDecision, getRatingSummary } from "@/lib/features/ratings/queries/get-round-paper";
import { listRoundPapers } from "@/lib/features/ratings/queries/list-round-papers";
import { openRegister, ownerRows } from "../../support/register";
import { brokenParts, wordText } from "../../support/word";
import { refusalOf } from "../accounts/people";
import { addMembers, confirm, openRatedRegister, paper, type RatedRegister, record } from "./round";

const YEAR = "2022";
const vote = { base: 2, given: 2, returned: 2, excellent: 0, good: 2, completed: 0, failed: 0, invalid: 0 };

let register: RatedRegister;
let names: { other: string; added: string };
beforeAll(async () => {
  register = await openRatedRegister();
  const { office, leader } = register.actors;
  const { other } = register.members;
  const [added = ""] = await addMembers(register, 1);
  const { ids } = await proposeRatings(register.system, {
    roundId: register.roundId,
    branchId: register.otherBranchId,
    votedOn: day("2022-12-05"),
    proposals: [
      { memberId: other, level: "GOOD", version: null, vote },
      { memberId: added, level: "COMPLETED", version: null, vote: null },
    ],
  });
  await record(office, register, [{ ratingId: ids[0] ?? "", version: 1, level: "GOOD" }]);
  await confirm(leader, register, ids.slice(0, 1));
  names = { other: await nameOf(other), added: await nameOf(added) };
});

const nameOf = async (id: string) =>
  (await ownerRows<{ name: string }>(`SELECT "fullName" AS name FROM "Member" WHERE id = $1`, [id]))[0]?.name ?? "";

function take(actor: Actor, changes: Partial<BranchPaperAsk> = {}) {
  const ask = { period: YEAR, kind: "RATING_VOTE", branchId: register.otherBranchId, memberId: null } as const;
  return getBranchRatingPaper(actor, { ...ask, ...changes });
}

describe("the papers of a branch's part of a round", () => {
  it("tell the counted ballots of whom there are any, on the day of the vote", async () => {
    const { bytes } = await take(register.actors.office);
    expect(brokenParts(bytes)).toEqual([]);
    const text = wordText(bytes);
    expect(text).toContain("BIÊN BẢN KIỂM PHIẾU");
    expect(text).toContain("Ngày họp: 05/12/2022.");
    expect(text).toContain(`1\n${names.other}\n2\n2\n2\n0\n2\n0\n0\n0`);
    expect(text).not.toContain(names.added);
    expect(text).toContain("Thử Nghiệm, ngày 05 tháng 12 năm 2022");
  });

  it("propose what the branch proposed, and nothing of what was decided", async () => {
    const text = wordText((await take(register.actors.otherSecretary, { kind: "RATING_PROPOSAL" })).bytes);
    expect(text).toContain("xếp loại 2 trường hợp");
    expect(text).toContain(names.added);
    expect(text).not.toContain(paper.decisionNumber);
  });

  it("notify the branch, or one member, of what is confirmed", async () => {
    const { leader } = register.actors;
    const all = wordText((await take(leader, { kind: "RATING_NOTICE" })).bytes);
    expect(all).toContain("Kính gửi: Chi bộ bản Thử Hai");
    expect(all).toContain(`1\n${names.other}\nTốt\n${paper.decisionNumber}`);
    expect(all).not.toContain(names.added);
    const memberId = register.members.other;
    expect(wordText((await take(leader, { kind: "RATING_NOTICE", memberId })).bytes)).toContain(
      `Kính gửi: đồng chí ${names.other}`,
    );
  });

  it("are refused to who may not take them, and where there is nothing to list", async () => {
    const { secretary, otherSecretary, inCharge, admin, office } = register.actors;
    const { branchId } = register;
    expect(await refusalOf(take(secretary))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(take(inCharge, { branchId }))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(take(admin))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(take(otherSecretary, { kind: "RATING_NOTICE" }))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(take(office, { branchId }))).toBe("RULE ratings.errors.nothingToPrint.vote");
    expect(await refusalOf(take(office, { kind: "RATING_PROPOSAL", branchId }))).toBe(
      "RULE ratings.errors.nothingToPrint.proposal",
    );
    const memberId = register.members.woman;
    expect(await refusalOf(take(office, { kind: "RATING_NOTICE", branchId, memberId }))).toBe(
      "RULE ratings.errors.nothingToPrint.decided",
    );
    expect(await refusalOf(take(office, { period: "2000" }))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(take((await openRegister()).actors.office))).toMatch(/^NOT_FOUND/);
  });

  it("leave a trace of whom they name", async () => {
    const { serial } = await take(register.actors.office);
    const [trace] = await ownerRows<{ memberIds: string[]; params: Record<string, unknown> }>(
      `SELECT "memberIds", params FROM "AccessLog" WHERE params ->> 'serial' = $1`,
      [serial],
    );
    expect(trace?.memberIds).toEqual([register.members.other]);
    expect(trace?.params).toMatchObject({ documentKind: "RATING_VOTE", year: YEAR, rows: 1 });
  });
});

describe("the papers of a whole round", () => {
  it("sum it up by branch, and name everybody in Word and in Excel", async () => {
    const { office } = register.actors;
    const { bytes } = await getRatingSummary(office, YEAR, "docx");
    expect(brokenParts(bytes)).toEqual([]);
    const text = wordText(bytes);
    expect(text).toContain("XẾP LOẠI NĂM 2022");
    expect(text).toMatch(/1\nChi bộ bản Thử Hai\nChưa quyết định\n(\d+)\n1\n0\n1\n0\n0\n0\n(\d+)/u);
    expect(text).toContain("Tổng cộng");
    const { sheets } = await readXlsx((await getRatingSummary(office, YEAR, "xlsx")).bytes);
    const rows = sheets[0]?.rows ?? [];
    expect(rows.find((row) => row[1] === names.other)?.slice(1)).toEqual([
      ...[names.other, "Chi bộ bản Thử Hai", "", "Tốt", "Tốt", paper.decisionNumber],
    ]);
    expect(rows.find((row) => row[1] === names.added)?.[5]).toBe("Chưa quyết định");
  });

  it("hold a decision with those decided under its number and day", async () => {
    const { leader } = register.actors;
    const asked = { number: paper.decisionNumber, on: paper.decidedOn };
    const text = wordText((await getRatingDecision(leader, YEAR, asked)).bytes);
    expect(text).toContain(`Số ${paper.decisionNumber}`);
    expect(text).toContain("đối với 1 trường hợp");
    expect(text).toContain(`1\n${names.other}\nChi bộ bản Thử Hai\nTốt`);
    expect(await refusalOf(getRatingDecision(leader, YEAR, { ...asked, on: day("2022-12-21") }))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(getRatingDecision(leader, YEAR, { ...asked, number: "1" }))).toMatch(/^NOT_FOUND/);
  });

  it("are the office's and the leaders'; a secretary finds those of the own branch", async () => {
    const { office, otherSecretary, inCharge, admin, inspector } = register.actors;
    for (const actor of [otherSecretary, inCharge, admin, inspector]) {
      expect(await refusalOf(getRatingSummary(actor, YEAR, "docx"))).toMatch(/^FORBIDDEN/);
      expect(await refusalOf(getRatingDecision(actor, YEAR, { number: "1", on: paper.decidedOn }))).toMatch(
        /^FORBIDDEN/,
      );
    }
    for (const actor of [inCharge, admin, inspector])
      expect(await refusalOf(listRoundPapers(actor, YEAR))).toMatch(/^FORBIDDEN/);
    const whole = await listRoundPapers(office, YEAR);
    expect(whole.whole?.decisions).toEqual([{ number: paper.decisionNumber, on: paper.decidedOn, count: 1 }]);
    expect(whole.branches.map(({ branch, voted, proposed, decided }) => [branch, voted, proposed, decided])).toEqual([
      ["Chi bộ bản Thử Hai", 1, 2, 1],
      ["Chi bộ bản Thử Một", 0, 0, 0],
    ]);
    const own = await listRoundPapers(otherSecretary, YEAR);
    expect([own.whole, own.branches.map(({ branch }) => branch)]).toEqual([null, ["Chi bộ bản Thử Hai"]]);
  });
});
