import { expect, type Page } from "@playwright/test";
import { type Entries, expectEntries, expectProblems, fillIn, mainForm } from "./support/form";
import { signIn } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

/* Somebody who joined this year, so that no figure of the sample's years changes. */
const NEWCOMER = "Quàng Thị Én Vàng";
const entries: Entries = {
  branchId: "Chi bộ bản Thín",
  startsOn: "01/03/2026",
  decisionNumber: "17-QĐ/ĐU",
  fullName: NEWCOMER,
  otherName: "Én",
  sex: "Nữ",
  birthOn: "31/02/1995",
  homePlace: "Bản Thín, xã Xuân Nha",
  education: "Trung học phổ thông",
  qualification: "Cao đẳng",
  theoryLevel: "Sơ cấp",
  ethnicity: "Thái",
  phone: "0900 111 222",
  admittedOn: "01/03/2026",
};

test.describe("the office and the list of members", () => {
  test("finds people without accents, in any order of words", async ({ as }) => {
    const page = await as("vanphong");
    await page.goto("/members?on=2022-12-31&size=all");
    await expect(status(page)).toHaveText("232 đảng viên tại ngày 31/12/2022");
    for (const [typed, found] of [
      ["ngan van", /Ngần Văn|Văn Ngần/],
      ["THUONG", /Thưởng|Thương|Thường/],
      ["thuong ngan", /Ngần Văn Thưởng/],
      ["Ngần Văn Đức".normalize("NFD"), /Ngần Văn Đức/],
    ] as const) {
      await page.getByRole("searchbox").fill(typed);
      await page.getByRole("button", { name: "Tìm", exact: true }).click();
      await expect(page.getByRole("link", { name: `Bỏ lọc Từ tìm: ${typed}` })).toBeVisible();
      await expectNames(page, found);
    }
    await page.getByRole("searchbox").fill("khong co ai");
    await page.getByRole("button", { name: "Tìm", exact: true }).click();
    await expect(page.getByText("Không tìm thấy kết quả nào")).toBeVisible();
  });

  test("filters by what is chosen, says so in chips and keeps it in the address", async ({ as }) => {
    const page = await as("vanphong");
    await page.goto("/members?on=2022-12-31");
    await page.getByText("Lọc", { exact: true }).click();
    const filters = page.getByRole("search");
    await filters.getByLabel("Chi bộ").first().selectOption({ label: "Chi bộ bản Nà An" });
    await filters.getByLabel("Giới tính").first().selectOption({ label: "Nữ" });
    await filters.getByRole("button", { name: "Áp dụng bộ lọc" }).click();
    const chips = page.getByRole("navigation", { name: "Bộ lọc đang dùng" });
    await expect(chips.getByText("Giới tính: Nữ")).toBeVisible();
    await expect(page).toHaveURL(/sex=FEMALE/);
    const women = await countOf(page);
    expect(women).toBeGreaterThan(0);
    expect(women).toBeLessThan(25);

    await chips.getByRole("link", { name: "Bỏ lọc Giới tính: Nữ" }).click();
    await expect(status(page)).toHaveText("25 đảng viên tại ngày 31/12/2022");
    await chips.getByRole("link", { name: "Xóa tất cả bộ lọc" }).click();
    await expect(status(page)).toHaveText("232 đảng viên tại ngày 31/12/2022");
  });
});

test("on a phone the letters of the given names lead to their first card, in Vietnamese order", async ({ as }) => {
  const page = await as("vanphong");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/members?on=2022-12-31&size=all");
  const letters = page.getByRole("navigation", { name: "Đến tên theo chữ cái" });
  const shown = await letters.getByRole("link").allTextContents();
  expect(shown).toEqual(shown.toSorted(new Intl.Collator("vi").compare));
  expect(shown.length).toBeGreaterThan(10);
  await letters.getByRole("link", { name: "T", exact: true }).click();
  await expect(page.locator("tr:target")).toBeInViewport();
  await expect(page.locator("tr:target a").first()).toHaveText(/ [Tt]\p{L}*$/u);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(letters).toBeHidden();
});

test("a member is added, edited by two people at once, and moved to another branch from a day on", async ({ as }) => {
  const office = await as("vanphong");
  await test.step("a day that does not exist is refused by name, and nothing typed is lost", async () => {
    await office.goto("/members/new");
    const form = mainForm(office);
    await fillIn(form, entries);
    await form.getByRole("button", { name: "Thêm đảng viên" }).click();
    await expectProblems(office, { birthOn: "«31/02/1995» không phải ngày có thật. Kiểm tra lại ngày và tháng." });
    await expectEntries(form, entries);
    await expectGoodScreen(office);
    await fillIn(form, { birthOn: "28/02/1995" });
    await form.getByRole("button", { name: "Thêm đảng viên" }).click();
    await expect(office.getByRole("status")).toHaveText("Đã thêm đảng viên.");
    await expect(office.getByRole("heading", { level: 1 })).toHaveText(NEWCOMER);
  });
  const record = new URL(office.url()).pathname;

  await test.step("who saves second sees both values and chooses", async () => {
    const secretary = await as("thin");
    await Promise.all([office.goto(`${record}/edit`), secretary.goto(`${record}/edit`)]);
    await fillIn(mainForm(office), { occupation: "Giáo viên mầm non", theoryLevel: "Trung cấp" });
    await save(office);
    await expect(office.getByText("Đã lưu hồ sơ.")).toBeVisible();

    await fillIn(mainForm(secretary), { occupation: "Trồng rừng", phone: "0900 333 444" });
    await save(secretary);
    const conflict = secretary.locator(".error-summary");
    await expect(conflict).toBeFocused();
    const row = conflict.getByRole("row", { name: /Nghề nghiệp hiện nay/ });
    await expect(row).toContainText("Trồng rừng");
    await expect(row).toContainText("Giáo viên mầm non");
    await expect(conflict.getByRole("row", { name: /Lý luận chính trị/ })).toContainText("Trung cấp");
    await expectGoodScreen(secretary);
    for (const field of ["Nghề nghiệp hiện nay", "Lý luận chính trị"]) {
      await conflict.getByRole("button", { name: `Lấy giá trị đang lưu của mục ${field}` }).click();
    }
    await expectEntries(mainForm(secretary), { occupation: "Giáo viên mầm non", phone: "0900 333 444" });
    await save(secretary);
    await expect(secretary.getByText("Đã lưu hồ sơ.")).toBeVisible();
    await expect(secretary.getByText("Giáo viên mầm non")).toBeVisible();
    await expect(secretary.getByRole("link", { name: "0900 333 444" })).toBeVisible();
  });

  await test.step("a move is proposed by one person, accepted by another, and holds from its day on", async () => {
    await office.goto(record);
    await office.locator("main").getByRole("link", { name: "Chuyển sinh hoạt", exact: true }).click();
    const form = mainForm(office);
    await form.locator("input[name=direction][value=WITHIN]").check();
    await form.locator("select[name=cause]").selectOption("RESIDENCE");
    await fillIn(form, { toBranchId: "Chi bộ bản Tưn", effectiveOn: "01/09/2026", decisionNumber: "31-QĐ/ĐU" });
    await form.getByRole("button", { name: "Gửi đề nghị" }).click();
    await office.waitForURL(/done=proposed/);
    const leader = await as("bithu");
    await leader.goto(`${new URL(office.url()).pathname}/accept`);
    await expect(leader.getByRole("row", { name: /Nơi sinh hoạt/ })).toContainText("Chi bộ bản Thín");
    await expectGoodScreen(leader);
    await leader.getByRole("button", { name: "Xác nhận chuyển" }).click();
    await leader.waitForURL(/done=accepted/);
    for (const [on, branch] of [
      ["2026-08-31", "Chi bộ bản Thín"],
      ["2026-09-01", "Chi bộ bản Tưn"],
    ]) {
      await office.goto(`/members?on=${on}&q=${encodeURIComponent(NEWCOMER)}`);
      await expect(office.locator(`tr:has(a[href="${record}"])`)).toContainText(branch ?? "");
    }
  });

  await test.step("the old branch keeps the name and loses the record, the new one has it", async () => {
    const [before, after] = [await as("thin"), await as("nobody")];
    await before.goto(record);
    await expect(before.getByText("hồ sơ đã đi theo đảng viên")).toBeVisible();
    await expect(before.getByText("0900 333 444")).toHaveCount(0);
    await signIn(after, "tun");
    await after.goto(record);
    await expect(after.getByRole("link", { name: "0900 333 444" })).toBeVisible();
    await expectGoodScreen(after);
  });
});

function status(page: Page) {
  return page.getByRole("status").filter({ hasText: /đảng viên/ });
}

async function countOf(page: Page): Promise<number> {
  return Number.parseInt(await status(page).innerText(), 10);
}

async function expectNames(page: Page, form: RegExp): Promise<void> {
  const names = page.locator("main tbody th[scope=row]");
  await expect(names.first()).toHaveText(form);
  const all = await names.allInnerTexts();
  expect(all.filter((name) => !form.test(name))).toEqual([]);
  expect(await countOf(page)).toBe(all.length);
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Lưu hồ sơ" }).click();
}
