import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import PizZip from "pizzip";
import { pdfWith } from "../support/pdf";
import { ownerRows } from "./support/database";
import { follow } from "./support/follow";
import { fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

/** A Word file of these paragraphs, with the least that makes it one. */
function wordFile(lines: readonly string[]): Buffer {
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");
  const zip = new PizZip();
  zip.file("[Content_Types].xml", "<Types/>");
  zip.file("word/document.xml", `<w:document><w:body>${body}</w:body></w:document>`);
  return zip.generate({ type: "nodebuffer" });
}

const PHONE = { width: 360, height: 740 };
const OFFICE = { width: 1280, height: 900 };

test("the office registers a directive without JavaScript, and a branch finds it on a phone", async ({ as }) => {
  const screen = await as("vanphong", OFFICE);
  await screen.goto("/party-documents/new");
  await expectGoodScreen(screen);
  const office = await as("vanphong", { ...OFFICE, javaScript: "off" });
  await office.goto("/party-documents");
  await office.getByRole("link", { name: "Vào sổ văn bản đến" }).click();
  await expect(office.getByText("Không đưa văn bản mật vào đây")).toBeVisible();
  const form = mainForm(office);
  await form.getByLabel("Loại văn bản").selectOption({ label: "Chỉ thị (CT)" });
  const paper = {
    number: "8",
    sign: "CT/HU",
    issuer: "Huyện ủy Vân Hồ",
    issuedOn: "10/02/2022",
    receivedOn: "14/02/2022",
  };
  await fillIn(form, { ...paper, subjectLine: "TỐI MẬT" });
  await form.getByLabel("Một số chi bộ").check();
  await form.getByRole("button", { name: "Vào sổ văn bản" }).click();
  await expect(office.locator("#form-subjectLine-error")).toContainText("TỐI MẬT");
  await fillIn(form, { subjectLine: "Về bảo mật thông tin và mật độ dân cư" });
  await form.getByRole("button", { name: "Vào sổ văn bản" }).click();
  await expect(office.locator(".error-summary")).toContainText("Chọn ít nhất một chi bộ");
  await form.getByLabel("Chi bộ bản Nà An").check();
  await form.getByRole("button", { name: "Vào sổ văn bản" }).click();
  await expect(office.locator("#form-number-error")).toContainText("đã có trong sổ");
  await fillIn(form, { number: "9" });
  await form.getByRole("button", { name: "Vào sổ văn bản" }).click();
  await expect(office.getByText("Đã vào sổ văn bản 09-CT/HU.")).toBeVisible();

  const branch = await as("naan", PHONE);
  await branch.goto("/party-documents");
  await expectGoodScreen(branch);
  await expect(branch.getByRole("link", { name: "Vào sổ văn bản đến" })).toHaveCount(0);
  await branch.goto("/party-documents?q=mat+do+dan+cu");
  await follow(branch.locator("main table").getByRole("link", { name: "09-CT/HU" }));
  await expectGoodScreen(branch);
  await expect(branch.locator("main")).toContainText("Chi bộ bản Nà An");

  const other = await as("thin", PHONE);
  await other.goto("/party-documents?q=mat+do+dan+cu");
  await expect(other.locator("main").getByRole("link", { name: "09-CT/HU" })).toHaveCount(0);
  await expectGoodScreen(other);
});

test("the office numbers an own paper, puts it right and annuls it; the number stays taken", async ({ as }) => {
  const office = await as("vanphong", OFFICE);
  await office.goto("/party-documents");
  await follow(office.getByRole("link", { name: "Cấp số văn bản của Đảng ủy" }));
  await expectGoodScreen(office);
  await follow(office.getByRole("link", { name: "Thông báo: số 01-TB/ĐU" }));
  await expect(office.getByText("Số sẽ cấp: 01-TB/ĐU")).toBeVisible();
  await expectGoodScreen(office);
  await fillIn(mainForm(office), { subjectLine: "Về lịch tiếp công dân" });
  await mainForm(office).getByLabel("Không gửi chi bộ").check();
  await mainForm(office).getByRole("button", { name: "Cấp số văn bản" }).click();
  await expect(office.getByText("Đã cấp số 01-TB/ĐU.")).toBeVisible();
  await expect(office.locator("main")).toContainText("Đảng ủy xã Xuân Nha");
  await expectGoodScreen(office);
  await follow(office.getByRole("link", { name: "Sửa văn bản" }));
  await expectGoodScreen(office);
  await fillIn(mainForm(office), { subjectLine: "Về lịch tiếp công dân quý I" });
  await mainForm(office).getByRole("button", { name: "Lưu văn bản" }).click();
  await expect(office.getByText("Đã sửa văn bản.")).toBeVisible();
  await follow(office.getByRole("link", { name: "Hủy văn bản" }));
  await expectGoodScreen(office);
  await fillIn(mainForm(office), { reason: "Cấp nhầm loại" });
  await mainForm(office).getByRole("button", { name: "Hủy văn bản" }).click();
  await expect(office.getByText("Đã hủy văn bản 01-TB/ĐU.")).toBeVisible();
  await expectGoodScreen(office);
  await office.goto("/party-documents/issue");
  await expect(office.getByRole("link", { name: "Thông báo: số 02-TB/ĐU" })).toBeVisible();
});

test("the office says from which number it goes on, before the first one of a kind is given", async ({ as }) => {
  const office = await as("vanphong", { ...OFFICE, javaScript: "off" });
  await office.goto("/party-documents/issue?kind=SCHEME");
  await office.getByRole("link", { name: "Số đầu tiên trong sổ này" }).click();
  await fillIn(mainForm(office), { number: "0", reason: "Sổ giấy đã cấp đến số 6" });
  await mainForm(office).getByRole("button", { name: "Ghi số đầu tiên" }).click();
  await expect(office.locator("#form-number-error")).toBeVisible();
  await fillIn(mainForm(office), { number: "7" });
  await mainForm(office).getByRole("button", { name: "Ghi số đầu tiên" }).click();
  await expect(office.getByText("Văn bản tới được cấp số 07-ĐA/ĐU.")).toBeVisible();

  const screen = await as("vanphong", OFFICE);
  await screen.goto("/party-documents/issue/first-number?kind=SCHEME");
  await expectGoodScreen(screen);
  await screen.goto("/party-documents/issue?kind=SCHEME");
  await expectGoodScreen(screen);
  await fillIn(mainForm(screen), { subjectLine: "Về phát triển cây ăn quả" });
  await mainForm(screen).getByLabel("Không gửi chi bộ").check();
  await mainForm(screen).getByRole("button", { name: "Cấp số văn bản" }).click();
  await expect(screen.getByText("Đã cấp số 07-ĐA/ĐU.")).toBeVisible();
  await screen.goto("/party-documents/issue?kind=SCHEME");
  await expect(screen.getByRole("link", { name: "Số đầu tiên trong sổ này" })).toHaveCount(0);
  expect((await screen.goto("/party-documents/issue/first-number?kind=SCHEME"))?.status()).toBe(404);
});

test("the register narrows by kind, direction and year, and sorts by date", async ({ as }) => {
  const leader = await as("bithu", OFFICE);
  await leader.goto("/party-documents?direction=OWN&year=2022&kind=RESOLUTION&order=oldest");
  const signs = leader.locator("main table tbody th");
  await expect(signs).toHaveText(["01-NQ/ĐU", "02-NQ/ĐU"]);
  await expect(leader.locator("main table")).toContainText("Đã hủy");
  await expectGoodScreen(leader);
  await follow(leader.locator("main table thead a"));
  await expect(signs).toHaveText(["02-NQ/ĐU", "01-NQ/ĐU"]);
});

test("a file is judged by its content, kept in versions and taken away by a branch, without JavaScript", async ({
  as,
}) => {
  const office = await as("vanphong", { ...OFFICE, javaScript: "off" });
  await office.goto("/party-documents?q=08-CT/HU");
  await office.locator("main table").getByRole("link", { name: "08-CT/HU", exact: true }).click();
  await office.waitForURL(/party-documents\/[0-9a-f-]{36}$/u);
  const address = new URL(office.url()).pathname;
  await office.getByRole("link", { name: "Thêm tệp" }).click();
  await expect(office.getByText("Không đưa văn bản mật vào đây")).toBeVisible();
  const sendIn = async (name: string, buffer: Buffer) => {
    await office.setInputFiles("#upload-file", { name, mimeType: "application/octet-stream", buffer });
    await office.getByRole("button", { name: "Gửi tệp" }).click();
  };
  await sendIn("cong-van.docx", Buffer.from(`MZ${"\u0000".repeat(500)}`, "latin1"));
  await expect(office.locator(".error-summary")).toContainText("Nội dung tệp không phải PDF, Word, Excel hay ảnh");
  await sendIn("mat.docx", wordFile(["MẬT", "Báo cáo"]));
  await expect(office.locator(".error-summary")).toContainText("dấu chỉ độ mật đứng riêng");
  await sendIn("mat.pdf", Buffer.from(pdfWith(["TỐI MẬT", "Báo cáo"])));
  await expect(office.locator(".error-summary")).toContainText("dấu chỉ độ mật đứng riêng");
  await sendIn("lon.pdf", Buffer.alloc(11 * 1024 * 1024));
  await expect(office.locator(".error-summary")).toContainText("Tệp lớn hơn 10 MB");
  const paper = Buffer.concat([pdfWith(["Về bảo mật"]), Buffer.alloc(1_258_200, 32), Buffer.from("%%EOF\n")]);
  await sendIn("Chỉ thị số 8.pdf", paper);
  await expect(office.getByText("Đã nhận tệp.")).toBeVisible();
  await office.getByRole("link", { name: "Thay bằng bản mới" }).click();
  await sendIn("Chỉ thị số 8 (sửa).docx", wordFile(["Về bảo mật", "Mật độ dân cư"]));
  await expect(office.getByText("1 bản cũ")).toBeVisible();

  const screen = await as("vanphong", OFFICE);
  await screen.goto(address);
  await expectGoodScreen(screen);
  await follow(screen.getByRole("link", { name: "Thay bằng bản mới" }));
  await expectGoodScreen(screen);

  const branch = await as("naan", PHONE);
  await branch.goto(address);
  await expectGoodScreen(branch);
  await expect(branch.getByRole("link", { name: "Thêm tệp" })).toHaveCount(0);
  const [download] = await Promise.all([
    branch.waitForEvent("download"),
    branch.getByRole("link", { name: "Tải Chỉ thị số 8.pdf (1,2 MB)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Chỉ thị số 8.pdf");
  expect(readFileSync(await download.path()).equals(paper)).toBe(true);
  const link = await branch.locator("main a[download]").first().getAttribute("href");
  const answer = await branch.request.get(link ?? "");
  expect(answer.headers()["content-security-policy"]).toContain("sandbox");
  expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
});

test("a branch finds a paper in its month's work, passes it on at a meeting on a phone, and the meeting names it", async ({
  as,
}) => {
  const plain = await as("naan", { ...PHONE, javaScript: "off" });
  await plain.goto("/month-work");
  await plain
    .locator("main")
    .getByRole("link", { name: /12-NQ\/HU/u })
    .click();
  const form = mainForm(plain);
  await form.getByRole("button", { name: "Lưu buổi phổ biến" }).click();
  await expect(plain.locator("#form-meetingId-error")).toBeVisible();
  const [missed] = await ownerRows<{ meeting: string; name: string }>(
    `SELECT m.id AS meeting, a."fullName" AS name FROM "Meeting" m JOIN "Branch" b ON b.id = m."branchId"
       JOIN "MeetingAttendance" a ON a."meetingId" = m.id AND a.presence <> 'PRESENT' AND NOT a."isExempt"
     WHERE b.name LIKE '%Nà An' AND m."heldOn" >= '2022-06-20' ORDER BY m."heldOn", a."fullName" LIMIT 1`,
  );
  await form.locator("select").selectOption(missed?.meeting ?? "");
  await form.getByRole("button", { name: "Lưu buổi phổ biến" }).click();
  await expect(plain.getByText("Đã ghi buổi phổ biến văn bản 12-NQ/HU.")).toBeVisible();
  const paper = new URL(plain.url()).pathname;

  const branch = await as("naan", PHONE);
  await branch.goto("/month-work");
  await expect(branch.locator("main").getByRole("link", { name: /12-NQ\/HU/u })).toHaveCount(0);
  await branch.goto(paper);
  await expectGoodScreen(branch);
  await expect(branch.locator("main")).toContainText("chưa học bù");
  await follow(branch.getByRole("link", { name: "Sửa buổi phổ biến" }));
  await expectGoodScreen(branch);

  const page = new URL(branch.url()).pathname;
  await plain.goto(page);
  await plain.getByRole("link", { name: `Ghi cách học bù của ${missed?.name}` }).click();
  const catchUp = mainForm(plain, "catch-up");
  await catchUp.getByLabel("Được truyền đạt lại").check();
  await fillIn(catchUp, { caughtUpOn: "31/12/2022" });
  await catchUp.getByRole("button", { name: "Lưu cách học bù" }).click();
  await expect(plain.locator("#catch-up-toldBy-error")).toContainText("Ghi ai đã truyền đạt lại");
  await fillIn(catchUp, { toldBy: "Bí thư chi bộ" });
  await catchUp.getByRole("button", { name: "Lưu cách học bù" }).click();
  await expect(plain.getByText("Đã ghi cách học bù.")).toBeVisible();
  const telling = mainForm(plain, "telling");
  await telling.locator("select").selectOption({ index: 1 });
  await fillIn(telling, { heldOn: "10/09/2022", households: "35" });
  await telling.getByRole("button", { name: "Lưu cuộc họp bản" }).click();
  await expect(plain.getByText("Đã ghi cuộc họp bản.")).toBeVisible();
  await branch.goto(page);
  await expectGoodScreen(branch);

  const leader = await as("bithu", OFFICE);
  await leader.goto(paper);
  await expectGoodScreen(leader);
  const row = leader.locator("main table tr", { hasText: "Chi bộ bản Nà An" });
  const present = Number(await row.locator("td.num a").innerText());
  await expect(row).toContainText("Được truyền đạt lại (Bí thư chi bộ), 31/12/2022");
  await expect(row).toContainText("10/09/2022: 35 hộ");
  await row.locator("td.num a").click();
  await leader.waitForURL(/show=PRESENT/u);
  await expect(leader.locator("#roll table tbody tr")).toHaveCount(present);
  await expect(leader.getByRole("heading", { name: "Văn bản phổ biến tại buổi này" })).toBeVisible();
  await expectGoodScreen(leader);
});
