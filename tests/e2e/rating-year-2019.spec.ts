import { expect, type Page } from "@playwright/test";
import { moveBack } from "./support/database";
import { follow } from "./support/follow";
import { expectEntries, expectProblems, expectRefusal, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const OFFICE = { width: 1280, height: 900 };
const ROUND = "/ratings/2019";
const CAP = /Vượt tỷ lệ khống chế: \d+ hoàn thành xuất sắc, chỉ được phép \d+/u;

const opinionsOn = (page: Page) => page.getByRole("region", { name: "Ý kiến nhận xét" });

test("a year under HD 21: opinions side by side, a review by criteria, one meeting, a decision within the cap", async ({
  as,
}) => {
  const office = await as("vanphong", OFFICE);
  const branch = await as("naan", { ...PHONE, javaScript: "off" });
  const leader = await as("bithu", OFFICE);

  await test.step("the office opens a round, in which nobody has a rating yet", async () => {
    await office.goto("/ratings/new");
    await fillIn(mainForm(office), { year: "2019", reckoningOn: "31/12/2019" });
    await mainForm(office).getByRole("button", { name: "Mở kỳ đánh giá" }).click();
    await expect(office.getByText("Đã mở kỳ đánh giá.")).toBeVisible();
  });

  await branch.goto(`${ROUND}?state=toPropose`);
  const line = branch.locator("main tbody tr").nth(2).getByRole("link");
  const name = (await line.textContent()) ?? "";
  const path = new URL((await line.getAttribute("href")) ?? "", branch.url());

  await test.step("the secretary enters what the place of residence says, without JavaScript", async () => {
    await line.click();
    await expect(opinionsOn(branch)).toContainText("Chưa có ý kiến nào");
    await expect(branch.getByRole("region", { name: "Tự kiểm điểm" })).toBeVisible();
    await expect(branch.locator("#proposal-level")).toHaveValue("");
    await opinionsOn(branch).getByRole("link", { name: "Ghi ý kiến" }).click();
    const entered = { giver: "Nơi cư trú", giverName: "Ban quản lý bản", text: "Gương mẫu ở nơi cư trú" };
    await fillIn(mainForm(branch), { ...entered, givenOn: "31/12/2099" });
    await mainForm(branch).getByRole("button", { name: "Ghi ý kiến này" }).click();
    await expect(branch.locator("#form-givenOn-error")).toContainText("chưa tới");
    await expectEntries(mainForm(branch), entered);
    await expect(mainForm(branch).locator("[name=giver] option")).toHaveCount(6);
    await fillIn(mainForm(branch), { givenOn: "02/12/2019" });
    await mainForm(branch).getByRole("button", { name: "Ghi ý kiến này" }).click();
    await expect(branch.getByText("Đã ghi ý kiến.")).toBeVisible();
    await expect(opinionsOn(branch)).toContainText("Ban quản lý bản, ngày 02/12/2019");
  });

  await test.step("leadership says what it thinks beside it, and the branch proposes what it will", async () => {
    await leader.goto(path.href);
    await expectGoodScreen(leader);
    await follow(opinionsOn(leader).getByRole("link", { name: "Ghi ý kiến" }));
    await expectGoodScreen(leader);
    const entered = { giver: "Cấp trên", giverName: "Ban Thường vụ", givenOn: "05/12/2019", text: "Nhận việc khó" };
    await fillIn(mainForm(leader), { ...entered, level: "Hoàn thành xuất sắc" });
    await mainForm(leader).getByRole("button", { name: "Ghi ý kiến này" }).click();
    await expect(opinionsOn(leader).getByRole("article")).toHaveCount(2);
    await expect(opinionsOn(leader)).toContainText("Đề nghị mức: Hoàn thành xuất sắc");
    await expectGoodScreen(leader);

    await branch.goto(path.href);
    await expect(branch.locator("#proposal-level")).toHaveValue("");
    await fillIn(mainForm(branch, "proposal"), { level: "Hoàn thành tốt" });
    await mainForm(branch, "proposal").getByRole("button", { name: "Lưu đề nghị" }).click();
    await expect(branch.getByText("Đã ghi đề nghị của chi bộ.")).toBeVisible();
    await expect(opinionsOn(branch).getByRole("article")).toHaveCount(2);
  });

  await test.step("the secretary withdraws the own one with a reason, and it stays to be read as withdrawn", async () => {
    const screen = await as("naan", PHONE);
    await screen.goto(branch.url());
    await expectGoodScreen(screen);
    await expect(opinionsOn(screen).getByRole("link", { name: "Rút ý kiến ghi nhầm" })).toHaveCount(1);
    await follow(opinionsOn(screen).getByRole("link", { name: "Rút ý kiến ghi nhầm" }));
    await expectGoodScreen(screen);
    await mainForm(screen).getByRole("button", { name: "Rút ý kiến này" }).click();
    await expectProblems(screen, { reason: "Nhập nội dung cho ô này." });
    await fillIn(mainForm(screen), { reason: "Ghi nhầm người" });
    await mainForm(screen).getByRole("button", { name: "Rút ý kiến này" }).click();
    await expect(screen.getByText("Đã rút ý kiến.")).toBeVisible();
    await expectGoodScreen(screen);
    await leader.reload();
    await expect(opinionsOn(leader)).toContainText("Ghi nhầm người");
    await expect(opinionsOn(leader)).not.toContainText("Gương mẫu ở nơi cư trú");
  });

  await test.step("who is in charge of a branch says the own word of it, and reads nobody else's", async () => {
    const inCharge = await as("ubkt", PHONE);
    await inCharge.goto(`${ROUND}?tab=branches`);
    await follow(inCharge.locator("main tbody tr").first().getByRole("link").first());
    await expectGoodScreen(inCharge);
    await follow(opinionsOn(inCharge).getByRole("link", { name: "Ghi ý kiến" }));
    await expect(mainForm(inCharge).locator("[name=giver]")).toHaveValue("IN_CHARGE");
    await expect(mainForm(inCharge).locator("[name=giverName]")).not.toHaveValue("");
    await fillIn(mainForm(inCharge), { givenOn: "10/12/2019", text: "Chi bộ giữ nếp sinh hoạt đều" });
    await mainForm(inCharge).getByRole("button", { name: "Ghi ý kiến này" }).click();
    await expect(inCharge.getByText("Đã ghi ý kiến.")).toBeVisible();
    await expect(opinionsOn(inCharge)).toContainText("Chi bộ giữ nếp sinh hoạt đều");
    await expectGoodScreen(inCharge);
    expect((await inCharge.goto("/ratings/2022?tab=committee"))?.status()).toBe(200);
    await expect(opinionsOn(inCharge)).toHaveCount(0);
  });

  await test.step("somebody of the branch hands in a review by criteria, as HD 21 has it", async () => {
    await branch.goto(`${ROUND}/self-reviews`);
    await branch.locator("main tbody tr", { hasText: "Chưa có" }).nth(4).getByRole("link").click();
    const good = {
      IDEOLOGY: "tốt",
      ETHICS: "tốt",
      DISCIPLINED_CONDUCT: "tốt",
      WORKING_STYLE: "tốt",
      CORRECTION: "tốt",
    };
    const told = {
      strengths: "Đi họp đủ",
      shortcomings: "Còn nể nang",
      tasksTotal: "4",
      tasksOnTime: "4",
      tasksLate: "0",
    };
    await fillIn(mainForm(branch), { form: "Mẫu 2C, không công tác trong hệ thống chính trị", ...good, ...told });
    await fillIn(mainForm(branch), { TASK_RESULTS: "tốt", proposedLevel: "Hoàn thành tốt" });
    await mainForm(branch).getByRole("button", { name: "Ghi nháp" }).click();
    await branch.getByRole("button", { name: "Nộp bản này" }).click();
    await expect(branch.getByText("Đã nộp bản tự kiểm điểm.")).toBeVisible();
  });

  let half = 0;
  await test.step("the branch meets once for all of its members, and proposes half of them as excellent", async () => {
    await branch.goto(ROUND);
    await branch.getByRole("link", { name: "Ghi cuộc họp chi bộ" }).first().click();
    const form = mainForm(branch);
    const save = form.getByRole("button", { name: "Lưu kết quả cuộc họp" });
    const levels = form.locator("fieldset select");
    /* The page arrives in parts: its members are there to be counted when the button below them is. */
    await expect(save).toBeVisible();
    const count = await levels.count();
    expect(count).toBeGreaterThan(5);
    half = Math.floor(count / 2);
    for (let at = 0; at < count; at += 1) await levels.nth(at).selectOption(at < half ? "EXCELLENT" : "GOOD");
    await form.locator("[name=votedOn]").fill("12/12/2019");
    await save.click();
    await expect(branch.getByText("Đã ghi đề nghị của chi bộ.")).toBeVisible();
  });

  await test.step("the office records; half are over the cap of HD 21, one is not", async () => {
    await office.goto(`${ROUND}/record`);
    const form = mainForm(office);
    const paper = { decisionNumber: "70-QĐ/ĐU", minutesNumber: "20-BB/ĐU", presentCount: "13" };
    await fillIn(form, { ...paper, decidedOn: "25/12/2019" });
    await form.getByRole("button", { name: "Ghi quyết định" }).click();
    await expectRefusal(office, CAP);
    const levels = form.locator("fieldset select");
    const values = await levels.evaluateAll((all) =>
      all.map((one) => (one instanceof HTMLSelectElement ? one.value : "")),
    );
    const excellent = values.flatMap((value, at) => (value === "EXCELLENT" ? [at] : []));
    expect(excellent).toHaveLength(half);
    for (const at of excellent.slice(1)) await levels.nth(at).selectOption("GOOD");
    await form.getByRole("button", { name: "Ghi quyết định" }).click();
    await expect(office.getByText("Đã ghi quyết định. Người thứ hai cần xác nhận.")).toBeVisible();
  });

  await test.step("a leader confirms, and the branch reads one as excellent, by name", async () => {
    await moveBack(leader, "passwordGivenAt", 0);
    await leader.goto(`${ROUND}/confirm`);
    await leader.getByRole("button", { name: /^Xác nhận \d+ kết quả$/ }).click();
    await expect(leader.getByText("Đã xác nhận. Kết quả có hiệu lực.")).toBeVisible();
    await branch.goto(`${ROUND}?level=EXCELLENT`);
    await expect(branch.locator("main tbody tr")).toHaveCount(1);
    await branch.goto(`${ROUND}?state=different&size=all`);
    await expect(branch.locator("main tbody tr")).toHaveCount(half - 1);
  });

  await test.step("another branch is told nothing, and the office finds both on the page of the rating", async () => {
    const form = `${ROUND}/opinions/new${path.search}`;
    const other = await as("thin", PHONE);
    expect((await other.goto(form))?.status()).toBe(404);
    expect((await other.goto(path.href))?.status()).toBe(404);
    await office.goto(`${ROUND}?q=${encodeURIComponent(name)}`);
    await follow(office.locator("main tbody").getByRole("link", { name, exact: true }).first());
    await expect(opinionsOn(office).getByRole("article")).toHaveCount(2);
    await expectGoodScreen(office);
  });
});

test("the sample's opinions of 2022 are there to be read, and no more are taken", async ({ as }) => {
  const page = await as("naan", PHONE);
  await page.goto("/ratings/2022?tab=branches");
  await follow(page.getByRole("link", { name: "Chi bộ bản Nà An", exact: true }));
  await expect(opinionsOn(page)).toContainText("Ủy ban Mặt trận Tổ quốc xã");
  await expect(opinionsOn(page).getByRole("link")).toHaveCount(0);
  await expectGoodScreen(page);
});
