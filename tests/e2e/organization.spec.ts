import { expect, type Page } from "@playwright/test";
import { follow } from "./support/follow";
import { expectEntries, expectProblems, expectRefusal, fillIn, mainForm } from "./support/form";
import { signIn } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const BRANCH = `Chi bộ Hợp tác xã Rừng Xanh ${Date.now() % 10_000}`;
const decision = { decisionNumber: "45-QĐ/ĐU", decidedOn: "01/10/2026" };

test("a branch is opened from a day on, lacks a person in charge, and is given, changed and left by one", async ({
  as,
}) => {
  const page = await as("vanphong");
  await test.step("a name in use and a missing day are refused, and nothing typed is lost", async () => {
    await page.goto("/branches");
    await page.getByRole("link", { name: "Thêm chi bộ" }).click();
    const form = mainForm(page, "branch");
    const typed = { kind: "Chi bộ cơ quan", name: "Chi bộ bản Tưn", meetingPlace: "Nhà xưởng", startsOn: "" };
    await fillIn(form, typed);
    await form.getByRole("button", { name: "Thêm chi bộ" }).click();
    const missing = "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 03/02/1995.";
    await expectProblems(page, { startsOn: missing }, "branch");
    await expectEntries(form, typed);
    await fillIn(form, { startsOn: "01/10/2026" });
    await form.getByRole("button", { name: "Thêm chi bộ" }).click();
    await expectRefusal(page, "đã có chi bộ tên Chi bộ bản Tưn");
    await fillIn(form, { name: BRANCH });
    await form.getByRole("button", { name: "Thêm chi bộ" }).click();
    await expect(page.getByText("Đã thêm chi bộ.")).toBeVisible();
  });

  await test.step("it is there from its first day on", async () => {
    await page.goto("/branches?on=2026-09-30");
    await expect(page.getByRole("link", { name: BRANCH })).toHaveCount(0);
    await page.goto("/branches?on=2026-10-01");
    await expect(page.getByRole("link", { name: BRANCH }).first()).toBeVisible();
  });

  await test.step("the matrix says that nobody is in charge", async () => {
    await page.goto("/assignments?on=2026-10-05");
    await expect(page.getByText(/\d chi bộ chưa có người phụ trách chính/)).toBeVisible();
    await expect(page.getByRole("row", { name: BRANCH })).toContainText("Chưa có người phụ trách chính");
  });

  const [first, second] = await page
    .locator("main thead th")
    .evaluateAll((heads) => heads.slice(1, 3).map((head) => head.firstChild?.textContent ?? ""));
  await test.step("a committee member is put in charge, and a second one is refused", async () => {
    await page.getByRole("link", { name: `Phân công ${first} ở ${BRANCH}` }).click();
    const form = mainForm(page);
    await form.getByRole("button", { name: "Ghi phân công" }).click();
    await expect(page.locator(".error-summary")).toBeFocused();
    await expectEntries(form, { branchId: BRANCH, memberId: first ?? "", startsOn: "05/10/2026" });
    await fillIn(form, { role: "Phụ trách chính", lastDay: "31/12/2026", ...decision });
    await form.getByRole("button", { name: "Ghi phân công" }).click();
    await expect(page.getByText("Đã ghi phân công.")).toBeVisible();
    await page.goto("/assignments?on=2026-10-05");
    await expect(page.getByRole("row", { name: BRANCH })).not.toContainText("Chưa có người phụ trách chính");

    await page.getByRole("link", { name: `Phân công ${second} ở ${BRANCH}` }).click();
    await fillIn(form, { role: "Phụ trách chính", ...decision });
    await form.getByRole("button", { name: "Ghi phân công" }).click();
    await expectRefusal(page, `${BRANCH} đã có đồng chí ${first} phụ trách chính`);
  });

  await test.step("the part changes from a day on, and the time before stays as it was", async () => {
    await page.goto("/assignments?on=2026-10-05");
    await page.getByRole("link", { name: `Chính: ${first} ở ${BRANCH}` }).click();
    const form = mainForm(page, "change");
    await fillIn(form, { effectiveOn: "20/10/2026", ...decision });
    await form.getByRole("button", { name: "Đổi nhiệm vụ" }).click();
    await expect(page.getByText("Đã thay đổi phân công.")).toBeVisible();
    await page.goto("/assignments?on=2026-10-19");
    await expect(page.getByRole("link", { name: `Chính: ${first} ở ${BRANCH}` })).toBeVisible();
    await page.goto("/assignments?on=2026-10-20");
    await expect(page.getByRole("row", { name: BRANCH })).toContainText("Chưa có người phụ trách chính");
  });

  await test.step("it ends with its last day", async () => {
    await follow(page.getByRole("link", { name: `Tham gia: ${first} ở ${BRANCH}` }));
    await expectGoodScreen(page);
    await fillIn(mainForm(page, "end"), { lastDay: "31/10/2026", reason: "Chuyển công tác" });
    await mainForm(page, "end").getByRole("button", { name: "Ghi ngày kết thúc" }).click();
    await expect(page.getByText("Đã ghi ngày kết thúc phân công.")).toBeVisible();
    await page.goto("/assignments?on=2026-11-01");
    await expect(page.getByRole("link", { name: `: ${first} ở ${BRANCH}` })).toHaveCount(0);
  });
});

test("an office in a branch ends and passes to another, and a second secretary is refused", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/branches");
  await page.getByRole("link", { name: "Chi bộ Trạm Y tế" }).first().click();
  await page.getByRole("link", { name: "Cấp ủy" }).click();
  await page.getByRole("link", { name: "Ghi người giữ chức vụ" }).click();
  const form = mainForm(page);
  await expect(form).toBeVisible();
  const people = await form.locator("[name=memberId] option").allInnerTexts();
  const heir = people.at(-1) ?? "";
  const branch = new URL(page.url()).pathname.replace("/officers/new", "");
  await fillIn(form, { kind: "Bí thư", memberId: heir, startsOn: "01/11/2026" });
  await form.getByRole("button", { name: "Ghi chức vụ" }).click();
  await expectRefusal(page, /Chi bộ đã có bí thư từ|đang giữ một chức vụ/);
  await expectEntries(form, { kind: "Bí thư", memberId: heir, startsOn: "01/11/2026" });

  await page.goto(`${branch}?tab=officers`);
  const holders = page.getByRole("table", { name: "Những người giữ chức vụ" });
  const deputy = holders.getByRole("row", { name: /Phó bí thư/ }).first();
  await follow(deputy.getByRole("link", { name: "Kết thúc" }));
  await expectGoodScreen(page);
  await fillIn(form, { lastDay: "31/10/2026" });
  await form.getByRole("button", { name: "Kết thúc chức vụ" }).click();
  await expect(page.getByText("Đã ghi ngày kết thúc.")).toBeVisible();

  await page.goto(`${branch}/officers/new`);
  await fillIn(form, { kind: "Phó bí thư", memberId: heir, startsOn: "01/11/2026", decisionNumber: "9-NQ/CB" });
  await form.getByRole("button", { name: "Ghi chức vụ" }).click();
  await expect(page.getByText("Đã ghi người giữ chức vụ.")).toBeVisible();
  await page.goto(`${branch}?tab=officers`);
  await expect(holders.getByRole("row", { name: /Phó bí thư/ }).first()).toContainText("01/11/2026");
});

test("a village head ends and is followed by somebody of the branch, who is named on its page", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/branches");
  await follow(page.getByRole("link", { name: "Chi bộ bản Pù Lầu" }).first());
  await follow(page.getByRole("link", { name: "Cấp ủy" }));
  const heads = page.getByRole("table", { name: "Bản Pù Lầu" });
  const holder = (await heads.getByRole("row").nth(1).getByRole("link").first().innerText()).trim();
  await follow(heads.getByRole("link", { name: "Kết thúc" }).first());
  await expectGoodScreen(page);
  await fillIn(mainForm(page), { lastDay: "31/10/2026" });
  await mainForm(page).getByRole("button", { name: "Kết thúc chức vụ" }).click();
  await expect(page.getByText("Đã ghi ngày kết thúc.")).toBeVisible();

  await follow(page.getByRole("link", { name: "Cấp ủy" }));
  await follow(page.getByRole("link", { name: "Ghi trưởng bản" }));
  await expectGoodScreen(page);
  await fillIn(mainForm(page), { memberId: holder, startsOn: "31/10/2026" });
  await mainForm(page).getByRole("button", { name: "Ghi trưởng bản" }).click();
  await expectRefusal(page, /trưởng bản/i);
  await expectEntries(mainForm(page), { memberId: holder, startsOn: "31/10/2026" });
  await fillIn(mainForm(page), { startsOn: "01/11/2026" });
  await mainForm(page).getByRole("button", { name: "Ghi trưởng bản" }).click();
  await expect(page.getByText("Đã ghi trưởng bản.")).toBeVisible();
});

test("a secretary keeps the own branch's place of meeting, and no other's", async ({ as }) => {
  const [page, office] = [await as("nobody", { width: 360, height: 740 }), await as("vanphong")];
  await signIn(page, "tun");
  await follow(page.getByRole("link", { name: /^Đảng viên, cấp ủy chi bộ/ }));
  await page.getByRole("link", { name: "Sửa nơi họp, điện thoại" }).click();
  await fillIn(mainForm(page), { meetingPlace: "Nhà sàn của bản", phone: "0212 3 999 888" });
  await mainForm(page).getByRole("button", { name: "Lưu" }).click();
  await expect(page.getByText("Đã lưu nơi họp và điện thoại.")).toBeVisible();
  await expect(page.getByText("Nhà sàn của bản")).toBeVisible();

  await office.goto("/branches");
  const foreign = await office.getByRole("link", { name: "Chi bộ bản Thín" }).first().getAttribute("href");
  await page.goto("/branches");
  await expect(page.getByText("Chi bộ bản Thín")).toBeVisible();
  await expect(page.getByRole("link", { name: "Chi bộ bản Thín" })).toHaveCount(0);
  expect((await page.goto(`${foreign}/contact`))?.status()).toBeGreaterThanOrEqual(403);
});

test("a seat of the committee is given and ended, and a second secretary of the committee is refused", async ({
  as,
}) => {
  const page = await as("vanphong");
  await page.goto("/committee?on=2026-10-01");
  await page.getByRole("link", { name: "Ghi chức vụ" }).click();
  const form = mainForm(page);
  await expect(form).toBeVisible();
  const person = (await form.locator("[name=memberId] option").allInnerTexts()).at(-1) ?? "";
  await fillIn(form, { memberId: person, kind: "Bí thư", startsOn: "01/10/2026" });
  await form.getByRole("button", { name: "Ghi chức vụ" }).click();
  await expectRefusal(page, "đã có người giữ");
  await expectEntries(form, { memberId: person, kind: "Bí thư", startsOn: "01/10/2026" });
  await fillIn(form, { kind: "Đảng ủy viên" });
  await form.getByRole("button", { name: "Ghi chức vụ" }).click();
  await expect(page.getByText("Đã ghi chức vụ.")).toBeVisible();

  const name = person.split(/ [–(,]/)[0] ?? "";
  await follow(seatOf(page, name).getByRole("link", { name: /Kết thúc/ }));
  await expectGoodScreen(page);
  await fillIn(form, { lastDay: "30/09/2026" });
  await form.getByRole("button", { name: "Ghi ngày cuối" }).click();
  await expectRefusal(page, "Ngày cuối không được trước ngày bắt đầu");
  await fillIn(form, { lastDay: "31/10/2026" });
  await form.getByRole("button", { name: "Ghi ngày cuối" }).click();
  await expect(page.getByText("Đã ghi ngày thôi giữ chức vụ.")).toBeVisible();
  await page.goto("/committee?on=2026-10-31");
  await expect(seatOf(page, name)).toBeVisible();
  await page.goto("/committee?on=2026-11-01");
  await expect(seatOf(page, name)).toHaveCount(0);
});

function seatOf(page: Page, name: string) {
  return page.getByRole("row", { name: new RegExp(`^${name}.*Đảng ủy viên`) });
}
