import { expect, type Locator } from "@playwright/test";
import { moveBack } from "./support/database";
import { follow } from "./support/follow";
import { expectProblems, expectRefusal, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PLAN = "Phân công thử năm 2028";
const BRANCH = "Chi bộ bản Nà An";

/** Follows a link to a page, which has its title by then. */
async function open(link: Locator): Promise<void> {
  await follow(link);
  await expect(link.page()).toHaveTitle(/\S/);
}

test("the office plans next year's assignments, a leader issues them, and each is found under its decision", async ({
  as,
}) => {
  const office = await as("vanphong");
  await test.step("a plan begins with the assignments of a day", async () => {
    await office.goto("/assignments");
    await open(office.getByRole("link", { name: "Kế hoạch phân công" }));
    await expectGoodScreen(office);
    await open(office.getByRole("link", { name: "Lập kế hoạch" }));
    await expectGoodScreen(office);
    const form = mainForm(office);
    await fillIn(form, { name: PLAN, startsOn: "01/07/2027", lastDay: "31/12/2028" });
    await form.getByRole("button", { name: "Lập kế hoạch" }).click();
    await expectRefusal(office, "Đang có kế hoạch “Phân công cấp ủy viên phụ trách chi bộ năm 2027”");
    await fillIn(form, { name: "Phân công thử", startsOn: "01/01/2028" });
    await form.getByRole("button", { name: "Lập kế hoạch" }).click();
    await expect(office.getByText("Đã lập kế hoạch.")).toBeVisible();
    await fillIn(mainForm(office, "rename"), { name: PLAN });
    await mainForm(office, "rename").getByRole("button", { name: "Lưu tên kế hoạch" }).click();
    await expect(office.getByText("Đã đổi tên kế hoạch.")).toBeVisible();
    await expect(office.getByRole("heading", { name: PLAN })).toBeVisible();
    await expectGoodScreen(office);
  });
  const path = new URL(office.url()).pathname;

  const byBranch = office.getByRole("table", { name: "Theo chi bộ" });
  const row = byBranch.getByRole("row", { name: BRANCH });
  await test.step("a branch is left without a main person, which stands in the way, and gets two people", async () => {
    await open(office.getByRole("link", { name: `Sửa phân công ở ${BRANCH}` }));
    await expectGoodScreen(office);
    const form = mainForm(office);
    await form.locator("[name=mainId]").selectOption("");
    for (const box of await form.locator("[name=supportingIds]:checked").all()) await box.uncheck();
    await form.getByRole("button", { name: "Lưu vào kế hoạch" }).click();
    await expect(office.getByText("Đã lưu vào kế hoạch.")).toBeVisible();
    await expect(office.getByText(`${BRANCH} chưa có đồng chí phụ trách chính. Chọn một đồng chí.`)).toBeVisible();
    await office.goto(`${path}/check`);
    await expect(office.getByRole("button", { name: "Trình ban hành" })).toHaveCount(0);
    await expectGoodScreen(office);
    await open(office.getByRole("link", { name: `Sửa phân công ở ${BRANCH}` }));
    await form.locator("[name=mainId]").selectOption({ index: 1 });
    await form.locator("[name=supportingIds]").nth(1).check();
    await form.getByRole("button", { name: "Lưu vào kế hoạch" }).click();
    await expect(row).toContainText("Chính");
    await expect(row).toContainText("Tham gia");
  });

  await test.step("it is submitted with its decision, and waits", async () => {
    await open(office.getByRole("link", { name: "Kiểm tra và trình" }));
    await expectGoodScreen(office);
    const form = mainForm(office, "submit");
    await form.getByRole("button", { name: "Trình ban hành" }).click();
    await expectProblems(office, { decisionNumber: "Nhập nội dung" }, "submit");
    await fillIn(form, { decisionNumber: "99-QĐ/ĐU", decidedOn: "20/11/2026" });
    await form.getByRole("button", { name: "Trình ban hành" }).click();
    await expect(office.getByText("Đã trình kế hoạch.")).toBeVisible();
    await expectGoodScreen(office);
    await open(office.getByRole("link", { name: "Xem và ban hành" }));
    await expect(office.getByText("Đồng chí đã trình nên lãnh đạo khác ban hành.")).toBeVisible();
    await expectGoodScreen(office);
    const secretary = await as("naan", { width: 360 });
    expect((await secretary.request.get(path, { maxRedirects: 0 })).status()).toBe(404);
  });

  const leader = await as("bithu", { width: 360 });
  await test.step("a leader reads every change and issues it", async () => {
    await moveBack(leader, "passwordGivenAt", 0);
    await leader.goto("/assignments/plans");
    await open(leader.getByRole("link", { name: PLAN }));
    await expectGoodScreen(leader);
    await open(leader.getByRole("link", { name: "Xem và ban hành" }));
    await expect(leader.getByText(/Đồng chí .* nhận nhiệm vụ phụ trách chính ở Chi bộ bản Nà An/)).toBeVisible();
    await expectGoodScreen(leader);
    await leader.getByRole("button", { name: "Ban hành phân công" }).click();
    await expect(leader.getByText("Đã ban hành phân công.")).toBeVisible();
    await expectGoodScreen(leader);
    const file = await leader.request.get(`/api/export/assignment-decision/${path.split("/").at(-1)}`);
    expect(file.headers()["content-type"]).toContain("wordprocessingml");
  });

  await test.step("the assignments of the day lead to the plan", async () => {
    await office.goto("/assignments?on=2027-12-31");
    await expect(office.getByRole("row", { name: BRANCH })).toContainText("Chưa có người phụ trách chính");
    await office.goto("/assignments?on=2028-01-01");
    await open(office.getByRole("link", { name: new RegExp(`^Chính: .* ở ${BRANCH}`) }));
    await expect(office.getByText("99-QĐ/ĐU ngày 20/11/2026", { exact: true })).toBeVisible();
    await expectGoodScreen(office);
    await open(office.getByRole("link", { name: "Xem kế hoạch" }));
    await office.waitForURL(new RegExp(path));
    await expect(office.getByText("Đã ban hành", { exact: true })).toBeVisible();
  });
});
