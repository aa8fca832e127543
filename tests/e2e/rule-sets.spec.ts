import { expect } from "@playwright/test";
import { moveBack } from "./support/database";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const DOCUMENT = "QĐ 69-QĐ/TW; CV 15-CV/UBKT";

test("the office writes a next version of rules value by value, and a leader confirms it", async ({ as }) => {
  const office = await as("vanphong");
  await test.step("it is opened from the version in use, from a day after its first", async () => {
    await office.goto("/ratings/rules");
    await expectGoodScreen(office);
    const card = office.locator(".card").filter({ has: office.getByRole("heading", { name: /^Kỷ luật/ }) });
    await follow(card.getByRole("link", { name: "Lập bản mới" }));
    await expectGoodScreen(office);
    const form = mainForm(office);
    const typed = { document: DOCUMENT, startsOn: "06/07/2022", reason: "Đối chiếu văn bản gốc" };
    await fillIn(form, typed);
    await form.getByRole("button", { name: "Lập bản mới" }).click();
    await expect(office.locator("#form-startsOn-error")).toContainText("có hiệu lực từ 06/07/2022");
    await expectEntries(form, typed);
    await fillIn(form, { startsOn: "01/01/2026" });
    await form.getByRole("button", { name: "Lập bản mới" }).click();
    await expect(office.getByText("Đã lập bản mới.")).toBeVisible();
    await expectGoodScreen(office);
    await expect(office.getByRole("button", { name: "Trình lãnh đạo" })).toHaveCount(0);
  });

  await test.step("a value is changed with its source, and what was entered stays where it is refused", async () => {
    await follow(office.getByRole("link", { name: "Sửa: Thời gian có hiệu lực (tháng)" }));
    await expectGoodScreen(office);
    const form = mainForm(office);
    await fillIn(form, { value: "một năm", citation: "", certainty: "Đã xác nhận" });
    await form.getByRole("button", { name: "Lưu" }).click();
    await expect(office.locator("#form-value-error")).toBeVisible();
    await expectEntries(form, { value: "một năm", certainty: "Đã xác nhận" });
    await fillIn(form, { value: "18" });
    await form.getByRole("button", { name: "Lưu" }).click();
    await expect(office.locator("#form-citation-error")).toContainText("Ghi văn bản làm nguồn");
    await fillIn(form, { citation: "CV 15-CV/UBKT, mục 2" });
    await form.getByRole("button", { name: "Lưu" }).click();
    await expect(office.getByText("Đã sửa giá trị.")).toBeVisible();
    await expect(office.getByRole("heading", { name: "Đã sửa 1 giá trị" })).toBeVisible();
    await follow(office.getByRole("link", { name: "Sửa: Thời hiệu với đảng viên (tháng)" }));
    await expectEntries(mainForm(office), {
      "value-reprimand": "60",
      "value-warning": "120",
      "value-dismissal": "120",
    });
    await expectGoodScreen(office);
    await office.goBack();
  });

  await test.step("it is submitted, and who submitted it does not confirm it", async () => {
    await mainForm(office, "submit").getByRole("button", { name: "Trình lãnh đạo" }).click();
    await expect(office.getByText("Đã trình lãnh đạo xác nhận.")).toBeVisible();
    await expect(office.getByRole("button", { name: "Xác nhận" })).toHaveCount(0);
    await expectGoodScreen(office);
  });

  await test.step("a leader sends it back with a reason, and confirms it afterwards", async () => {
    const address = new URL(office.url()).pathname;
    const leader = await as("bithu", { width: 360, height: 740 });
    await moveBack(leader, "passwordGivenAt", 0);
    await leader.goto("/month-work");
    const waiting = leader.getByRole("region", { name: /^Bản mới của quy định chờ xác nhận/ });
    await follow(waiting.getByRole("link", { name: DOCUMENT }));
    await expectGoodScreen(leader);
    await mainForm(leader, "return").getByRole("button", { name: "Trả lại" }).click();
    await expect(leader.locator("#return-reason-error")).toBeVisible();
    await fillIn(mainForm(leader, "return"), { reason: "Ghi thêm ngày của công văn" });
    await mainForm(leader, "return").getByRole("button", { name: "Trả lại" }).click();
    await expect(leader.getByText("Bản mới trở lại bản soạn.")).toBeVisible();
    await office.goto(address);
    await expect(office.getByText("Trả lại để sửa: Ghi thêm ngày của công văn")).toBeVisible();
    await follow(office.getByRole("link", { name: "Sửa văn bản, ngày, lý do" }));
    await expectGoodScreen(office);
    await fillIn(mainForm(office), { document: `${DOCUMENT} ngày 05/01/2026` });
    await mainForm(office).getByRole("button", { name: "Lưu" }).click();
    await mainForm(office, "submit").getByRole("button", { name: "Trình lãnh đạo" }).click();
    await expect(office.getByText("Đã trình lãnh đạo xác nhận.")).toBeVisible();
    await mainForm(leader, "confirm").waitFor({ state: "detached" });
    await leader.goto(address);
    await mainForm(leader, "confirm").getByRole("button", { name: "Xác nhận" }).click();
    await expect(leader.getByText("Đã xác nhận; bản mới có hiệu lực từ ngày của nó.")).toBeVisible();
    await expectGoodScreen(leader);
  });

  await test.step("both versions stand in the list, each with its days and values", async () => {
    await office.goto("/ratings/rules");
    const cards = office.locator(".card").filter({ has: office.getByRole("heading", { name: /^Kỷ luật/ }) });
    await expect(cards).toHaveCount(2);
    await expect(cards.first()).toContainText("từ 01/01/2026");
    await expect(cards.first().getByRole("row", { name: /Thời gian có hiệu lực/ })).toContainText("18");
    await expect(cards.last()).toContainText("31/12/2025");
    await expect(cards.last().getByRole("row", { name: /Thời gian có hiệu lực/ })).toContainText("12");
  });
});

test("without JavaScript a draft is given up with its reason", async ({ as }) => {
  const page = await as("vanphong", { width: 360, height: 740, javaScript: "off" });
  await page.goto("/ratings/rules");
  const card = page.locator(".card").filter({ has: page.getByRole("heading", { name: /^Quy hoạch cán bộ/ }) });
  await follow(card.getByRole("link", { name: "Lập bản mới" }));
  await fillIn(mainForm(page), { startsOn: "01/02/2026", reason: "Thử" });
  await mainForm(page).getByRole("button", { name: "Lập bản mới" }).click();
  await expect(page.getByText("Đã lập bản mới.")).toBeVisible();
  await mainForm(page, "discard").getByRole("button", { name: "Bỏ bản mới" }).click();
  await expect(page.locator("#discard-reason-error")).toBeVisible();
  await fillIn(mainForm(page, "discard"), { reason: "Lập nhầm" });
  await mainForm(page, "discard").getByRole("button", { name: "Bỏ bản mới" }).click();
  await expect(page.getByText("Đã bỏ: Lập nhầm")).toBeVisible();
});
