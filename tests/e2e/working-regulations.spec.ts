import { expect } from "@playwright/test";
import PizZip from "pizzip";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const OFFICE = { width: 1280, height: 900 };

/** A Word file of one paragraph, with the least that makes it one. */
function wordFile(line: string): Buffer {
  const zip = new PizZip();
  zip.file("[Content_Types].xml", "<Types/>");
  zip.file("word/document.xml", `<w:document><w:body><w:p><w:r><w:t>${line}</w:t></w:r></w:p></w:body></w:document>`);
  return zip.generate({ type: "nodebuffer" });
}

test("a branch records its next working regulations without JavaScript, and those before end the day before", async ({
  as,
}) => {
  const branch = await as("naan", { ...PHONE, javaScript: "off" });
  await branch.goto("/branches");
  await branch.locator("main").getByRole("link", { name: "Chi bộ bản Nà An" }).first().click();
  await branch.getByRole("link", { name: "Quy chế làm việc" }).click();
  await expect(branch.locator("main")).toContainText("02-QC/CB");
  await branch.getByRole("link", { name: "Ghi bản mới" }).click();
  await expect(branch.getByText("Không đưa văn bản mật vào đây")).toBeVisible();
  const form = mainForm(branch);
  const days = { adoptedOn: "05/10/2026", startsOn: "01/10/2026" };
  await fillIn(form, { ...days, numberAndSign: "03-QC/CB", changes: "Họp ngày 05 hằng tháng." });
  await form.getByRole("button", { name: "Ghi bản này" }).click();
  await expect(branch.locator("#form-startsOn-error")).toContainText("05/10/2026");
  await expectEntries(mainForm(branch), { numberAndSign: "03-QC/CB", changes: "Họp ngày 05 hằng tháng." });
  await fillIn(form, { startsOn: "10/10/2026", changes: "" });
  await form.getByRole("button", { name: "Ghi bản này" }).click();
  await expect(branch.locator("#form-changes-error")).toContainText("khác bản trước");
  await fillIn(form, { changes: "Họp ngày 05 hằng tháng." });
  await form.getByRole("button", { name: "Ghi bản này" }).click();
  await expect(branch.getByText("Đã ghi bản quy chế.")).toBeVisible();
  const sendIn = async (name: string, buffer: Buffer) => {
    await branch.setInputFiles("#upload-file", { name, mimeType: "application/octet-stream", buffer });
    await branch.getByRole("button", { name: "Gửi tệp" }).click();
  };
  await sendIn("quy-che.docx", Buffer.from(`MZ${"\u0000".repeat(500)}`, "latin1"));
  await expect(branch.locator(".error-summary")).toContainText("không phải PDF hay Word");
  await sendIn("quy-che.docx", wordFile("Quy chế làm việc"));
  await expect(branch.getByText("Đã nhận tệp quy chế.")).toBeVisible();

  const screen = await as("naan", PHONE);
  await screen.goto(new URL(branch.url()).pathname);
  await expectGoodScreen(screen);
  await expect(screen.locator("main")).toContainText("09/10/2026");
  const [download] = await Promise.all([
    screen.waitForEvent("download"),
    screen.getByRole("link", { name: /Tải quy-che\.docx/u }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("quy-che.docx");
  await screen.goto(`${new URL(branch.url()).pathname}?on=2026-10-09`);
  await expect(screen.locator("main")).toContainText("Có hiệu lực ngày 09/10/2026");
  await expectGoodScreen(screen);
  await follow(screen.getByRole("link", { name: "Ghi bản mới" }));
  await expectGoodScreen(screen);

  const other = await as("thin", PHONE);
  expect((await other.goto(new URL(branch.url()).pathname))?.status()).toBe(404);

  const office = await as("vanphong", OFFICE);
  await office.goto(new URL(branch.url()).pathname);
  await expectGoodScreen(office);
  await follow(office.getByRole("link", { name: "Hủy bản này" }).first());
  await expectGoodScreen(office);
  await fillIn(mainForm(office), { reason: "Ghi nhầm ngày thông qua" });
  await mainForm(office).getByRole("button", { name: "Hủy bản này" }).click();
  await expect(office.getByText("Đã hủy bản quy chế.")).toBeVisible();
  await expectGoodScreen(office);
  await screen.goto(new URL(branch.url()).pathname);
  await expect(screen.locator("main")).toContainText("Ghi nhầm ngày thông qua");
});

test("the committee sees which branches have none, and the month's work leads to the form", async ({ as }) => {
  const leader = await as("bithu", OFFICE);
  await leader.goto("/branches");
  await follow(leader.getByRole("link", { name: "Quy chế làm việc" }));
  await expectGoodScreen(leader);
  await follow(leader.getByRole("link", { name: /^Chưa có: \d+ chi bộ$/u }));
  /* A branch that another journey opens has none either. */
  await expect(leader.locator("main table tbody th", { hasText: "Chi bộ bản Pù Lầu" })).toHaveCount(1);
  await expect(leader.locator("main table tbody th", { hasText: "Chi bộ bản Nà An" })).toHaveCount(0);
  await expectGoodScreen(leader);
  await leader.goto("/branches/working-regulations?standing=OLDER_TERM");
  await expect(leader.locator("main table tbody th")).toHaveText(["Chi bộ bản Mường An", "Chi bộ Trạm Y tế"]);

  const office = await as("vanphong", OFFICE);
  await office.goto("/month-work");
  await follow(office.getByRole("link", { name: "Chi bộ bản Pù Lầu: chưa có quy chế làm việc" }));
  await expectGoodScreen(office);
  await fillIn(mainForm(office), { adoptedOn: "03/02/2025", startsOn: "03/02/2025" });
  await mainForm(office).getByRole("button", { name: "Ghi bản này" }).click();
  await expect(office.getByText("Đã ghi bản quy chế.")).toBeVisible();
  await expectGoodScreen(office);
  await follow(office.getByRole("link", { name: "Để sau" }));
  await expectGoodScreen(office);
  await office.goto("/month-work");
  await expect(office.getByRole("link", { name: "Chi bộ bản Pù Lầu: chưa có quy chế làm việc" })).toHaveCount(0);
});
