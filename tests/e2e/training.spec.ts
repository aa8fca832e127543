import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const COURSE = "Lớp bồi dưỡng chi ủy viên thử nghiệm";

test("the office opens a course, sends people by office and enters how it ended", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/training");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đào tạo, bồi dưỡng năm 2022");

  await test.step("a course that ends before it starts is refused, and what was typed stays", async () => {
    await follow(page.getByRole("link", { name: "Thêm lớp học" }));
    await expectGoodScreen(page);
    const form = mainForm(page);
    await fillIn(form, { name: COURSE, organizer: "Trung tâm Chính trị huyện", seats: "2" });
    await form.getByLabel("Loại lớp").selectOption("BRANCH_WORK");
    await fillIn(form, { startsOn: "07/11/2022", lastDay: "01/11/2022" });
    await form.getByRole("button", { name: "Thêm lớp học" }).click();
    await expect(page.locator("#form-lastDay-error")).toContainText("07/11/2022");
    await expectEntries(mainForm(page), { name: COURSE, seats: "2", kind: "Nghiệp vụ bí thư, chi ủy" });
    await fillIn(mainForm(page), { lastDay: "11/11/2022" });
    await mainForm(page).getByRole("button", { name: "Thêm lớp học" }).click();
    await expect(page.getByText("Đã thêm lớp học.")).toBeVisible();
  });

  await test.step("more people than seats are refused, and who was ticked stays ticked", async () => {
    await follow(page.getByRole("link", { name: "Cử người đi học" }));
    await expectGoodScreen(page);
    await page.getByLabel("Chọn người từ").selectOption("BRANCH_SECRETARIES");
    await page.getByRole("button", { name: "Hiện danh sách" }).click();
    const boxes = mainForm(page).getByRole("checkbox");
    await expect(boxes).toHaveCount(12);
    for (const place of [0, 1, 2]) await boxes.nth(place).check();
    await mainForm(page).getByRole("button", { name: "Cử đi học" }).click();
    await expect(page.locator("#form-memberId-error")).toContainText("chỉ còn 2 chỗ");
    await expect(mainForm(page).getByRole("checkbox", { checked: true })).toHaveCount(3);
    await boxes.nth(2).uncheck();
    await expectGoodScreen(page);
    await mainForm(page).getByRole("button", { name: "Cử đi học" }).click();
    await expect(page.getByText("Đã cử người đi học.")).toBeVisible();
  });

  await test.step("a result without its reason is refused, then each figure opens its names", async () => {
    await follow(page.getByRole("link", { name: /^Ghi kết quả của/ }).first());
    await expectGoodScreen(page);
    await page.getByLabel("Không hoàn thành", { exact: true }).check();
    await page.getByRole("button", { name: "Lưu kết quả" }).click();
    await expect(page.locator("#form-reason-error")).toContainText("lý do");
    await fillIn(mainForm(page), { reason: "Nghỉ ốm" });
    await page.getByRole("button", { name: "Lưu kết quả" }).click();
    await expect(page.getByText("Đã lưu kết quả.")).toBeVisible();
    await page.getByRole("link", { name: /^1 ?không hoàn thành/ }).click();
    await expect(page.locator("main tbody tr")).toHaveCount(1);
    await expect(page.locator("main tbody")).toContainText("Nghỉ ốm");
  });

  await test.step("the course can be edited", async () => {
    await follow(page.getByRole("link", { name: "Sửa thông tin lớp" }));
    await expectGoodScreen(page);
    await fillIn(mainForm(page), { seats: "1" });
    await mainForm(page).getByRole("button", { name: "Lưu lớp học" }).click();
    await expect(page.locator("#form-seats-error")).toContainText("2 người");
    await fillIn(mainForm(page), { seats: "10" });
    await mainForm(page).getByRole("button", { name: "Lưu lớp học" }).click();
    await expect(page.getByText("Đã lưu thông tin lớp.")).toBeVisible();
  });
});

test("a course of theory names whose record is lower, and each figure of a year opens its list", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/training?year=2022");
  const figure = page.locator(".stat").first();
  const count = Number(await figure.locator(".stat-number").textContent());
  await figure.click();
  await expect(page.locator("main tbody tr")).toHaveCount(count);
  await expectGoodScreen(page);
  await follow(page.getByRole("link", { name: "Xem các lớp năm 2022" }));
  await follow(page.getByRole("link", { name: "Lớp sơ cấp lý luận chính trị năm 2022" }));
  await expect(page.getByRole("heading", { name: /hồ sơ ghi trình độ thấp hơn/ })).toBeVisible();
  await expectGoodScreen(page);
  await follow(page.getByRole("link", { name: /^Sửa hồ sơ của/ }).first());
  await expect(page.getByLabel("Lý luận chính trị")).toHaveValue("NONE");
});

test("a secretary sees the own people's courses on a phone, and enters nothing", async ({ as }) => {
  const page = await as("naan", PHONE);
  await page.goto("/training?year=2022");
  await expect(page.getByText("Chỉ tính và hiện đảng viên của chi bộ đồng chí.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Thêm lớp học" })).toHaveCount(0);
  await expectGoodScreen(page);
  // Other journeys move people of this branch, so whichever course still has one of its own.
  const course = page.locator("main tbody").getByRole("link").first();
  const name = await course.innerText();
  await follow(course);
  await expect(page.getByRole("link", { name: "Cử người đi học" })).toHaveCount(0);
  await expectGoodScreen(page);
  await follow(page.locator("main tbody").getByRole("link").first());
  await expect(page.getByRole("main").getByText(name).first()).toBeVisible();
});

test("the list of gaps names who lacks what a post requires, as the list of posts does", async ({ as }) => {
  const page = await as("bithu");
  await page.goto("/training");
  await follow(page.getByRole("link", { name: "Còn thiếu so với yêu cầu" }));
  const course = page.locator("#BRANCH_COURSE");
  await expect(course).toContainText("chưa xác nhận");
  const lacking = Number(await course.locator(".stat-number").nth(2).textContent());
  await expect(course.locator("tbody tr")).toHaveCount(lacking);
  await expectGoodScreen(page);
  await course.getByRole("link", { name: /người giữ chức vụ/ }).click();
  const holders = Number(await course.locator(".stat-number").first().textContent());
  await expect(course.locator("tbody tr")).toHaveCount(holders);
  expect(lacking).toBeGreaterThan(1);
  expect(lacking).toBeLessThan(holders);
  await page.goto("/committee/posts");
  await expect(page.locator("main tbody tr", { hasText: "Pù Lầu" }).first()).toContainText("Thiếu: lớp nghiệp vụ");
  await expectGoodScreen(page);
});

test("the office plans people for a post of the next term and takes one off; leadership reads it", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/training");
  await follow(page.getByRole("link", { name: "Quy hoạch", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quy hoạch nhiệm kỳ 2030–2035");
  await expect(page.locator("main")).toContainText("chưa xác nhận");
  await expectGoodScreen(page);

  await test.step("somebody planned already is refused by name, then a post gets two people", async () => {
    await follow(page.getByRole("link", { name: "Thêm người vào quy hoạch" }));
    await page.getByLabel("Chọn người từ").selectOption("PARTY_COMMITTEE");
    await page.getByRole("button", { name: "Hiện danh sách" }).click();
    const form = mainForm(page);
    await expect(form.getByRole("checkbox").first()).toBeVisible();
    await form.getByLabel("Chức vụ quy hoạch").selectOption("PARTY_DEPUTY");
    for (const place of [0, 1]) await form.getByRole("checkbox").nth(place).check();
    await fillIn(form, { decisionNumber: "21-QĐ/ĐU", decidedOn: "31/12/2099" });
    await expectGoodScreen(page);
    await form.getByRole("button", { name: "Lưu quy hoạch" }).click();
    await expect(page.locator("#form-decidedOn-error")).toContainText("sau hôm nay");
    await fillIn(mainForm(page), { decidedOn: "01/06/2026" });
    await mainForm(page).getByRole("button", { name: "Lưu quy hoạch" }).click();
    await expect(page.getByText("Đã lưu quy hoạch.")).toBeVisible();
  });

  await test.step("one is taken off again, with the reason", async () => {
    const links = page.getByRole("link", { name: /^Đưa .+ ra khỏi quy hoạch$/ });
    const before = await links.count();
    await follow(links.first());
    await expectGoodScreen(page);
    await fillIn(mainForm(page), { removedOn: "01/07/2026", removeReason: "Chuyển công tác" });
    await mainForm(page).getByRole("button", { name: "Đưa ra khỏi quy hoạch" }).click();
    await expect(page.getByText("Đã đưa ra khỏi quy hoạch, lý do được lưu lại.")).toBeVisible();
    await expect(links).toHaveCount(before - 1);
  });

  await test.step("leadership reads it and changes nothing, on a phone too; the list of posts names it", async () => {
    const leader = await as("bithu", PHONE);
    await leader.goto("/training/planning");
    await expect(leader.getByRole("link", { name: "Thêm người vào quy hoạch" })).toHaveCount(0);
    await expectGoodScreen(leader);
    await leader.goto("/committee/posts");
    await expect(leader.locator("main")).toContainText("Quy hoạch 2030–2035");
  });
});
