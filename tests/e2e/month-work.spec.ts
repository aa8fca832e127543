import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };

test("leadership sees what is open, opens what closes it, and notes down that a branch was reminded", async ({
  as,
}) => {
  const leader = await as("bithu");
  await leader.goto("/month-work");
  await expectGoodScreen(leader);
  const missing = leader.getByRole("region", { name: /^Tháng trước chưa họp/ });
  const lines = await missing.getByRole("listitem").count();
  await expect(missing.getByRole("heading")).toHaveText(`Tháng trước chưa họp (${lines})`);
  await expect(missing.getByRole("link").first()).toHaveAttribute("href", /^\/meetings\?branch=/);

  await follow(leader.getByRole("link", { name: "Chi bộ bản Nà An", exact: true }).first());
  await expect(leader.getByRole("heading", { level: 1 })).toHaveText("Việc của Chi bộ bản Nà An");
  await expectGoodScreen(leader);
  await leader.getByText("Chép thành tin nhắn").click();
  await expect(leader.getByText(/^Việc của Chi bộ bản Nà An, \d\d\/\d\d\/\d{4}/)).toContainText(
    "- Chi bộ bản Nà An: chưa ghi buổi sinh hoạt tháng",
  );
  await mainForm(leader, "remind").getByRole("button", { name: "Ghi là đã nhắc hôm nay" }).click();
  await expect(leader.locator("#remind-way-error")).toBeVisible();
  await mainForm(leader, "remind").getByLabel("gọi điện").check();
  await mainForm(leader, "remind").getByRole("button", { name: "Ghi là đã nhắc hôm nay" }).click();
  await expect(leader.getByText("Đã ghi là đã nhắc.")).toBeVisible();
  await follow(leader.getByRole("link", { name: "Tất cả chi bộ" }));
  await expect(leader.getByRole("row", { name: /bản Nà An/ })).toContainText("gọi điện");
});

test("a secretary sees the own branch's work on a phone, when it was reminded, and opens a meeting from it", async ({
  as,
}) => {
  const page = await as("naan");
  await page.setViewportSize(PHONE);
  await page.goto("/month-work");
  await expectGoodScreen(page);
  await expect(page.getByRole("link", { name: /Chi bộ bản Thín/ })).toHaveCount(0);
  await follow(page.getByRole("region", { name: /^Tháng này chưa họp/ }).getByRole("link"));
  await expect(page).toHaveURL(/\/meetings\/new\?branch=/);
});
