import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const TODAY = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short" }).format(new Date());

test("the committee gives a task, the branch reports it on a phone, leadership returns and accepts it", async ({
  as,
}) => {
  const leader = await as("bithu", { width: 1280, height: 900 });
  await leader.goto("/tasks");
  await expectGoodScreen(leader);
  await follow(leader.getByRole("link", { name: "Giao nhiệm vụ" }));
  await expectGoodScreen(leader);
  await follow(leader.locator("main").getByRole("link", { name: "Chi bộ bản Nà An" }));
  await expectGoodScreen(leader);
  await fillIn(mainForm(leader), { title: "Sửa đường vào khu sản xuất", deadlineOn: "01/01/2020" });
  await mainForm(leader).getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(leader.locator("#form-deadlineOn-error")).toContainText("Hạn không được trước");
  await fillIn(mainForm(leader), { deadlineOn: TODAY });
  await mainForm(leader).getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(leader.getByText("Đã giao nhiệm vụ.")).toBeVisible();
  await expectGoodScreen(leader);
  await expect(leader.getByRole("link", { name: "Nghiệm thu" })).toHaveCount(0);

  const address = new URL(leader.url()).pathname;
  const branch = await as("naan", PHONE);
  const report = async (text: string) => {
    await branch.goto(address);
    await expectGoodScreen(branch);
    await follow(branch.getByRole("link", { name: "Báo cáo đã làm" }));
    await expectGoodScreen(branch);
    await fillIn(mainForm(branch), { text });
    await mainForm(branch).getByRole("button", { name: "Báo cáo đã làm" }).click();
    await expect(branch.getByText("Đã báo cáo kết quả.")).toBeVisible();
    await expect(branch.getByRole("link", { name: "Nghiệm thu" })).toHaveCount(0);
  };
  const settle = async (name: string, text: string, said: string) => {
    await leader.goto(address);
    await follow(leader.getByRole("link", { name, exact: true }));
    await expectGoodScreen(leader);
    await fillIn(mainForm(leader), { text });
    await mainForm(leader).getByRole("button", { name }).click();
    await expect(leader.getByText(said)).toBeVisible();
  };
  await report("Đã sửa được một nửa.");
  await settle("Trả lại", "Làm tiếp đoạn còn lại.", "Đã trả lại để làm tiếp.");
  await report("Đã sửa xong cả đoạn.");
  await settle("Nghiệm thu", "Đạt yêu cầu.", "Đã nghiệm thu.");
  await expectGoodScreen(leader);
  await expect(leader.locator("main")).toContainText("Xong đúng hạn");
});

test("without JavaScript a secretary gives the branch's own task, moves its deadline and closes it", async ({ as }) => {
  const page = await as("thin", { ...PHONE, javaScript: "off" });
  await page.goto("/tasks/new");
  await fillIn(mainForm(page), { title: "Trồng hoa quanh nhà văn hóa", deadlineOn: TODAY });
  await mainForm(page).getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(page.getByText("Đã giao nhiệm vụ.")).toBeVisible();
  await follow(page.getByRole("link", { name: "Đổi hạn" }));
  await fillIn(mainForm(page), { text: "Chờ cây giống.", deadlineOn: TODAY });
  await mainForm(page).getByRole("button", { name: "Đổi hạn" }).click();
  await expect(page.locator("#form-deadlineOn-error")).toContainText("Hạn này đang áp dụng");
  await follow(page.getByRole("link", { name: "Thôi" }));
  await follow(page.getByRole("link", { name: "Báo cáo đã làm" }));
  await fillIn(mainForm(page), { text: "Đã trồng xong." });
  await mainForm(page).getByRole("button", { name: "Báo cáo đã làm" }).click();
  await expect(page.getByText("Đã báo cáo kết quả.")).toBeVisible();
  await expect(page.locator("main")).toContainText("Xong đúng hạn");
});
