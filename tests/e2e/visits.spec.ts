import { expect } from "@playwright/test";
import { TODAY } from "./support/days";
import { follow } from "./support/follow";
import { fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };

test("a visit is reported on a phone, its difficulty taken on, moved and solved", async ({ as }) => {
  const page = await as("ubkt", PHONE);
  await page.goto("/visits");
  await follow(page.getByRole("link", { name: "Ghi báo cáo" }));
  const choice = page.locator("main ul a").first();
  if (await choice.isVisible()) {
    await expectGoodScreen(page);
    await follow(choice);
  }
  await expectGoodScreen(page);
  await fillIn(mainForm(page), { visitedOn: "01/01/2019", situation: "Chi bộ đoàn kết; cầu tạm qua suối bị hỏng." });
  await mainForm(page).getByRole("button", { name: "Ghi báo cáo" }).click();
  await expect(page.locator("#form-visitedOn-error")).toContainText("không được phân công phụ trách");
  await fillIn(mainForm(page), { visitedOn: TODAY });
  await mainForm(page).getByRole("button", { name: "Ghi báo cáo" }).click();
  await expect(page.getByText("Đã ghi báo cáo.")).toBeVisible();
  await expectGoodScreen(page);

  await test.step("who wrote it puts it right", async () => {
    await follow(page.getByRole("link", { name: "Sửa báo cáo" }));
    await expectGoodScreen(page);
    await fillIn(mainForm(page), { situation: "Chi bộ đoàn kết; cầu tạm qua suối bị lũ cuốn." });
    await mainForm(page).getByRole("button", { name: "Lưu báo cáo" }).click();
    await expect(page.getByText("bị lũ cuốn")).toBeVisible();
  });

  await test.step("a difficulty is raised from it", async () => {
    await follow(page.getByRole("link", { name: "Nêu khó khăn" }));
    await expectGoodScreen(page);
    await fillIn(mainForm(page), { title: "Cầu tạm qua suối bị lũ cuốn", text: "Mười tám hộ phải đi vòng rất xa." });
    await mainForm(page).getByRole("button", { name: "Nêu khó khăn" }).click();
    await expect(page.getByText("Đã nêu khó khăn")).toBeVisible();
    await expectGoodScreen(page);
    await expect(page.getByRole("link", { name: /Nhận giải quyết|Trả lời/ })).toHaveCount(0);
  });

  const address = new URL(page.url()).pathname;
  const leader = await as("bithu", { width: 1280, height: 900 });
  await test.step("leadership accepts it with a deadline", async () => {
    await leader.goto(address);
    await follow(leader.getByRole("link", { name: "Nhận giải quyết" }));
    await expectGoodScreen(leader);
    await fillIn(mainForm(leader), { deadlineOn: "01/01/2020", text: "Văn phòng phối hợp làm lại cầu." });
    await mainForm(leader).getByRole("button", { name: "Nhận giải quyết" }).click();
    await expect(leader.locator("#form-deadlineOn-error")).toContainText("Hạn không được trước");
    await fillIn(mainForm(leader), { deadlineOn: TODAY });
    await mainForm(leader).getByRole("button", { name: "Nhận giải quyết" }).click();
    await expect(leader.getByText("Đã nhận giải quyết.")).toBeVisible();
    await expect(leader.getByRole("link", { name: "Ghi đã giải quyết xong" })).toHaveCount(0);
  });

  await test.step("the office moves it on and solves it, and the branch's committee member sees every step", async () => {
    const office = await as("vanphong");
    await office.goto(address);
    await expect(office.getByRole("link", { name: "Trả lời chưa giải quyết được" })).toHaveCount(0);
    await follow(office.getByRole("link", { name: "Ghi tiến độ" }));
    await fillIn(mainForm(office), { text: "Đã huy động gỗ và 20 ngày công." });
    await mainForm(office).getByRole("button", { name: "Ghi tiến độ" }).click();
    await expect(office.getByText("Đã ghi tiến độ.")).toBeVisible();
    await follow(office.getByRole("link", { name: "Ghi đã giải quyết xong" }));
    await fillIn(mainForm(office), { text: "Đã làm xong cầu, xe máy qua được." });
    await mainForm(office).getByRole("button", { name: "Ghi đã giải quyết xong" }).click();
    await expect(office.getByText("Đã ghi giải quyết xong.")).toBeVisible();
    await page.goto(address);
    await expect(page.locator("main .timeline li")).toHaveCount(4);
    await expect(page.locator("main .tag")).toHaveText("Xong đúng hạn");
    await expectGoodScreen(page);
  });
});

test("without JavaScript a secretary raises a difficulty, and leadership answers that it cannot be done", async ({
  as,
}) => {
  const page = await as("thin", { ...PHONE, javaScript: "off" });
  await page.goto("/difficulties");
  await follow(page.getByRole("link", { name: "Nêu khó khăn" }));
  await fillIn(mainForm(page), { title: "Chưa có điện ba pha", text: "Hai xưởng gỗ của dân không chạy máy được." });
  await mainForm(page).getByRole("button", { name: "Nêu khó khăn" }).click();
  await expect(page.getByText("Đã nêu khó khăn")).toBeVisible();
  const leader = await as("phobithu", { width: 1280, height: 900 });
  await leader.goto(new URL(page.url()).pathname);
  await follow(leader.getByRole("link", { name: "Trả lời chưa giải quyết được" }));
  await fillIn(mainForm(leader), { text: "Ngành điện chưa có kế hoạch; đã kiến nghị cấp trên." });
  await mainForm(leader).getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(leader.getByText("Đã trả lời chi bộ.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("đã kiến nghị cấp trên")).toBeVisible();
});

test("each number of the year opens its list, and the dashboard what is overdue", async ({ as }) => {
  const page = await as("bithu", { width: 1280, height: 900 });
  await page.goto("/dashboard");
  const line = page.getByRole("link", { name: /Nước sinh hoạt đục sau lũ – quá hạn \d+ ngày/ });
  await follow(line);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nước sinh hoạt đục sau lũ");
  for (const [column, path] of [
    [0, "/visits/meetings"],
    [1, "/visits/meetings"],
    [2, "/visits"],
    [3, "/difficulties"],
  ] as const) {
    await page.goto("/visits?year=2022");
    const cell = page.locator("main table").nth(1).locator("tbody tr").first().locator("td a").nth(column);
    const count = Number(await cell.textContent());
    await follow(cell);
    expect(new URL(page.url()).pathname).toBe(path);
    await expect(page.locator("main table").last().locator("tbody tr")).toHaveCount(count);
  }
  await page.goto("/visits?year=2022");
  await expectGoodScreen(page);
});
