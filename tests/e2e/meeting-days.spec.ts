import { expect, type Page } from "@playwright/test";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

async function openBranch(page: Page, name: string): Promise<void> {
  await page.goto("/branches");
  await follow(page.getByRole("link", { name }).first());
}

test("the meeting day of a branch is fixed with another time in a season, and the next meeting starts from it", async ({
  as,
}) => {
  const page = await as("vanphong");
  await openBranch(page, "Chi bộ bản Tưn");
  await follow(page.getByRole("link", { name: "Ngày họp cố định" }));
  await expect(page.getByText("Chi bộ chưa quy định ngày họp cố định.")).toBeVisible();
  await expectGoodScreen(page);
  const form = mainForm(page);

  await test.step("half a season is refused, and what was entered stays", async () => {
    const typed = { startsOn: "01/01/2023", monthDay: "Ngày 20", startTime: "14h", place: "Nhà văn hóa bản Tưn" };
    await fillIn(form, { ...typed, seasonFrom: "15/11", seasonTo: "15/2" });
    await form.getByRole("button", { name: "Lưu ngày họp" }).click();
    await expect(page.locator("#form-seasonTime-error")).toContainText("Nhập đủ từ ngày, đến ngày và giờ");
    await expectEntries(form, { ...typed, seasonFrom: "15/11", seasonTo: "15/2" });
    await fillIn(form, { seasonTime: "19h30" });
    await form.getByRole("button", { name: "Lưu ngày họp" }).click();
    await expect(page.getByText("Đã lưu ngày họp cố định.")).toBeVisible();
    await expect(page.locator("main tbody")).toContainText("Từ 15/11 đến 15/02: 19:30");
    await expectGoodScreen(page);
  });

  await test.step("the branch's page tells it", async () => {
    await openBranch(page, "Chi bộ bản Tưn");
    const fact = "Họp thường kỳ: Ngày 20 hằng tháng, 14:00 (từ 15/11 đến 15/02: 19:30), tại Nhà văn hóa bản Tưn";
    await expect(page.getByText(fact)).toBeVisible();
    await expectGoodScreen(page);
  });

  await test.step("the next meeting is filled in from it, at the time of its season", async () => {
    await follow(page.locator("main").getByRole("link", { name: "Sinh hoạt chi bộ", exact: true }));
    await follow(page.getByRole("link", { name: "Lập buổi sinh hoạt" }));
    const filled = { monthOn: "01/2023", heldOn: "20/01/2023", startTime: "19:30", place: "Nhà văn hóa bản Tưn" };
    await expectEntries(mainForm(page), filled);
    await expectGoodScreen(page);
  });
});

test("a branch ends its fixed meeting day without another one", async ({ as }) => {
  const page = await as("vanphong", { width: 360, height: 740 });
  await openBranch(page, "Chi bộ bản Thín");
  await follow(page.getByRole("link", { name: "Ngày họp cố định" }));
  const typed = { startsOn: "01/01/2023", monthDay: "Ngày 10", startTime: "14h", place: "Nhà văn hóa bản Thín" };
  await fillIn(mainForm(page), typed);
  await mainForm(page).getByRole("button", { name: "Lưu ngày họp" }).click();
  await expect(page.getByText("Đã lưu ngày họp cố định.")).toBeVisible();
  await expectGoodScreen(page);
  const form = mainForm(page, "end");
  await fillIn(form, { lastDay: "31/12/2022" });
  await form.getByRole("button", { name: "Thôi áp dụng" }).click();
  await expect(page.locator("#end-lastDay-error")).toContainText("01/01/2023");
  await expectEntries(form, { lastDay: "31/12/2022" });
  await fillIn(form, { lastDay: "30/06/2023" });
  await form.getByRole("button", { name: "Thôi áp dụng" }).click();
  await expect(page.getByText("Đã thôi áp dụng ngày họp cố định.")).toBeVisible();
  await expect(page.locator("main")).toContainText("30/06/2023");
  await expect(mainForm(page, "end")).toHaveCount(0);
  await expectGoodScreen(page);
});

test("a leader reads the meeting day of a branch and does not fix it", async ({ as }) => {
  const page = await as("bithu", { width: 360, height: 740 });
  await openBranch(page, "Chi bộ bản Nà Hiềng");
  await expect(page.getByText("Họp thường kỳ: Ngày 5 hằng tháng, 14:00")).toBeVisible();
  await follow(page.getByRole("link", { name: "Ngày họp cố định" }));
  await expect(page.locator("main")).toContainText("Từ 15/05 đến 31/08: 19:30");
  await expect(mainForm(page)).toHaveCount(0);
  await expectGoodScreen(page);
});
