import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { proposeBadges } from "@/lib/features/badges/commands/propose-badges";
import { getBadgePaper } from "@/lib/features/documents/queries/get-badge-paper";
import { getLetterPaper } from "@/lib/features/documents/queries/get-letter-paper";
import { addMember } from "@/lib/features/members/commands/add-member";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import type { ProposeTransferInput } from "@/lib/features/transfers/schema";
import { memberInput } from "../../support/member-input";
import { transferInput } from "../../support/movements";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { wordText } from "../../support/word";
import { refusalOf } from "../accounts/people";

const letter = { letterNumber: "05-GT/ĐU", letterOn: day("2026-01-05") };

let register: TestRegister;
let people = 0;
beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

async function someone(admittedOn = "2010-05-19"): Promise<string> {
  const name = `Lò Văn ${["Ăn", "Bắc", "Cường", "Đông", "Én", "Giang", "Hải"][people++ % 7]}`;
  const dates = { birthOn: partialDay("1950"), admittedOn: day(admittedOn), officialOn: day(admittedOn) };
  return (await addMember(register.system, { ...memberInput(name, register.branchId), ...dates })).id;
}

async function letterOf(changes: Partial<ProposeTransferInput>): Promise<string> {
  const plan = { toBranchId: register.otherBranchId, effectiveOn: day("2026-01-03"), ...letter, ...changes };
  return (await proposeTransfer(register.actors.office, transferInput(await someone(), plan))).id;
}

describe("the letter of introduction", () => {
  it("inside the commune names both branches, the person and the way", async () => {
    const text = wordText((await getLetterPaper(register.actors.office, await letterOf({}))).bytes);
    expect(text).toContain("GIẤY GIỚI THIỆU SINH HOẠT ĐẢNG NỘI BỘ");
    expect(text).toContain("Số 05-GT/ĐU");
    expect(text).toContain("Thử Nghiệm, ngày 05 tháng 01 năm 2026");
    expect(text).toContain("Kính gửi: Chi bộ bản Thử Hai");
    expect(text).toMatch(
      /Đang sinh hoạt tại Chi bộ bản Thử Một, .* đến Chi bộ bản Thử Hai từ ngày 03 tháng 01 năm 2026/u,
    );
  });

  it("to another Party organisation and for a time have words of their own", async () => {
    const out = await letterOf({ direction: "OUT", toBranchId: null, otherParty: "Đảng bộ xã Khác" });
    expect(wordText((await getLetterPaper(register.actors.office, out)).bytes)).toContain("Kính gửi: Đảng bộ xã Khác");
    const temporary = await letterOf({ kind: "TEMPORARY", lastDay: day("2026-06-30") });
    const text = wordText((await getLetterPaper(register.actors.office, temporary)).bytes);
    expect(text).toContain("SINH HOẠT ĐẢNG TẠM THỜI");
    expect(text).toContain("đến hết ngày 30 tháng 6 năm 2026");
  });

  it("is the office's, once it has its number", async () => {
    const { office, secretary, otherSecretary, inCharge } = register.actors;
    const id = await letterOf({});
    expect(await refusalOf(getLetterPaper(secretary, id))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(getLetterPaper(inCharge, id))).toMatch(/^NOT_FOUND/);
    const unnumbered = await letterOf({ letterNumber: null, letterOn: null, toBranchId: register.otherBranchId });
    expect(await refusalOf(getLetterPaper(office, unnumbered))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(getLetterPaper(otherSecretary, id))).toMatch(/^FORBIDDEN/);
  });
});

describe("the papers of an award day", () => {
  it("list who is proposed or due, and count them by badge", async () => {
    const awardOn = day("2022-11-07");
    const memberId = [await someone("1982-10-01"), await someone("1992-10-01")];
    await proposeBadges(register.actors.office, {
      awardOn,
      memberId,
      proposalNumber: "12-TTr/ĐU",
      proposedOn: day("2022-10-01"),
    });
    const list = wordText((await getBadgePaper(register.actors.office, "BADGE_LIST", awardOn)).bytes);
    expect(list).toContain("Số 12-TTr/ĐU");
    expect(list).toMatch(/1\nLò Văn .*\nChi bộ bản Thử Một\n01\/10\/1982\n01\/10\/2022\n40 năm\nĐúng hạn/u);
    expect(list).toContain("2 đồng chí");
    const letterText = wordText((await getBadgePaper(register.actors.leader, "BADGE_PROPOSAL", awardOn)).bytes);
    expect(letterText).toContain("Kính gửi: Ban Thường vụ Huyện ủy Thử Nghiệm");
    expect(letterText).toContain("30 năm\n1\n40 năm\n1");
    const traces = await ownerRows<{ params: Record<string, unknown> }>(
      `SELECT params FROM "AccessLog" WHERE "committeeId" = $1 AND params ->> 'awardOn' = $2`,
      [register.committeeId, awardOn],
    );
    expect(traces.map(({ params }) => [params.documentKind, params.rows])).toEqual([
      ["BADGE_LIST", 2],
      ["BADGE_PROPOSAL", 2],
    ]);
  });

  it("have no number while nothing is proposed", async () => {
    await someone("1987-08-01");
    const text = wordText((await getBadgePaper(register.actors.office, "BADGE_PROPOSAL", day("2027-02-03"))).bytes);
    expect(text).toContain("Số …-TTr/ĐU");
  });

  it("are refused to who may not take them away, for a day that is none and for nobody", async () => {
    const { office, secretary } = register.actors;
    const take = (on: string, actor = office) => refusalOf(getBadgePaper(actor, "BADGE_LIST", day(on)));
    expect(await take("2022-11-07", secretary)).toMatch(/^FORBIDDEN/);
    expect(await take("2022-11-08")).toMatch(/^NOT_FOUND/);
    expect(await take("2000-02-03")).toMatch(/^NOT_FOUND/);
    expect(await take("2027-09-02")).toBe("RULE documents.errors.nobodyListed");
  });
});
