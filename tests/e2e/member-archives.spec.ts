import { expect } from "@playwright/test";
import { moveBack } from "./support/database";
import { follow } from "./support/follow";
import { fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const NAME = "Sùng Thị Nhập Thử";

test("a record entered in error goes into the archive by two people, and comes back", async ({ as }) => {
  const office = await as("vanphong");
  await office.goto("/members/archive");
  await expectGoodScreen(office);
  await office.goto("/members/new");
  /* Somebody of this year, so that no figure of the sample's years changes. */
  await fillIn(mainForm(office), {
    branchId: "Chi bộ bản Thín",
    startsOn: "01/03/2026",
    fullName: NAME,
    sex: "Nữ",
    birthOn: "12/04/1999",
    education: "Trung học phổ thông",
    qualification: "Cao đẳng",
    theoryLevel: "Sơ cấp",
    ethnicity: "Mông",
    admittedOn: "01/03/2026",
  });
  await mainForm(office).getByRole("button", { name: "Thêm đảng viên" }).click();
  await expect(office.getByRole("status")).toHaveText("Đã thêm đảng viên.");
  const record = new URL(office.url()).pathname;

  await test.step("the office says why, and nothing typed is needed twice", async () => {
    await office.locator("main").getByText("Việc khác").click();
    await follow(office.getByRole("link", { name: "Đưa hồ sơ nhập nhầm vào lưu trữ" }));
    await expectGoodScreen(office);
    const form = mainForm(office);
    await form.getByRole("button", { name: "Đề nghị đưa vào lưu trữ" }).click();
    await expect(office.locator("#form-reason-error")).toBeVisible();
    await fillIn(mainForm(office), { reason: "Nhập thử khi học dùng phần mềm" });
    await mainForm(office).getByRole("button", { name: "Đề nghị đưa vào lưu trữ" }).click();
    await expect(office.getByText("Chờ người thứ hai")).toBeVisible();
    await expectGoodScreen(office);
  });
  const entry = new URL(office.url()).pathname;
  await office.goto(record);
  await expect(office.getByRole("link", { name: /đang chờ xác nhận để đưa vào lưu trữ/ })).toHaveAttribute(
    "href",
    entry,
  );

  const leader = await as("bithu");
  await test.step("a leader confirms, and the person is in no list any more", async () => {
    await leader.goto(entry);
    await expectGoodScreen(leader);
    await moveBack(leader, "passwordGivenAt", 0);
    await leader.getByRole("button", { name: "Xác nhận đưa vào lưu trữ" }).click();
    await expect(leader.getByText("Hồ sơ đã ở trong lưu trữ.")).toBeVisible();
    await expectGoodScreen(leader);
    await leader.goto(`/members?q=${encodeURIComponent(NAME)}`);
    await expect(leader.locator("main [role=status]").first()).toContainText("0 đảng viên");
    await office.goto(record);
    await expect(office.getByRole("heading", { level: 1 })).toHaveText(`Hồ sơ của ${NAME} đã vào lưu trữ`);
    await expectGoodScreen(office);
  });

  await test.step("the archive holds it, on a phone too, and gives it back", async () => {
    await leader.goto("/members");
    await follow(leader.getByRole("link", { name: "Hồ sơ nhập nhầm" }));
    await leader.setViewportSize(PHONE);
    await expectGoodScreen(leader);
    await follow(leader.getByRole("link", { name: NAME }));
    await leader.getByRole("button", { name: "Lấy lại hồ sơ" }).click();
    await expect(leader.getByText("Hồ sơ đã được lấy lại như trước.")).toBeVisible();
    await follow(leader.getByRole("link", { name: `Mở hồ sơ của ${NAME}` }));
    await expect(leader.getByRole("heading", { level: 1 })).toContainText(NAME);
  });
});

test("whoever has done something in their own name was not entered in error", async ({ as }) => {
  const office = await as("vanphong");
  await office.goto("/committee");
  const seat = office.locator("main table a[href^='/members/']").first();
  await office.goto(`${await seat.getAttribute("href")}/archive`);
  await expect(office.getByText("Không phải hồ sơ nhập nhầm")).toBeVisible();
  await expect(office.getByRole("button", { name: "Đề nghị đưa vào lưu trữ" })).toHaveCount(0);
  await expectGoodScreen(office);
});
