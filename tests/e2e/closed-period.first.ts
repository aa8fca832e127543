import { expect } from "@playwright/test";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const QUESTION = "Lý do điều chỉnh kỳ đã chốt";

/* So long ago that closing these quarters stands in nobody else's way. */
for (const [javaScript, fullName, year, from, to] of [
  ["on", "Lò Thị Muộn", "1996", "01/01/1996", "31/03/1996"],
  ["off", "Lò Văn Trễ", "1997", "01/01/1997", "31/03/1997"],
] as const) {
  test(`a closed quarter is corrected with a reason, ${javaScript === "on" ? "with" : "without"} JavaScript`, async ({
    as,
  }) => {
    const page = await as("vanphong", { javaScript });
    const roll = `/reports/roll?from=${from}&to=${to}`;
    await test.step("the office closes it", async () => {
      await page.goto(roll);
      await page.getByRole("button", { name: "Chốt số liệu" }).click();
      await expect(page.getByText("Đã chốt số liệu.").first()).toBeVisible();
    });

    await test.step("a late entry is asked for its reason, and nothing typed is lost", async () => {
      const entries = {
        branchId: "Chi bộ bản Thín",
        startsOn: `01/02/${year}`,
        fullName,
        sex: "Nữ",
        birthOn: "1960",
        education: "Trung học cơ sở",
        qualification: "Chưa qua đào tạo",
        theoryLevel: "Sơ cấp",
        ethnicity: "Thái",
        admittedOn: "03/02/1990",
        officialOn: "03/02/1991",
      };
      await page.goto("/members/new");
      const form = mainForm(page);
      await fillIn(form, entries);
      await form.getByRole("button", { name: "Thêm đảng viên" }).click();
      await expect(page.getByText(`Kỳ từ ${from} đến ${to}`)).toBeVisible();
      await expectEntries(form, entries);
      if (javaScript === "on") await expectGoodScreen(page);
      await form.getByLabel(QUESTION).fill("Hồ sơ của Đảng bộ cũ gửi muộn");
      await form.getByRole("button", { name: "Thêm đảng viên" }).click();
      await expect(page.getByText("Đã thêm đảng viên.").first()).toBeVisible();
    });
    const memberId = new URL(page.url()).pathname.split("/").at(-1);

    await test.step("the closed table shows it as an adjustment", async () => {
      await page.goto(roll);
      await expect(page.getByText(/nay \d+ \(\+1\)/).first()).toBeVisible();
      const line = page.getByRole("row").filter({ hasText: fullName }).first();
      await expect(line).toContainText("Hồ sơ của Đảng bộ cũ gửi muộn");
      if (javaScript === "on") await expectGoodScreen(page);
    });

    await test.step("who was entered died before the years that others count", async () => {
      await page.goto(`/admissions/death?member=${memberId}&diedOn=2000-05-01&step=check`);
      await page.getByRole("button", { name: "Ghi từ trần" }).click();
      await expect(page.getByText("Đã ghi đảng viên từ trần.").first()).toBeVisible();
    });
  });
}
