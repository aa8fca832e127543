import { expect, type Page } from "@playwright/test";
import PizZip from "pizzip";
import { wordText } from "../support/word";
import { moveBack, ownerRows } from "./support/database";
import { follow } from "./support/follow";
import { expectRefusal, fillIn, mainForm } from "./support/form";
import { sampleIds } from "./support/sample-addresses";
import { expectGoodScreen } from "./support/screen";
import { taken } from "./support/taken";
import { test } from "./support/test";

const PHONE = { width: 360, height: 780 };
const TEMPLATE = "Tải mẫu đang dùng (Word)";

/** The template as the office would have edited it in Word. */
function edited(template: Buffer, from: string, to: string): Buffer {
  const zip = new PizZip(template);
  const text = zip.file("word/document.xml")?.asText() ?? "";
  expect(text).toContain(from);
  zip.file("word/document.xml", text.replace(from, to));
  return Buffer.from(zip.generate({ type: "nodebuffer", compression: "DEFLATE" }));
}

async function sendIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.setInputFiles("#upload-file", { name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Kiểm tra mẫu" }).click();
}

test("the office replaces the template of the member form, after its faults were named", async ({ as }) => {
  const page = await as("vanphong");
  const { member = "" } = await sampleIds();
  const [found] = await ownerRows<{ name: string }>(`SELECT "fullName" AS name FROM "Member" WHERE id = $1`, [member]);
  const name = (found?.name ?? "").toLocaleUpperCase("vi");

  await page.goto(`/members/${member}`);
  const form = wordText(await taken(page, "Tải phiếu đảng viên (Word)"));
  expect(form).toContain(`Họ và tên đang dùng: ${name}`);
  expect(form).toContain("ĐẢNG BỘ TỈNH SƠN LA");

  await page.goto("/documents");
  await follow(page.getByRole("link", { name: "Phiếu đảng viên (mẫu 2-HSĐV)" }));
  await expectGoodScreen(page);
  const template = await taken(page, TEMPLATE);
  await page.getByRole("button", { name: "Kiểm tra mẫu" }).click();
  await expectRefusal(page, "Chọn tệp mẫu");
  await sendIn(page, "mau.doc", Buffer.from("{\\rtf1 mẫu}"));
  await expectRefusal(page, "Đây không phải tệp Word .docx.");

  await sendIn(page, "mau-sai.docx", edited(template, "PHIẾU ĐẢNG VIÊN", "PHIẾU {Số CCCD} {Năm} {Họ tên"));
  const main = page.locator("main");
  await expect(main).toContainText("Mẫu còn lỗi nên chưa nhận được.");
  for (const words of ["{Số CCCD}", "{Năm}", "Thiếu ngoặc đóng, gần «{Họ tên"]) await expect(main).toContainText(words);
  await expect(page.getByRole("button", { name: "Nhận mẫu" })).toHaveCount(0);
  await expectGoodScreen(page);
  await page.setViewportSize(PHONE);
  await expectGoodScreen(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  await follow(page.getByRole("link", { name: "Đưa tệp khác lên" }));
  await sendIn(page, "mau-xa.docx", edited(template, "PHIẾU ĐẢNG VIÊN", "PHIẾU CỦA {ĐẢNG ỦY}"));
  await expect(main).toContainText("Mẫu không có lỗi.");
  await expectGoodScreen(page);
  await fillIn(mainForm(page), { startsOn: "01/01/2020" });
  await page.getByRole("button", { name: "Nhận mẫu" }).click();
  await expectRefusal(page, "Văn bản của những ngày đã qua đã lập rồi.");
  await fillIn(mainForm(page), { startsOn: today() });
  await page.getByRole("button", { name: "Nhận mẫu" }).click();
  await expect(page.getByText("Đã nhận mẫu.")).toBeVisible();
  await expect(page.getByText("Mẫu của Đảng bộ, lần 1").first()).toBeVisible();
  await expectGoodScreen(page);

  const secretary = await as("naan");
  await secretary.goto(`/members/${member}`);
  expect(wordText(await taken(secretary, "Tải phiếu đảng viên (Word)"))).toContain("PHIẾU CỦA ĐẢNG ỦY XÃ XUÂN NHA");

  await page.goto("/documents/member-form");
  await page.getByText("Trở lại mẫu có sẵn").click();
  await page.getByRole("button", { name: "Dùng mẫu có sẵn" }).click();
  await expect(page.getByText("Đã trở lại mẫu có sẵn.")).toBeVisible();
  await page.goto(`/members/${member}`);
  expect(wordText(await taken(page, "Tải phiếu đảng viên (Word)"))).toContain("PHIẾU ĐẢNG VIÊN");
});

test("a form is nobody's who does not keep the branch, and a template only the office's", async ({ as }) => {
  const { member } = await sampleIds();
  const answers = await Promise.all(
    (["thin", "ubkt", "quantri"] as const).map(async (person) => {
      const page = await as(person);
      return (await page.request.get(`/api/export/member-form/${member}`)).status();
    }),
  );
  expect(answers).toEqual([404, 403, 404]);
  const leader = await as("bithu");
  await leader.goto("/documents/member-form");
  await expect(leader.getByRole("button", { name: "Kiểm tra mẫu" })).toHaveCount(0);
  const posted = await leader.request.post("/api/uploads/templates/member-form", {
    headers: { origin: new URL(leader.url()).origin },
    multipart: { file: { name: "x.docx", mimeType: "application/octet-stream", buffer: Buffer.from("x") } },
    maxRedirects: 0,
  });
  expect(posted.headers().location).toContain("refused=refusals.forbidden");
});

test("what is sensitive leaves in a form or a register only for a purpose", async ({ as }) => {
  const page = await as("vanphong");
  await moveBack(page, "passwordGivenAt", 0);
  const { member = "", branch = "" } = await sampleIds();
  await page.goto(`/members/${member}`);
  await follow(page.getByRole("link", { name: "Phiếu đảng viên có thông tin riêng" }));
  await expectGoodScreen(page);
  await page.fill("textarea[name=purpose]", "in");
  await page.getByRole("button", { name: "Chuẩn bị văn bản" }).click();
  await expectRefusal(page, "Ghi rõ mục đích");
  await page.fill("textarea[name=purpose]", "Lập hồ sơ chuyển sinh hoạt số 12");
  await page.getByRole("button", { name: "Chuẩn bị văn bản" }).click();
  await expect(page.getByRole("heading", { name: "Văn bản đã sẵn sàng" })).toBeVisible();
  await expectGoodScreen(page);
  expect(wordText(await taken(page, "Tải văn bản (Word)"))).toMatch(/Dân tộc: (Kinh|Thái|Mường|Mông|Xinh Mun|Dao)/u);

  await page.goto(`/members?branch=${branch}&on=2026-06-30`);
  await follow(page.getByRole("link", { name: "Sổ 7-HSĐV" }));
  await expectGoodScreen(page);
  const book = wordText(await taken(page, "Tải sổ (Word)"));
  expect(book).toMatch(/Nà An, tính đến ngày 30\/06\/2026: \d+ đảng viên/u);
  expect(book).not.toMatch(/\n(Kinh|Thái|Mường|Mông)\n/u);
  await follow(page.getByRole("link", { name: "Sổ có dân tộc, tôn giáo" }));
  await expectGoodScreen(page);
  await page.fill("textarea[name=purpose]", "Đối chiếu đảng số quý II với Tỉnh ủy");
  await page.getByRole("button", { name: "Chuẩn bị văn bản" }).click();
  await expect(page.getByRole("heading", { name: "Văn bản đã sẵn sàng" })).toBeVisible();
  expect(wordText(await taken(page, "Tải văn bản (Word)"))).toMatch(/\n(Kinh|Thái|Mường|Mông|Xinh Mun)\n/u);

  const secretary = await as("thin");
  const other = await secretary.request.get(`/api/export/member-register.docx?branch=${branch}`);
  expect(other.status()).toBe(404);
});

test("the papers of an award day and a template in English without JavaScript", async ({ as }) => {
  const page = await as("vanphong");
  await page.goto("/badges?year=2027");
  const list = wordText(await taken(page, "Tải danh sách (Word)"));
  expect(list).toContain("DANH SÁCH ĐẢNG VIÊN ĐỀ NGHỊ TẶNG HUY HIỆU ĐẢNG");
  expect(list).not.toContain("{");
  expect(wordText(await taken(page, "Tải tờ trình (Word)"))).toContain("TỜ TRÌNH");

  const plain = await as("vanphong", { locale: "en", javaScript: "off" });
  await plain.goto("/documents/badge-list");
  await plain.setInputFiles("#upload-file", {
    name: "x.docx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("nothing"),
  });
  await plain.getByRole("button", { name: "Check the template" }).click();
  await expect(plain.locator("main")).toContainText("This is no Word .docx file.");
});

function today(): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
}
