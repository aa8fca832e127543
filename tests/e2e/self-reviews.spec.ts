import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const OFFICE = { width: 1280, height: 900 };
const words = { strengths: "Đi họp đủ 11 buổi", shortcomings: "Có hai buổi đến muộn" };

test("a secretary enters a self-review for a member without JavaScript, hands it in, and leadership reads it", async ({
  as,
}) => {
  const office = await as("vanphong", OFFICE);
  await office.goto("/ratings/new");
  await fillIn(mainForm(office), { year: "2024", reckoningOn: "31/12/2024" });
  await mainForm(office).getByRole("button", { name: "Mở kỳ đánh giá" }).click();
  await expect(office.getByText("Đã mở kỳ đánh giá.")).toBeVisible();
  await follow(office.getByRole("link", { name: "Tự kiểm điểm", exact: true }));
  await expectGoodScreen(office);

  const branch = await as("naan", { ...PHONE, javaScript: "off" });
  await branch.goto("/ratings/2024");
  await branch.getByRole("link", { name: "Tự kiểm điểm", exact: true }).click();
  const line = branch.locator("main tbody tr", { hasText: "Chưa có" }).nth(3);
  const name = (await line.getByRole("link").textContent()) ?? "";
  await line.getByRole("link").click();
  await expect(branch.getByText(`Đồng chí đang nhập hộ ${name}.`)).toBeVisible();
  const form = mainForm(branch);
  const marks = { IDEOLOGY: "tốt", ETHICS: "tốt", DISCIPLINED_CONDUCT: "tốt", WORKING_STYLE: "tốt", CORRECTION: "tốt" };
  const entered = { form: "Mẫu 2C, không công tác trong hệ thống chính trị", ...words, ...marks, tasksTotal: "6" };
  await fillIn(form, entered);
  await form.getByRole("button", { name: "Ghi nháp" }).click();
  await expect(branch.locator("#form-tasksOnTime-error")).toContainText("Nhập đủ tổng số");
  await expectEntries(mainForm(branch), entered);
  await fillIn(mainForm(branch), { tasksOnTime: "5", tasksLate: "1" });
  await mainForm(branch).getByRole("button", { name: "Ghi nháp" }).click();
  await expect(branch.getByText("Đã ghi nháp.")).toBeVisible();
  await expect(branch.getByText("Còn thiếu trước khi nộp")).toBeVisible();
  await expect(branch.getByRole("button", { name: "Nộp bản này" })).toHaveCount(0);
  const path = new URL(branch.url()).pathname;

  const leader = await as("bithu", OFFICE);
  expect((await leader.goto(path))?.status()).toBe(404);

  await follow(branch.getByRole("link", { name: "Sửa", exact: true }));
  const screen = await as("naan", PHONE);
  await screen.goto(branch.url());
  await expectGoodScreen(screen);
  await screen.goto("/ratings/2024/self-reviews/paper");
  await expectGoodScreen(screen);
  await fillIn(mainForm(branch), { TASK_RESULTS: "xuất sắc", proposedLevel: "Hoàn thành tốt" });
  await mainForm(branch).getByRole("button", { name: "Ghi nháp" }).click();
  await expect(branch.getByText("Đã đủ. Đồng chí xem lại rồi bấm Nộp.")).toBeVisible();
  await branch.getByRole("button", { name: "Nộp bản này" }).click();
  await expect(branch.getByText("Đã nộp bản tự kiểm điểm.")).toBeVisible();

  await leader.goto("/ratings/2024/self-reviews?standing=HANDED_IN");
  await expectGoodScreen(leader);
  await expect(leader.getByRole("row", { name })).toContainText("nhập hộ");
  await follow(leader.getByRole("link", { name, exact: true }));
  await expect(leader.locator("main")).toContainText("Có hai buổi đến muộn");
  await expect(leader.getByRole("button", { name: "Rút lại để sửa" })).toHaveCount(0);
  await expectGoodScreen(leader);
  const other = await as("thin", PHONE);
  expect((await other.goto(path))?.status()).toBe(404);

  await leader.goto("/ratings/2024");
  const step = leader.getByRole("listitem").filter({ hasText: "đã nộp bản tự kiểm điểm" });
  const told = step.getByRole("link").first();
  const handedIn = Number(await told.textContent());
  expect(handedIn).toBeGreaterThan(0);
  await follow(told);
  await expect(leader.locator("main tbody tr")).toHaveCount(handedIn);
});

test("a secretary sees who of the branch handed in, and what was voted on stays", async ({ as }) => {
  const page = await as("naan", PHONE);
  await page.goto("/ratings/2022/self-reviews");
  await expectGoodScreen(page);
  const handedIn = page.getByRole("link", { name: /Đã nộp$/u });
  const told = await handedIn.locator(".stat-number").textContent();
  await follow(handedIn);
  await expect(page.locator("main tbody tr")).toHaveCount(Number(told));
  await follow(page.locator("main tbody tr").first().getByRole("link"));
  await expectGoodScreen(page);
  await expect(page.getByRole("button", { name: "Rút lại để sửa" })).toHaveCount(0);
  await page.goto("/ratings/2022/self-reviews/paper");
  /* The year is closed: nobody writes one any more, not even whom nobody voted on. */
  await expect(page.locator(".blank-sheet")).toHaveCount(0);
  await expectGoodScreen(page);
});

test("the rating of a member shows what the member claims, and which levels the marks rule out", async ({ as }) => {
  const leader = await as("bithu", OFFICE);
  await leader.goto("/ratings/2022/self-reviews?standing=HANDED_IN");
  const name = (await leader.locator("main tbody tr").first().getByRole("link").textContent()) ?? "";
  await leader.goto(`/ratings/2022?q=${encodeURIComponent(name)}`);
  await follow(leader.getByRole("link", { name, exact: true }));
  const card = leader.locator(".card", { has: leader.getByRole("heading", { name: "Tự kiểm điểm" }) });
  await expect(card).toContainText("Tự nhận mức");
  await expectGoodScreen(leader);
  await follow(card.getByRole("link", { name: "Mở bản tự kiểm điểm" }));
  await expectGoodScreen(leader);
});
