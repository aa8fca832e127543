import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };

test("a quarter is rated of who leads, on a page of its own beside the years", async ({ as }) => {
  const office = await as("vanphong");

  await test.step("the office opens it; a day of another quarter, or a year that was not rated so, is refused in words", async () => {
    await office.goto("/ratings/new");
    await fillIn(mainForm(office), { year: "2022", quarter: "Quý 2", reckoningOn: "30/06/2022" });
    await mainForm(office).getByRole("button", { name: "Mở kỳ đánh giá" }).click();
    await expect(office.locator("#form-quarter-error")).toContainText("chưa có xếp loại theo quý");
    await expectEntries(mainForm(office), { year: "2022", quarter: "Quý 2" });
    await expectGoodScreen(office);
    await fillIn(mainForm(office), { year: "2026", quarter: "Quý 1", reckoningOn: "30/06/2026" });
    await mainForm(office).getByRole("button", { name: "Mở kỳ đánh giá" }).click();
    await expect(office.locator("#form-reckoningOn-error")).toContainText("không thuộc quý 1 năm 2026");
    await fillIn(mainForm(office), { reckoningOn: "" });
    await mainForm(office).getByRole("button", { name: "Mở kỳ đánh giá" }).click();
    await expect(office.getByRole("heading", { level: 1 })).toHaveText("Đánh giá, xếp loại quý 1/2026");
    await expect(office).toHaveURL(/\/ratings\/2026-q1/);
    await expectGoodScreen(office);
  });

  await test.step("it tells whom it rates and how sure that is", async () => {
    await office.goto("/ratings/2026-q1");
    await office.locator("summary", { hasText: "Ai không xếp loại theo quy định của kỳ này" }).click();
    await expect(office.getByText("chỉ người giữ chức vụ trong cấp ủy, chi bộ")).toBeVisible();
    await expectGoodScreen(office);
    const phone = await as("vanphong", PHONE);
    await phone.goto("/ratings/2026-q1");
    await expectGoodScreen(phone);
  });

  await test.step("a secretary finds the leading members of the own branch, and the years stay as they were", async () => {
    const secretary = await as("naan", PHONE);
    await secretary.goto("/ratings");
    await follow(secretary.getByRole("link", { name: "quý 1/2026" }));
    const rows = secretary.locator("main table tbody tr");
    await expect(rows.first()).toBeVisible();
    expect(await rows.count()).toBeLessThan(8);
    await expectGoodScreen(secretary);
    await secretary.goto("/ratings/2026-q4");
    await expect(secretary.getByRole("heading", { level: 1 })).not.toContainText("quý");
    await office.goto("/dashboard?year=2022");
    await expect(office.locator("main")).toContainText("90,5%");
  });
});
