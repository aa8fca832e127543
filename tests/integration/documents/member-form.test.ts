import { beforeAll, describe, expect, it } from "vitest";
import { BLANK } from "@/lib/core/files/word/fill-word";
import { getMemberForm } from "@/lib/features/documents/queries/get-member-form";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { wordText } from "../../support/word";
import { refusalOf } from "../accounts/people";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

describe("the member form", () => {
  it("is filled from the record, under the bodies of the day, and leaves its trace", async () => {
    const { actors, members } = register;
    const form = await getMemberForm(actors.office, members.woman);
    const text = wordText(form.bytes);
    for (const part of ["ĐẢNG BỘ HUYỆN THỬ NGHIỆM", "ĐẢNG ỦY XÃ THỬ NGHIỆM", "Chi bộ bản Thử Một", "HÀ THỊ ẨM", "Nữ"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("Giáo dục phổ thông: Trung học cơ sở");
    expect(text).toContain(form.serial);
    const traces = await ownerRows<{ params: Record<string, unknown> }>(
      `SELECT params FROM "AccessLog" WHERE "accountId" = $1 AND type = 'document.exported' AND "subjectId" = $2`,
      [actors.office.accountId, members.woman],
    );
    expect(traces.map(({ params }) => params)).toMatchObject([
      { documentKind: "MEMBER_FORM", serial: form.serial, templateVersion: 0 },
    ]);
  });

  it("leaves what is sensitive and what is not known to be written by hand", async () => {
    const { actors, members } = register;
    const text = wordText((await getMemberForm(actors.office, members.woman)).bytes);
    expect(text).toContain(`9. Dân tộc: ${BLANK}`);
    expect(text).not.toContain("Kinh");
    expect(text).toContain(`Số lý lịch: ${BLANK}`);
    expect(text).not.toMatch(/[{}]|\d{4}-\d{2}-\d{2}/u);
  });

  it("says what offices somebody holds, and which branches they were in", async () => {
    const { actors, members } = register;
    const text = wordText((await getMemberForm(actors.leader, members.secretary)).bytes);
    expect(text).toContain("Chức vụ hiện nay: Bí thư Chi bộ bản Thử Một; Trưởng Bản Thử Một");
  });

  it("is the own branch's for a secretary, and nobody's who only looks", async () => {
    const { actors, members } = register;
    expect(wordText((await getMemberForm(actors.secretary, members.woman)).bytes)).toContain("HÀ THỊ ẨM");
    expect(await refusalOf(getMemberForm(actors.secretary, members.other))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(getMemberForm(actors.inCharge, members.woman))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(getMemberForm(actors.ordinary, members.other))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(getMemberForm(actors.admin, members.woman))).toMatch(/^NOT_FOUND/);
  });
});
