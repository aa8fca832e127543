import { expect, type Page } from "@playwright/test";
import { moveBack } from "./support/database";
import { follow } from "./support/follow";
import { type Entries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

/* Somebody who joined this year, so that no figure of the sample's years changes. */
const NAME = "Vàng A Trùng Lặp";
const entries: Entries = {
  branchId: "Chi bộ bản Thín",
  startsOn: "01/03/2026",
  fullName: NAME,
  sex: "Nam",
  birthOn: "12/04/1999",
  education: "Trung học phổ thông",
  qualification: "Cao đẳng",
  theoryLevel: "Sơ cấp",
  ethnicity: "Mông",
  admittedOn: "01/03/2026",
};

async function add(page: Page, more: Entries): Promise<string> {
  await page.goto("/members/new");
  const form = mainForm(page);
  await fillIn(form, { ...entries, ...more });
  await form.getByRole("button", { name: "Thêm đảng viên" }).click();
  await expect(page.getByRole("status")).toHaveText("Đã thêm đảng viên.");
  return new URL(page.url()).pathname;
}

test("a person typed twice becomes one record by two people, and two again", async ({ as }) => {
  const office = await as("vanphong");
  const records = [await add(office, {}), await add(office, { occupation: "Trồng rừng", startsOn: "01/04/2026" })];
  await office.goto("/members");
  await follow(office.getByRole("link", { name: "Hồ sơ trùng" }));
  await expectGoodScreen(office);
  await follow(office.getByRole("link", { name: `So hai hồ sơ của ${NAME}` }));
  await expectGoodScreen(office);
  const form = mainForm(office, "merge");
  const obstacles = office.getByText("Cần giải quyết trước khi gộp");
  if (await obstacles.isVisible()) await follow(office.getByRole("link", { name: "Giữ hồ sơ kia" }));
  const choice = form.getByRole("group", { name: "Nghề nghiệp hiện nay" });
  await choice.getByLabel(/Trồng rừng/).check();
  await form.getByRole("button", { name: "Đề nghị gộp" }).click();
  await expect(office.getByText("Chờ người thứ hai")).toBeVisible();
  await expectGoodScreen(office);
  const merge = new URL(office.url()).pathname;

  const leader = await as("bithu");
  await leader.goto(merge);
  await moveBack(leader, "passwordGivenAt", 0);
  await leader.getByRole("button", { name: "Xác nhận gộp hai hồ sơ" }).click();
  await expect(leader.getByText("Hai hồ sơ đã là một.")).toBeVisible();
  await expectGoodScreen(leader);
  await leader.goto(`/members?q=${encodeURIComponent(NAME)}`);
  await expect(leader.locator("main [role=status]").first()).toContainText("1 đảng viên");
  for (const record of records) {
    await office.goto(record);
    const gone = office.getByRole("heading", { level: 1, name: `Hồ sơ này đã gộp vào hồ sơ của ${NAME}` });
    if (await gone.isVisible()) await expectGoodScreen(office);
    else await expect(office.locator("main")).toContainText("Trồng rừng");
  }

  await leader.goto(merge);
  await leader.getByRole("button", { name: "Tách lại hai hồ sơ" }).click();
  await expect(leader.getByText("Hai hồ sơ đã được tách lại như trước.")).toBeVisible();
  await leader.goto(`/members?q=${encodeURIComponent(NAME)}`);
  await expect(leader.locator("main [role=status]").first()).toContainText("2 đảng viên");
});
