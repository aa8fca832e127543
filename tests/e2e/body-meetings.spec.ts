import { expect } from "@playwright/test";
import { plainPicture } from "../support/pictures";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const BODY = "Ban Chấp hành Đảng bộ";

test("the office keeps a meeting of the executive committee on a phone, and only its members and leadership read it", async ({
  as,
}) => {
  const page = await as("vanphong", PHONE);
  await page.goto("/meetings");
  await follow(page.getByRole("link", { name: "Cấp ủy", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hội nghị của cấp ủy năm");
  await expectGoodScreen(page);

  await test.step("it is opened from the last one; a day on which the body met is refused, and nothing is lost", async () => {
    await follow(page.getByRole("region", { name: BODY }).getByRole("link", { name: "Lập hội nghị" }));
    await expectEntries(mainForm(page), { place: "Phòng họp Đảng ủy xã", startTime: "08:00" });
    await expectGoodScreen(page);
    await fillIn(mainForm(page), { heldOn: "14/10/2022", place: "Hội trường xã" });
    await mainForm(page).getByRole("button", { name: "Lập hội nghị" }).click();
    await expect(page.locator("#form-heldOn-error")).toContainText("cấp ủy này đã có hội nghị");
    await expectEntries(mainForm(page), { place: "Hội trường xã" });
    await fillIn(mainForm(page), { heldOn: "13/01/2023" });
    await mainForm(page).getByRole("button", { name: "Lập hội nghị" }).click();
    await expect(page.getByText("Đã lập hội nghị.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hội nghị thường kỳ của ${BODY}`);
    await expectGoodScreen(page);
  });
  const meeting = new URL(page.url()).pathname;

  await test.step("what was entered is put right", async () => {
    await follow(page.getByRole("link", { name: "Sửa thông tin" }));
    await expectGoodScreen(page);
    await fillIn(mainForm(page), { startTime: "14h" });
    await mainForm(page).getByRole("button", { name: "Lưu thông tin" }).click();
    await expect(page.getByText("Đã lưu thông tin hội nghị.")).toBeVisible();
  });

  await test.step("the roll is called of who has a seat in the body", async () => {
    await follow(page.getByRole("link", { name: "Điểm danh" }));
    const lines = page.locator(".roll-line:has(input[type=radio])");
    await expect(lines).toHaveCount(12);
    await expectGoodScreen(page);
    await follow(page.getByRole("link", { name: "Chọn tất cả có mặt" }));
    await lines.nth(11).getByLabel("Vắng", { exact: true }).check();
    await fillIn(mainForm(page), { guests: "Chủ tịch Hội Nông dân xã" });
    await mainForm(page).getByRole("button", { name: "Lưu điểm danh" }).click();
    await expect(page.getByText("Đã lưu điểm danh.")).toBeVisible();
    await expect(page.locator(".stat-number").first()).toContainText("(11/12)");
  });

  await test.step("votes are those of members present", async () => {
    await follow(page.getByRole("link", { name: "Ghi biên bản" }));
    await expectGoodScreen(page);
    await fillIn(mainForm(page), { "title-1": "Nghị quyết năm 2023", "yes-1": "12", "no-1": "0", "other-1": "0" });
    await mainForm(page).getByRole("button", { name: "Lưu biên bản" }).click();
    await expect(page.locator("#form-yes-1-error")).toContainText("có mặt 11 đồng chí");
    await fillIn(mainForm(page), { "yes-1": "11", conclusion: "Hội nghị thống nhất" });
    await mainForm(page).getByRole("button", { name: "Lưu biên bản" }).click();
    await expect(page.getByText("Đã lưu biên bản.")).toBeVisible();
    await follow(page.getByRole("link", { name: "Hội nghị", exact: true }).first());
  });

  await test.step("a page of the notebook is attached while the minutes are a draft", async () => {
    await follow(page.getByRole("link", { name: "Thêm, bỏ ảnh" }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Ảnh sổ biên bản: ${BODY}, ngày 13/01/2023`);
    await expectGoodScreen(page);
    const buffer = Buffer.from(await plainPicture("jpeg", { width: 200, height: 300 }));
    await page.setInputFiles("#upload-file", { name: "trang.jpg", mimeType: "image/jpeg", buffer });
    await page.getByRole("button", { name: "Gửi ảnh" }).click();
    await expect(page.getByRole("img", { name: "Ảnh 1 của sổ biên bản" })).toBeVisible();
    await follow(page.getByRole("link", { name: "Hội nghị", exact: true }).first());
  });

  await test.step("the minutes are closed, numbered and printed; nothing of a branch stands on the page", async () => {
    await follow(page.getByRole("link", { name: "Chốt biên bản" }));
    await expectGoodScreen(page);
    await mainForm(page).getByRole("button", { name: "Chốt biên bản" }).click();
    await expect(page.getByText("Đã chốt", { exact: true })).toBeVisible();
    await expect(page.locator("main")).toContainText(/\d{2,}-BB\/ĐU Cách đánh số chưa xác nhận/u);
    await expect(page.getByRole("link", { name: "Thêm, bỏ ảnh" })).toHaveCount(0);
    await expect(page.getByText("cần quá nửa tổng số ủy viên: 7 trên 12 đồng chí")).toBeVisible();
    await expect(page.getByText("Chất lượng buổi sinh hoạt")).toHaveCount(0);
    await expect(page.locator("main")).not.toContainText("Chi bộ");
    await follow(page.getByRole("link", { name: "Bản in biên bản" }));
    await expectGoodScreen(page);
    await expect(page.locator(".paper")).toContainText(`Biên bản hội nghị thường kỳ ${BODY}`);
    await expect(page.locator(".paper")).toContainText(/Số \d{2,}-BB\/ĐU/u);
  });

  await test.step("what it decided becomes a task of the committee for a branch, and stands on the meeting", async () => {
    await page.goto(meeting);
    await follow(page.getByRole("link", { name: "Giao nhiệm vụ" }));
    await expectGoodScreen(page);
    await follow(page.getByRole("link", { name: "Chi bộ Trường học" }));
    await expectGoodScreen(page);
    await expectEntries(mainForm(page), { givenOn: "13/01/2023" });
    await fillIn(mainForm(page), { title: "Phổ biến nghị quyết năm 2023", agendaItem: "Nghị quyết năm 2023" });
    await fillIn(mainForm(page), { deadlineOn: "31/12/2030" });
    await mainForm(page).getByRole("button", { name: "Giao nhiệm vụ" }).click();
    await expect(page.getByText("Cuộc họp của cấp ủy")).toBeVisible();
    await expectGoodScreen(page);
    await page.goto(meeting);
    await expect(page.getByRole("link", { name: "Phổ biến nghị quyết năm 2023" })).toBeVisible();
    await expectGoodScreen(page);
    await follow(page.getByRole("link", { name: "Bản in biên bản" }));
    await expect(page.locator(".paper")).toContainText(
      "Phổ biến nghị quyết năm 2023 (Chi bộ Trường học, hạn 31/12/2030)",
    );
    await expectGoodScreen(page);
  });

  await test.step("number, photo and task stand in English too", async () => {
    const english = await as("vanphong", { ...PHONE, locale: "en" });
    await english.goto(meeting);
    await expect(english.locator("main")).toContainText(/\d{2,}-BB\/ĐU Way of numbering unconfirmed/u);
    await expect(english.getByRole("img", { name: "Photo 1 of the minutes book" })).toBeVisible();
    await expect(english.getByRole("link", { name: "Phổ biến nghị quyết năm 2023" })).toBeVisible();
    await expectGoodScreen(english);
  });

  await test.step("a member of the body and leadership read it; a secretary does not, nor sees that there are any", async () => {
    const member = await as("ubkt");
    await member.goto("/meetings/bodies?year=2023");
    await expectGoodScreen(member);
    await follow(member.getByRole("link", { name: "13/01/2023" }).first());
    await expect(member.getByText("Nghị quyết năm 2023")).toBeVisible();
    await expect(member.getByRole("link", { name: "Điểm danh" })).toHaveCount(0);
    await expectGoodScreen(member);
    const leader = await as("bithu");
    await leader.goto(meeting);
    await expect(leader.getByRole("heading", { level: 1 })).toHaveText(`Hội nghị thường kỳ của ${BODY}`);
    const secretary = await as("naan");
    await secretary.goto("/meetings");
    await expect(secretary.getByRole("link", { name: "Cấp ủy", exact: true })).toHaveCount(0);
    for (const path of [meeting, "/meetings/bodies", `${meeting}/paper`])
      expect((await secretary.goto(path))?.status()).toBe(404);
  });
});
