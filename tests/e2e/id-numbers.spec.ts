import { expect } from "@playwright/test";
import { expectProblems, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const NUMBER = "014160000321";
const CARD = "000000009753";

test("an ID number stays masked until somebody who may says what for, and the file tells of it", async ({ as }) => {
  const office = await as("vanphong");
  await office.goto("/members/new");
  const form = mainForm(office);
  await fillIn(form, {
    branchId: "Chi bộ bản Thín",
    startsOn: "01/03/2026",
    fullName: "Lường Thị Số",
    sex: "Nữ",
    birthOn: "1990",
    education: "Trung học phổ thông",
    qualification: "Cao đẳng",
    theoryLevel: "Sơ cấp",
    ethnicity: "Thái",
    admittedOn: "01/03/2026",
    idNumber: NUMBER,
    cardNumber: CARD,
  });
  await form.getByRole("button", { name: "Thêm đảng viên" }).click();
  await expect(office.getByText("Đã thêm đảng viên.").first()).toBeVisible();
  const record = new URL(office.url()).pathname;

  const leader = await as("bithu");
  await leader.goto(record);
  for (const number of [NUMBER, CARD]) expect(await leader.content()).not.toContain(number);
  await expect(leader.getByText("••••••••9753").first()).toBeVisible();
  await leader.getByRole("link", { name: "Xem đủ số định danh, số thẻ" }).click();
  const reveal = mainForm(leader, "reveal");
  await fillIn(reveal, { purpose: "xem" });
  await reveal.getByRole("button", { name: "Xem các số" }).click();
  await expectProblems(leader, { purpose: "Ghi rõ mục đích" }, "reveal");
  await expectGoodScreen(leader);
  await fillIn(reveal, { purpose: "Cấp lại thẻ đảng viên" });
  await reveal.getByRole("button", { name: "Xem các số" }).click();
  await expect(leader.getByRole("status").filter({ hasText: NUMBER }).filter({ hasText: CARD })).toBeVisible();
  expect(leader.url()).not.toContain(NUMBER);
  await expectGoodScreen(leader);

  await office.goto(`${record}/file`);
  const readings = office.getByRole("table", { name: /^Ai đã xem/ });
  await expect(readings.getByRole("row", { name: /Xem đủ số định danh, số thẻ.*Cấp lại thẻ đảng viên/ })).toHaveCount(
    1,
  );

  const secretary = await as("thin");
  await secretary.goto(record);
  await expect(secretary.getByRole("link", { name: "Xem đủ số định danh, số thẻ" })).toHaveCount(0);
});
