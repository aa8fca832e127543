import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectEntries, expectProblems, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const OFFICE = { width: 1280, height: 900 };

test("a discipline decision is entered, confirmed by a second person, and read by the branch it is about", async ({
  as,
}) => {
  const office = await as("vanphong", { ...OFFICE, javaScript: "off" });
  const leader = await as("bithu", OFFICE);
  const branch = await as("naan", PHONE);
  /* Its effect has ended, so that other journeys may move whom it is about. */
  const entered = {
    ...{ form: "Cảnh cáo", body: "Ban Thường vụ Đảng ủy", bodyName: "Ban Thường vụ Đảng ủy xã" },
    ...{ decisionNumber: "31-QĐ/ĐU", decidedOn: "10/03/2025", announcedOn: "15/03/2025" },
    ...{ bodyMembers: "5", present: "5", votesFor: "2", votesAgainst: "3" },
    ...{ breach: "Chậm nộp báo cáo nhiều lần, đã nhắc nhở", breachOn: "01/06/2024", concludedOn: "20/02/2025" },
    ...{ breachKind: "Vi phạm có thời hiệu" },
  };

  await test.step("the office enters it from the signed decision, without JavaScript", async () => {
    await office.goto("/inspections");
    await office.getByRole("link", { name: "Kỷ luật", exact: true }).click();
    await office.getByRole("link", { name: "Ghi quyết định kỷ luật" }).click();
    await office.getByRole("main").getByRole("link", { name: "Chi bộ bản Nà An" }).click();
    await office.locator("[name=whoId]").selectOption({ index: 8 });
    await fillIn(mainForm(office), entered);
    await mainForm(office).getByRole("button", { name: "Ghi quyết định này" }).click();
    await expect(office.locator("#form-votesFor-error")).toContainText("Cần ít nhất 3 phiếu đồng ý trên 5");
    await expectEntries(mainForm(office), { breach: entered.breach, form: entered.form, votesFor: "2" });
    await fillIn(mainForm(office), { votesFor: "4", votesAgainst: "1", breachOn: "01/06/2014" });
    await mainForm(office).getByRole("button", { name: "Ghi quyết định này" }).click();
    await expect(office.locator("#form-breachKind-error")).toContainText("Thời hiệu 120 tháng");
    await fillIn(mainForm(office), { breachOn: "01/06/2024" });
    await mainForm(office).getByRole("button", { name: "Ghi quyết định này" }).click();
    await expect(office.getByText("Đã ghi quyết định.")).toBeVisible();
    await expect(office.getByRole("link", { name: "Xác nhận", exact: true })).toHaveCount(0);
  });
  const path = new URL(office.url()).pathname;

  await test.step("the branch is told nothing of what waits", async () => {
    expect((await branch.goto(path))?.status()).toBe(404);
    await branch.goto("/disciplines");
    await expect(branch.locator("main")).not.toContainText("31-QĐ/ĐU");
  });

  await test.step("a leader compares it with the decision and confirms", async () => {
    await leader.goto("/disciplines");
    await expectGoodScreen(leader);
    await leader.goto(path);
    await expectGoodScreen(leader);
    await follow(leader.getByRole("link", { name: "Xác nhận", exact: true }));
    await expectGoodScreen(leader);
    await mainForm(leader).getByRole("button", { name: "Xác nhận quyết định này" }).click();
    await expect(leader.getByText("Đã xác nhận quyết định.")).toBeVisible();
    await expect(leader.locator("main")).toContainText("14/03/2026");
    await expectGoodScreen(leader);
  });

  await test.step("the secretary of the branch reads it on a phone, another branch nothing", async () => {
    await branch.goto("/disciplines");
    await expect(branch.locator("main")).toContainText("31-QĐ/ĐU");
    await expectGoodScreen(branch);
    await branch.goto(path);
    await expect(branch.locator("main")).toContainText("Đã hết hiệu lực");
    await expectGoodScreen(branch);
    const other = await as("thin", PHONE);
    expect((await other.goto(path))?.status()).toBe(404);
    expect((await (await as("quantri", OFFICE)).goto(path))?.status()).toBe(404);
  });

  await test.step("a correction names the old record, which stays as it is", async () => {
    const screen = await as("vanphong", OFFICE);
    await screen.goto(path);
    await follow(screen.getByRole("link", { name: "Ghi bản đính chính" }));
    await expectGoodScreen(screen);
    await fillIn(mainForm(screen), { form: "Khiển trách" });
    await mainForm(screen).getByRole("button", { name: "Ghi quyết định này" }).click();
    await expectProblems(screen, { whyCorrected: "Ghi vì sao đính chính." });
    await fillIn(mainForm(screen), { whyCorrected: "Chép nhầm hình thức" });
    await mainForm(screen).getByRole("button", { name: "Ghi quyết định này" }).click();
    await expect(screen.getByText("Đã ghi quyết định.")).toBeVisible();
    await follow(screen.getByRole("link", { name: "Rút bản ghi nhầm" }));
    await expectGoodScreen(screen);
    await fillIn(mainForm(screen), { reason: "Đối chiếu lại, bản cũ đúng" });
    await mainForm(screen).getByRole("button", { name: "Rút bản ghi này" }).click();
    await expect(screen.getByText("Đã rút bản ghi.")).toBeVisible();
    await leader.goto(path);
    await expect(leader.locator("main")).toContainText("Cảnh cáo");
    await expect(leader.locator("main")).toContainText("Đã hết hiệu lực");
  });

  await test.step("a complaint about it is entered, settled, and the outcome confirmed by a second person", async () => {
    await office.goto(path);
    await follow(office.getByRole("link", { name: "Ghi khiếu nại" }));
    /* It comes once the effect has ended, so that it holds nobody up. */
    const complaint = { content: "Đề nghị xem lại hình thức", addressedTo: "Ban Thường vụ Tỉnh ủy" };
    await fillIn(mainForm(office), { ...complaint, receivedOn: "01/03/2025" });
    await mainForm(office).getByRole("button", { name: "Ghi khiếu nại này" }).click();
    await expect(office.locator("#form-receivedOn-error")).toContainText("Nhập ngày từ 15/03/2025");
    await expectEntries(mainForm(office), complaint);
    await fillIn(mainForm(office), { receivedOn: "01/06/2026" });
    await mainForm(office).getByRole("button", { name: "Ghi khiếu nại này" }).click();
    await expect(office.getByText("Đã ghi khiếu nại.")).toBeVisible();
    const screen = await as("vanphong", OFFICE);
    await screen.goto(path);
    await expectGoodScreen(screen);
    await expect(screen.locator("main")).toContainText("30/08/2026");
    await follow(screen.getByRole("link", { name: "Ghi rút khiếu nại" }));
    await expectGoodScreen(screen);
    await screen.goto(path);
    await follow(screen.getByRole("link", { name: "Ghi kết quả giải quyết" }));
    await expectGoodScreen(screen);
    await fillIn(mainForm(screen), {
      ...{ outcome: "Giữ nguyên quyết định", settlementNumber: "7-QĐ/TU", settledOn: "01/08/2026" },
      settlingBody: "Ban Thường vụ Tỉnh ủy",
    });
    await mainForm(screen).getByRole("button", { name: "Ghi kết quả này" }).click();
    await expect(screen.getByText("Đã ghi kết quả.")).toBeVisible();
    await expect(screen.getByRole("link", { name: "Xác nhận kết quả" })).toHaveCount(0);
    await leader.goto(path);
    await follow(leader.getByRole("link", { name: "Xác nhận kết quả" }));
    await expectGoodScreen(leader);
    await mainForm(leader).getByRole("button", { name: "Xác nhận kết quả này" }).click();
    await expect(leader.getByText("Đã xác nhận kết quả giải quyết khiếu nại.")).toBeVisible();
    await branch.goto(path);
    await expect(branch.locator("main")).toContainText("Giữ nguyên quyết định");
    await expectGoodScreen(branch);
  });
});
