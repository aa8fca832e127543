import { expect } from "@playwright/test";
import { dayAhead } from "./support/days";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const comingOn = dayAhead(20);
const PHONE = { width: 360, height: 740 };

test("a secretary writes the invitation to a meeting to come, prints it and notes that it went out", async ({ as }) => {
  const page = await as("thin", PHONE);
  await page.goto("/meetings");
  await follow(page.getByRole("link", { name: "Lập buổi sinh hoạt" }));
  await page.getByLabel("Chuyên đề").check();
  await fillIn(mainForm(page), { monthOn: comingOn.slice(3), heldOn: comingOn });
  await mainForm(page).getByRole("button", { name: "Lập buổi sinh hoạt" }).click();
  await expect(page.getByText("Đã lập buổi sinh hoạt.")).toBeVisible();
  const meeting = new URL(page.url()).pathname;

  await page.goto("/month-work");
  const due = page.getByRole("region", { name: /^Buổi sinh hoạt chưa gửi giấy mời/ });
  await follow(due.getByRole("link", { name: new RegExp(comingOn) }));
  await expectGoodScreen(page);
  await fillIn(mainForm(page, "invite"), { startTime: "bảy giờ tối", enclosures: "Dự thảo nghị quyết" });
  await mainForm(page, "invite").getByRole("button", { name: "Ghi là đã gửi hôm nay" }).click();
  await expect(page.locator("#invite-startTime-error")).toContainText("Nhập giờ bắt đầu");
  await expectEntries(mainForm(page, "invite"), { startTime: "bảy giờ tối", enclosures: "Dự thảo nghị quyết" });
  await fillIn(mainForm(page, "invite"), { startTime: "19h30" });
  await mainForm(page, "invite").getByRole("button", { name: "Ghi là đã gửi hôm nay" }).click();
  await expect(page.getByText("Đã ghi việc gửi giấy mời.")).toBeVisible();
  await follow(page.getByRole("link", { name: "Giấy mời" }));
  await expect(page.locator(".paper")).toContainText("Thời gian: 19 giờ 30");
  await expect(page.locator(".paper")).toContainText("Kính mời đồng chí phụ trách chi bộ");
  await page.goto("/month-work");
  await expect(due).toHaveCount(0);

  const leader = await as("bithu");
  await leader.goto(`${meeting}/invitation`);
  await expectGoodScreen(leader);
  await expect(leader.locator(".paper")).toContainText("Dự thảo nghị quyết");
});
