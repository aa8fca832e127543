import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectEntries, expectRefusal, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

test("the badges of an award day are proposed, decided and shown in the records", async ({ as }) => {
  const page = await as("vanphong");
  const form = mainForm(page);
  await page.goto("/badges?year=2026");
  await follow(page.getByRole("link", { name: /^Lập đề nghị đợt/ }).first());
  const people = await form.locator("label.choice").allInnerTexts();
  const proposal = { proposalNumber: "12-TTr/ĐU", proposedOn: "01/01/2026" };
  await fillIn(form, proposal);
  await form.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(page.getByText("Đã gửi đề nghị.")).toBeVisible();

  await follow(page.getByRole("link", { name: /^Ghi quyết định đợt/ }).first());
  await expect(form.locator("label.choice")).toHaveCount(people.length);
  await expectGoodScreen(page);
  const decision = { decisionNumber: "88-QĐ/TU", decidedOn: "31/12/2025" };
  await fillIn(form, decision);
  await form.getByRole("button", { name: "Ghi quyết định" }).click();
  await expectRefusal(page, "Quyết định không thể có trước tờ trình ngày 01/01/2026.");
  await expectEntries(form, decision);
  await fillIn(form, { decidedOn: "20/01/2026" });
  await form.getByRole("button", { name: "Ghi quyết định" }).click();
  await expect(page.getByText("Đã ghi quyết định.")).toBeVisible();

  const [name = ""] = people[0]?.split(" – ") ?? [];
  await page.getByRole("link", { name }).first().click();
  await expect(page.locator("main")).toContainText("88-QĐ/TU");
});
