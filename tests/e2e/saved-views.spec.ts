import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectRefusal, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const NAME = "Nữ của toàn xã";

test("a list is saved as a view, shared, replaced, opened by a leader and deleted", async ({ as }) => {
  const page = await as("vanphong");
  const form = mainForm(page, "view");
  const views = page.getByRole("navigation", { name: "Bộ lọc đã lưu" });
  await page.goto("/members?sex=FEMALE&sort=birth");
  await follow(views.getByRole("link", { name: "Lưu bộ lọc này" }));
  await expect(page.locator("main")).toContainText("Giới tính: Nữ");
  await expectGoodScreen(page);
  await fillIn(form, { name: NAME });
  await form.getByLabel("Dùng chung với văn phòng và lãnh đạo").check();
  await form.getByRole("button", { name: "Lưu bộ lọc" }).click();
  await expect(page.getByText("Đã lưu bộ lọc.")).toBeVisible();
  await expectGoodScreen(page);

  await page.goto("/members/views/new?sex=MALE");
  await fillIn(form, { name: NAME });
  await form.getByRole("button", { name: "Lưu bộ lọc" }).click();
  await expectRefusal(page, "Đồng chí đã có một bộ lọc tên này. Chọn tên khác, hoặc thay bộ lọc cũ ở cuối trang.");

  await page.goto("/members/views/new?sex=FEMALE&ageTo=35");
  await follow(page.getByRole("link", { name: `Thay «${NAME}» bằng bộ lọc này` }));
  await expectGoodScreen(page);
  await form.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByText("Đã sửa bộ lọc.")).toBeVisible();

  const leader = await as("bithu");
  await leader.goto("/members");
  await follow(leader.getByRole("navigation", { name: "Bộ lọc đã lưu" }).getByRole("link", { name: NAME }));
  await expect(leader).toHaveURL(/sex=FEMALE&ageTo=35/);

  await page.goto("/members/views");
  await follow(page.getByRole("link", { name: `Sửa «${NAME}»` }));
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Xóa bộ lọc" }).click();
  await expect(page.getByText("Đã xóa bộ lọc.")).toBeVisible();
  await expectGoodScreen(page);
});

test("a view is saved without JavaScript", async ({ as }) => {
  const page = await as("thin", { javaScript: "off" });
  await page.goto("/members/views/new?sex=FEMALE");
  await page.fill("main input[name=name]", "Nữ chi bộ");
  await page.getByRole("button", { name: "Lưu bộ lọc" }).click();
  await expect(page.getByText("Đã lưu bộ lọc.")).toBeVisible();
  await page.getByRole("link", { name: "Sửa «Nữ chi bộ»" }).click();
  await page.getByRole("button", { name: "Xóa bộ lọc" }).click();
  await expect(page.getByText("Đã xóa bộ lọc.")).toBeVisible();
});
