import { expect, type Page } from "@playwright/test";
import { TODAY } from "./support/days";
import { follow } from "./support/follow";
import { expectEntries, expectRefusal, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const OFFICE = { width: 1280, height: 900 };
const YEAR = "2024";
const TITLE = "Kiểm tra theo chương trình";

const standingOf = (page: Page, words: string) => page.locator("main table tbody tr", { hasText: words });

test("the commission plans a year, a case carries out a line, and nobody outside its circle can tell until it is concluded", async ({
  as,
}) => {
  const [inspector, office, secretary] = [
    await as("ubkt", OFFICE),
    await as("vanphong", OFFICE),
    await as("naan", OFFICE),
  ];

  await test.step("the office draws up the programme; what cannot be planned is refused and nothing typed is lost", async () => {
    await office.goto(`/inspections?year=${YEAR}`);
    await follow(office.getByRole("link", { name: "Chương trình năm" }));
    await office.goto(`/inspections/programmes?year=${YEAR}`);
    await expectGoodScreen(office);
    await follow(office.getByRole("link", { name: "Lập chương trình" }));
    await expectGoodScreen(office);
    await expectEntries(mainForm(office), { year: YEAR });
    await fillIn(mainForm(office), { body: "Ủy ban Kiểm tra" });
    await mainForm(office).getByRole("button", { name: "Lập dự thảo" }).click();
    await expect(office.getByText("Đã lập dự thảo.")).toBeVisible();
    await expectGoodScreen(office);
    for (const [month, branchIds] of [
      ["Tháng 4", "Chi bộ bản Nà An"],
      ["Tháng 9", "Chi bộ bản Thín"],
    ] as const) {
      await follow(office.getByRole("link", { name: "Thêm mục" }));
      await expectGoodScreen(office);
      const form = mainForm(office);
      await fillIn(form, { mode: "Kiểm tra", topic: "Nội dung khác", month, branchIds, team: "Hai ủy viên" });
      await form.getByRole("button", { name: "Thêm mục này" }).click();
      await expect(office.locator("#form-remark-error")).toContainText("ghi rõ nội dung");
      await expectEntries(form, { topic: "Nội dung khác", month, branchIds, team: "Hai ủy viên" });
      await fillIn(form, { topic: "Thu, nộp, quản lý, sử dụng đảng phí" });
      await form.getByRole("button", { name: "Thêm mục này" }).click();
      await expect(office.getByText("Đã thêm mục.")).toBeVisible();
    }
    await expectGoodScreen(office);
  });
  const address = new URL(office.url()).pathname;
  expect((await secretary.goto(address))?.status()).toBe(404);

  await test.step("issued, it is read by the branch it names, with that line alone", async () => {
    await follow(office.getByRole("link", { name: "Ban hành" }));
    await expectGoodScreen(office);
    await fillIn(mainForm(office), { documentNumber: "02-CTr/UBKT", issuedOn: "10/01/2020" });
    await mainForm(office).getByRole("button", { name: "Ban hành" }).click();
    await expect(office.locator("#form-issuedOn-error")).toContainText(YEAR);
    await fillIn(mainForm(office), { issuedOn: "10/01/2024" });
    await mainForm(office).getByRole("button", { name: "Ban hành" }).click();
    await expect(office.getByText("Đã ban hành.")).toBeVisible();
    await secretary.goto(address);
    await expectGoodScreen(secretary);
    await expect(secretary.locator("main table tbody tr")).toHaveCount(1);
    await expect(secretary.locator("main")).not.toContainText("Thín");
  });

  await test.step("a case is opened from its line; outside its circle the line stands as before", async () => {
    await inspector.goto(address);
    await follow(standingOf(inspector, "Tháng 9").getByRole("link", { name: "Mở cuộc này" }));
    await expectGoodScreen(inspector);
    const form = mainForm(inspector);
    const head = (await inspector.locator("header .user-menu summary").innerText()).replace("Đ/c ", "").trim();
    await fillIn(form, {
      ...{ title: TITLE, mode: "Kiểm tra", body: "Ủy ban Kiểm tra", decisionNumber: "31-QĐ/UBKT", head },
      ...{ decidedOn: "02/09/2024", startsOn: "05/09/2024", branchIds: "Chi bộ bản Thín" },
      topics: "Thu, nộp, quản lý, sử dụng đảng phí",
    });
    await fillIn(form, { mode: "Giám sát" });
    await form.getByRole("button", { name: "Mở cuộc" }).click();
    await expectRefusal(inspector, "hình thức khác");
    await fillIn(form, { mode: "Kiểm tra" });
    await form.getByRole("button", { name: "Mở cuộc" }).click();
    await expect(inspector.getByText("Đã mở cuộc kiểm tra, giám sát.")).toBeVisible();
    await expect(inspector.getByRole("link", { name: "Trong chương trình, tháng 9" })).toBeVisible();
    const caseAddress = new URL(inspector.url()).pathname;
    await inspector.goto(address);
    await expect(standingOf(inspector, "Tháng 9")).toContainText("Đang tiến hành");
    for (const page of [office, await as("phobithu", OFFICE)]) {
      await page.goto(address);
      await expect(page.locator("main")).not.toContainText(TITLE);
    }
    await expect(standingOf(office, "Tháng 9")).toContainText("Quá tháng, chưa thực hiện");
    await office.goto(`/inspections/programmes?year=${YEAR}`);
    await expect(office.locator("#outside")).not.toContainText(TITLE);

    await inspector.goto(`${caseAddress}/conclude`);
    await fillIn(mainForm(inspector), {
      ...{ conclusion: "Chi bộ thực hiện đúng.", concludedOn: "30/09/2024", disciplineFollows: "Không" },
    });
    await mainForm(inspector).getByRole("button", { name: "Ghi kết luận" }).click();
    await expect(inspector.getByText("Đã ghi kết luận.")).toBeVisible();
    await office.goto(`/inspections/programmes?year=${YEAR}`);
    await expectGoodScreen(office);
    await follow(office.getByRole("link", { name: "1 mục: Đã thực hiện" }));
    await expectGoodScreen(office);
    await expect(office.getByRole("link", { name: TITLE })).toBeVisible();
    await expect(office.locator("main table tbody tr")).toHaveCount(1);
  });

  await test.step("a line is dropped with its reason, and another one added", async () => {
    await office.goto(address);
    await follow(standingOf(office, "Tháng 4").getByRole("link", { name: "Bỏ mục" }));
    await expectGoodScreen(office);
    await fillIn(mainForm(office), { droppedOn: "09/01/2024", reason: "Chi bộ vừa được kiểm tra" });
    await mainForm(office).getByRole("button", { name: "Bỏ mục này" }).click();
    await expect(office.locator("#form-droppedOn-error")).toContainText("10/01/2024");
    await fillIn(mainForm(office), { droppedOn: "01/03/2024" });
    await mainForm(office).getByRole("button", { name: "Bỏ mục này" }).click();
    await expect(office.getByText("Đã bỏ mục, có ghi lý do.")).toBeVisible();
    await expect(standingOf(office, "Tháng 4")).toContainText("Chi bộ vừa được kiểm tra");
    await follow(office.getByRole("link", { name: "Thêm mục" }));
    await expectGoodScreen(office);
  });
});

test("a branch draws up its plan on a phone without JavaScript and says what is done", async ({ as }) => {
  const branch = await as("thin", { ...PHONE, javaScript: "off" });
  await branch.goto("/inspections/programmes?year=2025");
  await branch.getByRole("link", { name: "Lập kế hoạch" }).click();
  await mainForm(branch).getByRole("button", { name: "Lập dự thảo" }).click();
  await expect(branch.getByText("Đã lập dự thảo.")).toBeVisible();
  await branch.getByRole("link", { name: "Thêm mục" }).click();
  await fillIn(mainForm(branch), { mode: "Giám sát", topic: "Quy chế làm việc", month: "Tháng 6" });
  await mainForm(branch).getByRole("button", { name: "Thêm mục này" }).click();
  await expect(branch.locator("#form-memberIds-error")).toContainText("Chọn ít nhất một đối tượng");
  await expectEntries(mainForm(branch), { mode: "Giám sát", month: "Tháng 6" });
  await mainForm(branch).locator("[name=memberIds]").first().check();
  await mainForm(branch).getByRole("button", { name: "Thêm mục này" }).click();
  await expect(branch.getByText("Đã thêm mục.")).toBeVisible();
  await follow(branch.getByRole("link", { name: "Bỏ khỏi dự thảo" }));
  const draft = await as("thin", PHONE);
  await draft.goto(new URL(branch.url()).pathname);
  await expectGoodScreen(draft);
  await branch.goBack();
  await branch.getByRole("link", { name: "Ban hành" }).click();
  await fillIn(mainForm(branch), { documentNumber: "01-KH/CB", issuedOn: "05/01/2025" });
  await mainForm(branch).getByRole("button", { name: "Ban hành" }).click();
  await expect(branch.getByText("Đã ban hành.")).toBeVisible();
  await branch.getByRole("link", { name: "Ghi đã thực hiện" }).click();
  await fillIn(mainForm(branch), { doneOn: TODAY, result: "Thực hiện tốt." });
  await mainForm(branch).getByRole("button", { name: "Ghi đã thực hiện" }).click();
  await expect(branch.getByText("Đã ghi kết quả thực hiện.")).toBeVisible();
  await expect(branch.locator("main")).toContainText("Thực hiện tốt.");

  const screen = await as("thin", PHONE);
  await screen.goto(new URL(branch.url()).pathname);
  await expectGoodScreen(screen);
  await follow(screen.getByRole("link", { name: "Sửa kết quả" }));
  await expectGoodScreen(screen);
  await expectEntries(mainForm(screen), { doneOn: TODAY, result: "Thực hiện tốt." });
  const leader = await as("bithu", OFFICE);
  await leader.goto("/inspections/programmes?year=2025");
  await expectGoodScreen(leader);
  await expect(leader.locator("#missing")).not.toContainText("Chi bộ bản Thín");
  await expect(leader.locator("#missing")).toContainText("Chi bộ bản Nà An");
  await leader.goto("/inspections/programmes?year=2022");
  await expectGoodScreen(leader);
  await expect(leader.locator("main table").first()).toContainText("01-CTr/ĐU");
  await expect(leader.getByRole("link", { name: "5 mục: Đã thực hiện" })).toBeVisible();
  const other = await as("naan", PHONE);
  expect((await other.goto(new URL(branch.url()).pathname))?.status()).toBe(404);
});
