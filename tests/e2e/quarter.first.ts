import { expect, type Page } from "@playwright/test";
import { moveBack, ownerRows } from "./support/database";
import { dayAhead, monthBack, TODAY } from "./support/days";
import { follow } from "./support/follow";
import { fillIn, mainForm } from "./support/form";
import { signIn } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const BRANCH = "Chi bộ bản Mường An";
const PLAN = "Phân công lại ở Chi bộ bản Mường An";
const TASK = "Làm sân nhà văn hóa bản";
const TROUBLE = "Kênh dẫn nước bị đất đá vùi";
const [before, last, current] = [monthBack(2), monthBack(1), monthBack(0)] as const;

/** Opens the branch's monthly meeting of a month, held on that day, and returns its address. */
async function openMeeting(page: Page, monthOn: string, heldOn: string): Promise<string> {
  await page.goto("/meetings");
  await follow(page.getByRole("link", { name: "Lập buổi sinh hoạt" }));
  await fillIn(mainForm(page), { monthOn, heldOn });
  await mainForm(page).getByRole("button", { name: "Lập buổi sinh hoạt" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Sinh hoạt thường kỳ tháng ${monthOn}`);
  return new URL(page.url()).pathname;
}

/** Calls the roll with one excused, writes a conclusion; returns how many were called. */
async function holdMeeting(page: Page, meeting: string, conclusion: string): Promise<number> {
  await page.goto(meeting);
  await follow(page.getByRole("link", { name: "Điểm danh" }));
  const lines = page.locator(".roll-line:has(input[type=radio])");
  const called = await lines.count();
  await follow(page.getByRole("link", { name: "Chọn tất cả có mặt" }));
  await lines.nth(1).getByLabel("Vắng có lý do").check();
  await lines.nth(1).getByLabel("Lý do vắng").fill("Đưa người nhà đi viện");
  await mainForm(page).getByRole("button", { name: "Lưu điểm danh" }).click();
  await expect(page.getByText("Đã lưu điểm danh.")).toBeVisible();
  await follow(page.getByRole("link", { name: "Ghi biên bản" }));
  await fillIn(mainForm(page), { conclusion });
  await mainForm(page).getByRole("button", { name: "Lưu biên bản" }).click();
  await expect(page.getByText("Đã lưu biên bản.")).toBeVisible();
  return called;
}

/** Sends the minutes and enters the day they were signed. */
async function closeMeeting(page: Page, meeting: string, signedOn: string): Promise<void> {
  await page.goto(meeting);
  await follow(page.getByRole("link", { name: "Gửi Đảng ủy" }));
  await mainForm(page).getByRole("button", { name: "Gửi Đảng ủy" }).click();
  await expect(page.getByText("Đã gửi biên bản cho Đảng ủy.")).toBeVisible();
  await fillIn(mainForm(page, "sign"), { signedOn });
  await mainForm(page, "sign").getByRole("button", { name: "Ghi ngày ký" }).click();
  await expect(page.getByText("Đã ghi ngày ký; biên bản được khóa.")).toBeVisible();
}

/** Judges the branch's only open task in a meeting. */
async function judgeTask(page: Page, meeting: string, verdict: string, text: string): Promise<void> {
  await page.goto(meeting);
  await follow(page.getByRole("link", { name: "Đánh giá nhiệm vụ" }));
  const form = mainForm(page);
  await form.getByLabel(verdict, { exact: true }).check();
  await form.getByLabel("Đã làm gì, hoặc nguyên nhân chưa làm được").fill(text);
  await form.getByRole("button", { name: "Ghi đánh giá" }).click();
  await expect(page.getByText("Đã ghi đánh giá nhiệm vụ.")).toBeVisible();
}

test("a quarter of a branch, from the plan that puts somebody in charge of it to what leadership reads of it", async ({
  as,
}) => {
  const [account] = await ownerRows<{ name: string }>(
    `SELECT m."fullName" AS name FROM "Account" a JOIN "AccountMember" l ON l."accountId" = a.id
       JOIN "Member" m ON m.id = l."memberId" WHERE a.username = 'ubkt'`,
  );
  const name = account?.name ?? "";
  const [office, leader, inCharge] = [await as("vanphong"), await as("bithu"), await as("ubkt")];
  const branch = await as("nobody", { width: 360, height: 740 });
  await signIn(branch, "muongan");

  await test.step("the plan is made, submitted and issued, and the branch is told who is in charge of it", async () => {
    await office.goto("/assignments/plans");
    await follow(office.getByRole("link", { name: "Lập kế hoạch" }));
    const startsOn = `01/${before.typed}`;
    await fillIn(mainForm(office), { name: PLAN, startsOn, lastDay: `31/12/${before.year}` });
    await mainForm(office).getByRole("button", { name: "Lập kế hoạch" }).click();
    await expect(office.getByText("Đã lập kế hoạch.")).toBeVisible();
    await follow(office.getByRole("link", { name: `Sửa phân công ở ${BRANCH}` }));
    const people = mainForm(office).locator("[name=mainId] option");
    const option = await people.filter({ hasText: name }).getAttribute("value");
    await mainForm(office).locator("[name=mainId]").selectOption(option);
    for (const box of await mainForm(office).locator("[name=supportingIds]:checked").all()) await box.uncheck();
    await mainForm(office).getByRole("button", { name: "Lưu vào kế hoạch" }).click();
    await expect(office.getByText("Đã lưu vào kế hoạch.")).toBeVisible();
    await follow(office.getByRole("link", { name: "Kiểm tra và trình" }));
    await fillIn(mainForm(office, "submit"), { decisionNumber: "88-QĐ/ĐU", decidedOn: startsOn });
    await mainForm(office, "submit").getByRole("button", { name: "Trình ban hành" }).click();
    await expect(office.getByText("Đã trình kế hoạch.")).toBeVisible();

    await moveBack(leader, "passwordGivenAt", 0);
    await leader.goto("/assignments/plans");
    await follow(leader.getByRole("link", { name: PLAN }));
    await follow(leader.getByRole("link", { name: "Xem và ban hành" }));
    await leader.getByRole("button", { name: "Ban hành phân công" }).click();
    await expect(leader.getByText("Đã ban hành phân công.")).toBeVisible();
    await branch.goto("/home");
    await follow(branch.getByRole("link", { name: /^Đảng viên, cấp ủy chi bộ/ }));
    await expect(branch.getByText(`Phụ trách: ${name}`)).toBeVisible();
  });

  const first = await openMeeting(branch, before.typed, `05/${before.typed}`);
  await test.step("the first meeting gives a task, and the second judges it not done", async () => {
    await holdMeeting(branch, first, "Chi bộ thống nhất làm sân nhà văn hóa");
    await follow(branch.getByRole("link", { name: "Buổi sinh hoạt" }).first());
    await follow(branch.getByRole("link", { name: "Giao nhiệm vụ" }));
    await fillIn(mainForm(branch), { title: TASK, deadlineOn: `28/${before.typed}` });
    await mainForm(branch).getByRole("button", { name: "Giao nhiệm vụ" }).click();
    await expect(branch.getByText("Đã giao nhiệm vụ.")).toBeVisible();
    await closeMeeting(branch, first, `06/${before.typed}`);
  });

  const second = await openMeeting(branch, last.typed, `05/${last.typed}`);
  await test.step("what is not done is carried over with its age and cause", async () => {
    await expect(branch.locator("main")).toContainText("Tháng thứ 2");
    await judgeTask(branch, second, "Chưa làm được", "Chờ máy xúc của xã.");
    await holdMeeting(branch, second, "Chi bộ làm tiếp sân nhà văn hóa");
    await closeMeeting(branch, second, `06/${last.typed}`);
  });

  await test.step("who is in charge reports the visit and a difficulty, which the committee solves", async () => {
    await inCharge.goto("/visits");
    await follow(inCharge.getByRole("link", { name: "Ghi báo cáo" }));
    await follow(inCharge.locator("main").getByRole("link", { name: BRANCH }));
    await fillIn(mainForm(inCharge), { visitedOn: `05/${last.typed}`, situation: "Chi bộ họp đủ, bàn kỹ." });
    await mainForm(inCharge).getByRole("button", { name: "Ghi báo cáo" }).click();
    await expect(inCharge.getByText("Đã ghi báo cáo.")).toBeVisible();
    await follow(inCharge.getByRole("link", { name: "Nêu khó khăn" }));
    await fillIn(mainForm(inCharge), { title: TROUBLE, text: "Ba mươi hộ chưa làm được vụ đông." });
    await mainForm(inCharge).getByRole("button", { name: "Nêu khó khăn" }).click();
    await expect(inCharge.getByText("Đã nêu khó khăn")).toBeVisible();
    const difficulty = new URL(inCharge.url()).pathname;

    await leader.goto(difficulty);
    await follow(leader.getByRole("link", { name: "Nhận giải quyết" }));
    await fillIn(mainForm(leader), { deadlineOn: TODAY, text: "Huy động máy xúc." });
    await mainForm(leader).getByRole("button", { name: "Nhận giải quyết" }).click();
    await expect(leader.getByText("Đã nhận giải quyết.")).toBeVisible();
    await office.goto(difficulty);
    await follow(office.getByRole("link", { name: "Ghi đã giải quyết xong" }));
    await fillIn(mainForm(office), { text: "Đã nạo vét xong." });
    await mainForm(office).getByRole("button", { name: "Ghi đã giải quyết xong" }).click();
    await expect(office.getByText("Đã ghi giải quyết xong.")).toBeVisible();
    await branch.goto(difficulty);
    await expect(branch.locator("main .tag")).toHaveText("Xong đúng hạn");
    await expectGoodScreen(branch);
  });

  const third = await openMeeting(branch, current.typed, dayAhead(1));
  await test.step("the third is invited to, with who is in charge, and then held a day earlier", async () => {
    await follow(branch.getByRole("link", { name: "Giấy mời" }));
    await fillIn(mainForm(branch, "invite"), { startTime: "19h30" });
    await mainForm(branch, "invite").getByRole("button", { name: "Ghi là đã gửi hôm nay" }).click();
    await expect(branch.getByText("Đã ghi việc gửi giấy mời.")).toBeVisible();
    await inCharge.goto(`${third}/invitation`);
    await expect(inCharge.locator(".paper")).toContainText("Kính mời đồng chí phụ trách chi bộ");
    await branch.goto(third);
    await follow(branch.getByRole("link", { name: "Sửa thông tin" }));
    await fillIn(mainForm(branch), { heldOn: TODAY });
    await mainForm(branch).getByRole("button", { name: "Lưu thông tin" }).click();
    await expect(branch.getByText("Đã lưu thông tin buổi sinh hoạt.")).toBeVisible();
  });

  const called =
    await test.step("its agenda brings the task again, which is done now, and the minutes are signed", async () => {
      await expect(branch.locator("main")).toContainText("Tháng thứ 3");
      await judgeTask(branch, third, "Đã làm", "Đã xong sân 200 mét vuông.");
      const count = await holdMeeting(branch, third, "Chi bộ biểu dương các hộ góp công");
      await closeMeeting(branch, third, TODAY);
      await expectGoodScreen(branch);
      return count;
    });

  await test.step("the branch scores it, and the committee decides the grade", async () => {
    await follow(branch.getByRole("link", { name: "Chấm điểm" }));
    const points = { TIME: "5", ATTENDANCE: "5", PREPARATION: "10", STEPS: "5", CONTENT: "25", CHAIRING: "10" };
    await fillIn(mainForm(branch), { ...points, PRINCIPLES: "5", RESULTS: "25", CLOSING: "5" });
    await mainForm(branch).getByRole("button", { name: "Lưu điểm" }).click();
    await expect(branch.getByText("95 điểm trên 100")).toBeVisible();
    await leader.goto(third);
    await follow(leader.getByRole("link", { name: "Quyết định mức" }));
    await fillIn(mainForm(leader), { grade: "Tốt" });
    await mainForm(leader).getByRole("button", { name: "Quyết định mức" }).click();
    await expect(leader.getByText("Đã ghi mức do Đảng ủy quyết định.")).toBeVisible();
    await leader.goto(`/meetings/grades?year=${current.year}&show=MEETING_GOOD`);
    await expect(leader.locator("main table tbody tr")).toHaveCount(1);
    await expect(leader.locator("main table tbody")).toContainText(BRANCH);
  });

  await test.step("the grid of leadership agrees with all of it, and each meeting opens its names", async () => {
    await leader.goto(`/meetings?year=${current.year}`);
    const row = leader.locator("main .matrix tbody tr").filter({ hasText: BRANCH });
    const cell = row.getByRole("link", { name: `Thường kỳ, ngày ${TODAY}` });
    await expect(cell).toContainText(`${called - 1}/${called}`);
    await follow(cell);
    await leader.getByRole("link", { name: /Vắng có lý do/ }).click();
    await expect(leader.getByText("Vắng có lý do: 1 đồng chí")).toBeVisible();
    await expect(leader.getByRole("row", { name: /Đưa người nhà đi viện/ })).toHaveCount(1);
  });

  await test.step("nothing of this is left in the month's work", async () => {
    await leader.goto("/month-work");
    for (const name of [/^Tháng trước chưa họp/, /^Tháng này chưa họp/]) {
      await expect(leader.getByRole("region", { name })).not.toContainText(BRANCH);
    }
    for (const title of [TASK, TROUBLE]) await expect(leader.locator("main")).not.toContainText(title);
    await expectGoodScreen(leader);
  });

  await test.step("every number of visits, difficulties and tasks opens its list", async () => {
    for (const path of [`/visits?year=${last.year}`, `/tasks/figures?year=${before.year}`]) {
      await leader.goto(path);
      const row = leader.locator("main table tbody tr").filter({ hasText: BRANCH });
      const links = await row
        .locator("td a")
        .evaluateAll((all) => all.map((link) => ({ href: link.getAttribute("href") ?? "", count: link.textContent })));
      expect(links.length, path).toBeGreaterThan(2);
      for (const { href, count } of links) {
        await leader.goto(href);
        await expect(leader.locator("main table").last().locator("tbody tr"), href).toHaveCount(Number(count));
      }
    }
  });
});
