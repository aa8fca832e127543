import { expect, type Page } from "@playwright/test";
import { wordText } from "../support/word";
import { moveBack } from "./support/database";
import { follow } from "./support/follow";
import { expectProblems, expectRefusal, fillIn, mainForm } from "./support/form";
import { signIn } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { taken } from "./support/taken";
import { test } from "./support/test";

const paper = { decisionNumber: "61-QĐ/ĐU", minutesNumber: "15-BB/ĐU", presentCount: "12" };
const CAP = /Vượt tỷ lệ khống chế: 2 hoàn thành xuất sắc, chỉ được phép 1/;

test("a year's ratings: the branch proposes, the office records, leaders confirm, and nobody the own", async ({
  as,
}) => {
  const [office, leader, deputy, secretary] = [
    await as("vanphong"),
    await as("bithu"),
    await as("phobithu"),
    await as("nobody"),
  ];
  for (const page of [office, leader, deputy]) await moveBack(page, "passwordGivenAt", 0);
  await signIn(secretary, "coquan");
  const [leaderName, deputyName] = [await nameOf(leader), await nameOf(deputy)];

  await test.step("the office opens the round, for its own year only", async () => {
    await office.goto("/ratings");
    await office.getByRole("link", { name: "Mở kỳ đánh giá" }).click();
    const form = mainForm(office);
    await fillIn(form, { year: "2025", reckoningOn: "31/12/2024" });
    await form.getByRole("button", { name: "Mở kỳ đánh giá" }).click();
    await expectProblems(office, { reckoningOn: "Ngày chốt 31/12/2024 không thuộc năm 2025. Sửa lại kỳ hoặc ngày." });
    await fillIn(form, { reckoningOn: "31/12/2025" });
    await form.getByRole("button", { name: "Mở kỳ đánh giá" }).click();
    await expect(office.getByText("Đã mở kỳ đánh giá.")).toBeVisible();
  });

  await test.step("the secretary enters the branch's meeting, ballots and all, but not the own rating", async () => {
    await secretary.goto("/ratings/2025");
    await follow(secretary.getByRole("link", { name: "Ghi cuộc họp chi bộ" }).first());
    const form = mainForm(secretary);
    await expect(line(secretary, leaderName)).toBeVisible();
    await expect(line(secretary, await nameOf(secretary))).toHaveCount(0);
    await expectGoodScreen(secretary);
    await form.locator("[name=votedOn]").fill("05/12/2025");
    for (const place of [0, 1, 2, 3, 4, 5, 6, 7]) await form.locator("fieldset select").nth(place).selectOption("GOOD");
    for (const name of [leaderName, deputyName]) await line(secretary, name).locator("select").selectOption("GOOD");
    const ballots = line(secretary, leaderName);
    await ballots.getByLabel("Số đảng viên được biểu quyết").fill("20");
    await ballots.getByLabel("Phiếu tốt").fill("21");
    await form.getByRole("button", { name: "Lưu kết quả cuộc họp" }).click();
    const level = (await ballots.locator("select").getAttribute("name")) ?? "";
    await expectProblems(secretary, {
      [level]: "Tổng số phiếu là 21, nhiều hơn số đảng viên được biểu quyết là 20",
    });
    await expect(ballots.locator("select")).toHaveValue("GOOD");
    await ballots.getByLabel("Phiếu tốt").fill("20");
    await fillIn(form, { ballotsGiven: "20", ballotsReturned: "19" });
    await form.getByRole("button", { name: "Lưu kết quả cuộc họp" }).click();
    await expectProblems(secretary, {
      ballotsReturned: "Tổng phiếu các mức và phiếu không hợp lệ là 20, nhưng thu về 19 phiếu",
    });
    await expectGoodScreen(secretary);
    await fillIn(form, { ballotsReturned: "20" });
    await form.getByRole("button", { name: "Lưu kết quả cuộc họp" }).click();
    await expect(secretary.getByText("Đã ghi đề nghị của chi bộ.")).toBeVisible();
  });

  await test.step("the branch proposes for itself too", async () => {
    await secretary.goto("/ratings/2025?tab=branches");
    await secretary.getByRole("link", { name: "Chi bộ Cơ quan xã" }).click();
    const form = mainForm(secretary, "proposal");
    await fillIn(form, { votedOn: "31/12/2099" });
    await form.getByRole("button", { name: "Lưu đề nghị" }).click();
    await expectProblems(secretary, { level: "Chọn một mục trong danh sách." }, "proposal");
    await fillIn(form, { level: "Hoàn thành tốt" });
    await form.getByRole("button", { name: "Lưu đề nghị" }).click();
    await expectProblems(
      secretary,
      { votedOn: "Ngày họp chi bộ chưa đến. Nhập hôm nay hoặc ngày đã qua." },
      "proposal",
    );
    await expectGoodScreen(secretary);
    await fillIn(form, { votedOn: "10/12/2025" });
    await form.getByRole("button", { name: "Lưu đề nghị" }).click();
    await expect(secretary.getByText("Đã ghi đề nghị của chi bộ.")).toBeVisible();
  });

  await test.step("the office records from the minutes; above the cap it is refused", async () => {
    await office.goto("/ratings/2025/record");
    const form = mainForm(office);
    await fillIn(form, { ...paper, decidedOn: "25/12/2025" });
    const levels = form.locator("fieldset select");
    const kept = [leaderName, deputyName, "Chi bộ"];
    const excellent = (await names(office)).flatMap((name, place) =>
      kept.some((one) => name.startsWith(one)) ? [] : [place],
    );
    for (const place of excellent.slice(0, 2)) await levels.nth(place).selectOption("EXCELLENT");
    await expectGoodScreen(office);
    await form.getByRole("button", { name: "Ghi quyết định" }).click();
    await expectRefusal(office, CAP);
    await expect(levels.nth(excellent[1] ?? 0)).toHaveValue("EXCELLENT");
    await levels.nth(excellent[1] ?? 0).selectOption("GOOD");
    await form.getByRole("button", { name: "Ghi quyết định" }).click();
    await expect(office.getByText("Đã ghi quyết định. Người thứ hai cần xác nhận.")).toBeVisible();
  });

  await test.step("the office enters what the body above decided on the committee", async () => {
    await office.goto("/ratings/2025?tab=committee");
    await follow(office.getByRole("link", { name: "Ghi kết quả của Đảng bộ" }));
    await fillIn(mainForm(office), { ...paper, level: "Hoàn thành tốt", decidedOn: "15/01/2026" });
    await expectGoodScreen(office);
    await mainForm(office).getByRole("button", { name: "Ghi kết quả" }).click();
    await expect(office.getByText("Đã ghi quyết định. Người thứ hai cần xác nhận.")).toBeVisible();
  });

  await test.step("the office cannot confirm, and a leader not the own rating", async () => {
    await office.goto("/ratings/2025/confirm");
    await expect(office.getByText("Việc xác nhận do lãnh đạo thực hiện.")).toBeVisible();
    await expect(office.getByRole("button", { name: /Xác nhận/ })).toHaveCount(0);
    await leader.goto("/ratings/2025/confirm");
    await expectGoodScreen(leader);
    const others = leader.locator(".card").filter({ hasText: "Cần người khác xác nhận" });
    await expect(others).toContainText(leaderName);
    await expect(others).toContainText("Không ai ghi, quyết định hoặc xác nhận xếp loại của chính mình");
    await expect(leader.getByRole("table")).not.toContainText(leaderName);
    await leader.getByRole("button", { name: /^Xác nhận \d+ kết quả$/ }).click();
    await expect(leader.getByText("Đã xác nhận. Kết quả có hiệu lực.")).toBeVisible();

    await deputy.goto("/ratings/2025/confirm");
    await deputy.getByRole("button", { name: "Xác nhận 1 kết quả" }).click();
    await expect(deputy.getByText("Đã xác nhận. Kết quả có hiệu lực.")).toBeVisible();
  });

  await test.step("the branch sees what was decided, and so does the person", async () => {
    await secretary.goto("/ratings/2025?state=rated");
    await expect(secretary.getByRole("row", { name: leaderName })).toContainText("TốtTốtĐã quyết định");
    await expect(secretary.getByRole("row", { name: deputyName })).toContainText("TốtTốtĐã quyết định");
    await secretary.getByRole("link", { name: leaderName }).click();
    await expect(secretary.getByText("20 phiếu trên 20 đảng viên được biểu quyết")).toBeVisible();
    const stranger = await as("naan");
    await stranger.goto("/ratings/2025");
    await expect(stranger.getByText(leaderName)).toHaveCount(0);
  });

  await test.step("the branch takes its papers away, the office those of the whole", async () => {
    await secretary.goto("/ratings/2025");
    await follow(secretary.getByRole("link", { name: "Văn bản", exact: true }));
    await expectGoodScreen(secretary);
    const vote = wordText(await taken(secretary, /^Tải \(\d+ dòng\): Biên bản kiểm phiếu của/));
    expect(vote).toContain(`${leaderName}\n20\n20\n20\n0\n20\n0\n0\n0`);
    expect(vote).not.toContain(`\n${await nameOf(secretary)}\n`);
    await office.goto("/ratings/2025/papers");
    const decision = wordText(await taken(office, new RegExp(`^Quyết định ${paper.decisionNumber}, ngày`)));
    expect(decision).toContain(`Số ${paper.decisionNumber}`);
    expect(decision).toContain(leaderName);
    expect(wordText(await taken(office, "Bảng tổng hợp (Word)"))).toContain("XẾP LOẠI NĂM 2025");
  });
});

async function nameOf(page: Page): Promise<string> {
  if (page.url() === "about:blank") await page.goto("/account");
  return (await page.locator("header .user-menu summary").innerText()).replace("Đ/c ", "").trim();
}

function line(page: Page, name: string) {
  return page.locator("main form fieldset").filter({ has: page.locator("legend", { hasText: name }) });
}

async function names(page: Page): Promise<string[]> {
  return (await page.locator("main form fieldset .field:has(select) > label").allInnerTexts()).map(
    (text) => text.split(/ \(|\n/)[0] ?? "",
  );
}
