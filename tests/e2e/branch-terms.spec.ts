import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectRefusal, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const BRANCH = "Chi bộ bản Pù Lầu";

test("a term of a branch is opened, which ends the one before it, lengthened by decision, and told to a leader", async ({
  as,
}) => {
  const page = await as("vanphong");
  const terms = page.getByRole("table", { name: "Nhiệm kỳ của chi bộ" });
  const row = (number: number) => terms.getByRole("row", { name: `Nhiệm kỳ thứ ${number} ` });

  await test.step("the list of terms leads to the branch", async () => {
    await page.goto("/branches");
    await page.getByRole("link", { name: "Nhiệm kỳ", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Nhiệm kỳ của các chi bộ" })).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole("link", { name: BRANCH }).click();
    await expect(row(10)).toContainText("Bí thư");
    await expect(row(10)).toContainText("chưa xác nhận", { ignoreCase: true });
  });

  await test.step("a number out of the line is refused, then the term is opened", async () => {
    await follow(page.getByRole("link", { name: "Mở nhiệm kỳ mới" }));
    const form = mainForm(page);
    await expectGoodScreen(page);
    await fillIn(form, { number: "10", congressOn: "01/11/2026", startsOn: "05/11/2026" });
    await form.getByRole("button", { name: "Mở nhiệm kỳ" }).click();
    await expectRefusal(page, "Đã có nhiệm kỳ thứ 10");
    await fillIn(form, { number: "11" });
    await form.getByRole("button", { name: "Mở nhiệm kỳ" }).click();
    await expect(page.getByText("Đã mở nhiệm kỳ.")).toBeVisible();
    await expect(row(11)).toContainText("04/11/2031");
    await expect(row(10)).toContainText("04/11/2026");
  });

  await test.step("its end is moved by decision", async () => {
    await follow(page.getByRole("link", { name: "Đổi ngày kết thúc nhiệm kỳ thứ 11" }));
    const form = mainForm(page);
    await expectGoodScreen(page);
    await fillIn(form, { lastDay: "31/12/2026", decisionNumber: "77-QĐ/ĐU" });
    await form.getByRole("button", { name: "Đổi ngày kết thúc" }).click();
    await expect(page.getByText("Đã đổi ngày kết thúc nhiệm kỳ.")).toBeVisible();
    await expect(row(11)).toContainText("77-QĐ/ĐU");
  });

  await test.step("a leader is reminded, and finds the branch among those whose term ends soon", async () => {
    const leader = await as("bithu");
    await leader.goto("/dashboard");
    await leader.getByRole("link", { name: /\d+ chi bộ sắp hết nhiệm kỳ/ }).click();
    await expect(leader.getByRole("row", { name: BRANCH })).toContainText("31/12/2026");
    await leader.getByRole("link", { name: BRANCH }).click();
    await expect(leader.getByText("Nhiệm kỳ thứ 11")).toBeVisible();
    await expect(leader.getByRole("link", { name: "Mở nhiệm kỳ mới" })).toHaveCount(0);
  });
});
