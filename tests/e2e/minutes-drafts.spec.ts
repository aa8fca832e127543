import { expect, type Page } from "@playwright/test";
import { awake } from "./support/awake";
import { ownerRows } from "./support/database";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen, expectReadableScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const TYPED = "Chi bộ thống nhất sửa đường lên nương trong tháng";

/** Opens a topical meeting of a month long past in the own branch, and the form of its minutes. */
async function openMinutes(page: Page): Promise<string> {
  await page.goto("/meetings");
  await follow(page.getByRole("link", { name: "Lập buổi sinh hoạt" }));
  await fillIn(mainForm(page), { kind: "Chuyên đề", monthOn: "05/2022", heldOn: "12/05/2022" });
  await mainForm(page).getByRole("button", { name: "Lập buổi sinh hoạt" }).click();
  await expect(page.getByText("Đã lập buổi sinh hoạt.")).toBeVisible();
  await follow(page.getByRole("link", { name: "Ghi biên bản" }));
  return new URL(page.url()).pathname;
}

const drafts = async (address: string) =>
  (await ownerRows(`SELECT 1 FROM "MinutesDraft" WHERE "meetingId" = $1`, [address.split("/")[2]])).length;

test("what is typed of minutes is kept while typing, comes back after a crash, and is nobody else's", async ({
  as,
}) => {
  const page = await as("thin", PHONE);
  const address = await openMinutes(page);
  const whole = mainForm(page).locator("[name=conclusion]");
  /* Says what became of the text; where it is missing, nothing that is typed goes over the draft that waits. */
  const keeper = mainForm(page).locator("p[role=status]");

  await test.step("it is kept within seconds, and again when the connection is back", async () => {
    await awake(whole);
    await whole.pressSequentially("Chi bộ");
    await expect(page.getByText(/Đã giữ bản nháp lúc \d\d:\d\d/)).toBeVisible();
    expect(await drafts(address)).toBe(1);
    await page.context().setOffline(true);
    await fillIn(mainForm(page), { "title-1": "Sửa đường", conclusion: TYPED });
    await expect(page.getByText("Chưa giữ được bản nháp, đang thử lại.")).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText(/Đã giữ bản nháp lúc \d\d:\d\d/)).toBeVisible({ timeout: 30_000 });
  });

  await test.step("the page opened anew offers it to who typed it, and to nobody else", async () => {
    await page.goto(address);
    await expect(page.getByText(/Có bản nháp chưa lưu/)).toBeVisible();
    await expectEntries(mainForm(page), { conclusion: "" });
    await expect(keeper).toHaveCount(0);
    await expectGoodScreen(page);
    const office = await as("vanphong");
    await office.goto(address);
    await expect(office.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(office.getByText(/Có bản nháp chưa lưu/)).toHaveCount(0);
    const english = await as("thin", { ...PHONE, locale: "en", javaScript: "off" });
    await english.goto(address);
    await expect(english.getByText(/There is an unsaved draft/)).toBeVisible();
    await follow(english.getByRole("link", { name: /Restore the draft/ }));
    await expectEntries(mainForm(english), { "title-1": "Sửa đường", conclusion: TYPED });
    await expectReadableScreen(english);
  });

  await test.step("somebody else takes over, and the draft is still there to read", async () => {
    const office = await as("vanphong");
    await office.goto(address);
    await fillIn(mainForm(office), { conclusion: "Thống nhất" });
    await mainForm(office).getByRole("button", { name: "Lưu biên bản" }).click();
    await expect(office.getByText("Đã lưu biên bản.")).toBeVisible();
    await page.goto(address);
    await page.getByText("Xem nội dung bản nháp").click();
    await expect(page.getByText(TYPED)).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole("button", { name: "Tiếp quản việc ghi biên bản" }).click();
    await expect(page.getByText("Đồng chí đang ghi biên bản này.")).toBeVisible();
  });

  await test.step("restored and saved, after both texts have been seen, it is gone", async () => {
    await follow(page.getByRole("link", { name: /Khôi phục bản nháp lúc/ }));
    await expect(keeper).toHaveCount(1);
    await expectEntries(mainForm(page), { conclusion: TYPED });
    await expectGoodScreen(page);
    await mainForm(page).getByRole("button", { name: "Lưu biên bản" }).click();
    await expect(page.locator("main")).toContainText("Thống nhất");
    await mainForm(page).getByRole("button", { name: "Lưu biên bản" }).click();
    await expect(page.getByText("Đã lưu biên bản.")).toBeVisible();
    await expectEntries(mainForm(page), { conclusion: TYPED });
    expect(await drafts(address)).toBe(0);
  });

  await test.step("another is thrown away", async () => {
    await whole.pressSequentially(" nữa");
    await expect(page.getByText(/Đã giữ bản nháp lúc/)).toBeVisible();
    await page.goto(address);
    await page.getByRole("button", { name: "Bỏ bản nháp" }).click();
    await expect(page.getByText("Đã bỏ bản nháp.")).toBeVisible();
    await expectEntries(mainForm(page), { conclusion: TYPED });
    expect(await drafts(address)).toBe(0);
  });
});
