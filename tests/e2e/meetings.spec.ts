import { expect, type Page } from "@playwright/test";
import { factsOf, notedPicture, plainPicture } from "../support/pictures";
import { wordText } from "../support/word";
import { follow } from "./support/follow";
import { expectEntries, expectRefusal, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };

/** Opens the next meeting of the own branch, as the last one was: three taps from the menu. */
async function openNext(page: Page, menu: string): Promise<void> {
  await follow(page.locator(menu).getByRole("link", { name: "Sinh hoạt" }));
  await follow(page.getByRole("link", { name: "Lập buổi sinh hoạt" }));
  await mainForm(page).getByRole("button", { name: "Lập buổi sinh hoạt" }).click();
  await expect(page.getByText("Đã lập buổi sinh hoạt.")).toBeVisible();
}

test("a secretary opens a meeting, calls the roll on a phone, sends it and enters the signature", async ({ as }) => {
  const page = await as("naan", PHONE);
  await page.goto("/");
  await openNext(page, ".bottom-bar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sinh hoạt thường kỳ tháng 01/2023");

  await test.step("a second one for the month is refused, and what was entered stays", async () => {
    await follow(page.getByRole("link", { name: "Sửa thông tin" }));
    await expectGoodScreen(page);
    await fillIn(mainForm(page), { monthOn: "12/2022", place: "Nhà ông Trưởng bản" });
    await mainForm(page).getByRole("button", { name: "Lưu thông tin" }).click();
    await expect(page.locator("#form-monthOn-error")).toContainText("đã có buổi thường kỳ của tháng 12/2022");
    await fillIn(mainForm(page), { monthOn: "01/2023" });
    await mainForm(page).getByRole("button", { name: "Lưu thông tin" }).click();
    await expect(page.getByText("Đã lưu thông tin buổi sinh hoạt.")).toBeVisible();
    await expect(page.getByText("Nhà ông Trưởng bản")).toBeVisible();
  });

  await test.step("the roll asks for everybody, and keeps what has been said", async () => {
    await follow(page.getByRole("link", { name: "Điểm danh" }));
    const lines = page.locator(".roll-line:has(input[type=radio])");
    const called = await lines.count();
    expect(called).toBeGreaterThan(15);
    await expectGoodScreen(page);
    await mainForm(page).getByRole("button", { name: "Lưu điểm danh" }).click();
    await expect(page.locator(".error-summary")).toContainText(`Còn ${called} đồng chí chưa điểm danh`);
    await follow(page.getByRole("link", { name: "Chọn tất cả có mặt" }));
    await lines.nth(2).getByLabel("Vắng có lý do").check();
    await lines.nth(2).getByLabel("Lý do vắng").fill("Đi khám bệnh");
    await lines.nth(3).getByLabel("Vắng", { exact: true }).check();
    await mainForm(page).getByRole("button", { name: "Lưu điểm danh" }).click();
    await expect(page.getByText("Đã lưu điểm danh.")).toBeVisible();
    await expect(page.locator(".stat-number").first()).toContainText(`(${called - 2}/${called})`);
  });

  await test.step("each figure opens its names", async () => {
    await page.getByRole("link", { name: /Vắng có lý do/ }).click();
    await expect(page.locator("main tbody tr")).toHaveCount(1);
    await expect(page.locator("main tbody")).toContainText("Đi khám bệnh");
  });

  await test.step("the minutes are written on the last agenda, with votes of those present", async () => {
    await follow(page.getByRole("link", { name: "Ghi biên bản" }));
    await expectGoodScreen(page);
    await expectEntries(mainForm(page), { "title-3": "Nhiệm vụ tháng sau", "opinions-3": "" });
    await fillIn(mainForm(page), {
      "opinions-3": "Các đồng chí nhất trí",
      "yes-3": "999",
      "no-3": "0",
      "other-3": "0",
    });
    await mainForm(page).getByRole("button", { name: "Lưu biên bản" }).click();
    await expect(page.locator("#form-yes-3-error")).toContainText("cộng lại được 999");
    await expectEntries(mainForm(page), { "opinions-3": "Các đồng chí nhất trí" });
    await fillIn(mainForm(page), { "yes-3": "", "no-3": "", "other-3": "", conclusion: "Chi bộ thống nhất" });
    await mainForm(page).getByRole("button", { name: "Lưu biên bản" }).click();
    await expect(page.getByText("Đã lưu biên bản.")).toBeVisible();
  });

  await test.step("one writes at a time: the office takes over, and no typed text is lost", async () => {
    const office = await as("vanphong");
    await office.goto(new URL(page.url()).pathname);
    await expectGoodScreen(office);
    await office.getByRole("button", { name: "Tiếp quản việc ghi biên bản" }).click();
    await expect(office.getByText("Đồng chí đang ghi biên bản này.")).toBeVisible();
    await fillIn(mainForm(page), { conclusion: "Chi bộ thống nhất, giao chi ủy theo dõi" });
    await mainForm(page).getByRole("button", { name: "Lưu biên bản" }).click();
    await expectRefusal(page, /Đồng chí .+ đang ghi biên bản này/);
    await expectEntries(mainForm(page), { conclusion: "Chi bộ thống nhất, giao chi ủy theo dõi" });
    await follow(page.getByRole("link", { name: "Buổi sinh hoạt" }).first());
    await expect(page.getByText("Các đồng chí nhất trí")).toBeVisible();
  });

  await test.step("the pages of the notebook are photographed, made small, and one taken away again", async () => {
    await follow(page.getByRole("link", { name: "Thêm, bỏ ảnh" }));
    await expectGoodScreen(page);
    const sendIn = async (name: string, picture: Uint8Array) => {
      await page.setInputFiles("#upload-file", { name, mimeType: "image/jpeg", buffer: Buffer.from(picture) });
      await page.getByRole("button", { name: "Gửi ảnh" }).click();
    };
    await sendIn("trang-1.jpg", Buffer.from("%PDF-1.7\n%%EOF\n"));
    await expect(page.locator(".error-summary")).toContainText("Nội dung tệp không phải ảnh .jpg hay .png");
    await expectGoodScreen(page);
    await sendIn("trang-1.jpg", await notedPicture("jpeg", { width: 3000, height: 4000 }));
    await expect(page.getByText("Đã nhận ảnh.")).toBeVisible();
    await sendIn("trang-2.png", await plainPicture("png", { width: 600, height: 800 }));
    await expect(page.locator(".photo-small")).toHaveCount(2);
    await expectGoodScreen(page);
    await follow(page.getByRole("link", { name: "Bỏ ảnh 2" }));
    await expectGoodScreen(page);
    await mainForm(page).getByRole("button", { name: "Bỏ ảnh 2" }).click();
    await expect(page.getByText("Đã bỏ ảnh.")).toBeVisible();
    await expect(page.locator(".photo-small")).toHaveCount(1);
    await follow(page.locator("main").getByRole("link", { name: "Buổi sinh hoạt" }).first());
    const link = page.getByRole("link", { name: /^Ảnh 1 của sổ biên bản Mở ảnh 1 \(\d+ KB\)$/u });
    await link.scrollIntoViewIfNeeded();
    await expect(page.locator(".photo-small")).toHaveJSProperty("complete", true);
    expect(await page.locator(".photo-small").evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(240);
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    const headers = answer.headers();
    expect([headers["content-type"], headers["cache-control"]]).toEqual(["image/jpeg", "no-store"]);
    expect(headers["content-disposition"]).toContain("inline");
    const kept = await answer.body();
    expect(kept.length).toBeLessThanOrEqual(300 * 1024);
    expect(await factsOf(kept)).toEqual({ format: "jpeg", width: 2000, height: 1500, notes: 0 });
    const leader = await as("bithu");
    await leader.goto(new URL(page.url()).pathname);
    await expect(leader.locator(".photo-small")).toHaveCount(1);
    await expect(leader.getByRole("link", { name: "Thêm, bỏ ảnh" })).toHaveCount(0);
    await expectGoodScreen(leader);
  });

  await test.step("it is checked, sent, signed and then locked", async () => {
    const word = `/api/export/meeting-minutes/${new URL(page.url()).pathname.split("/").at(-1)}`;
    expect(await (await page.request.get(word)).text()).toContain("Chi bộ chưa gửi biên bản này");
    await expect(page.getByRole("link", { name: "Tải biên bản (Word)" })).toHaveCount(0);
    await follow(page.getByRole("link", { name: "Gửi Đảng ủy" }));
    await expectGoodScreen(page);
    await expect(mainForm(page).locator("[name=nextOn]")).toHaveValue(/^\d\d\/02\/2023$/u);
    await expectEntries(mainForm(page), { nextPlace: "Nhà ông Trưởng bản" });
    await fillIn(mainForm(page), { nextOn: "01/01/2023", nextTime: "19h30" });
    await mainForm(page).getByRole("button", { name: "Gửi Đảng ủy" }).click();
    await expect(page.locator("#form-nextOn-error")).toContainText("Buổi tới phải sau ngày họp");
    await expectEntries(mainForm(page), { nextOn: "01/01/2023", nextTime: "19h30" });
    await fillIn(mainForm(page), { nextOn: "08/02/2023" });
    await mainForm(page).getByRole("button", { name: "Gửi Đảng ủy" }).click();
    await expect(page.getByText("Đã gửi biên bản cho Đảng ủy.")).toBeVisible();
    await expect(page.getByText("19:30, 08/02/2023, Nhà ông Trưởng bản")).toBeVisible();
    await expect(page.getByText("06-BB/CB")).toBeVisible();
    await expect(page.getByRole("link", { name: /Sửa thông tin|Điểm danh|Gửi Đảng ủy/ })).toHaveCount(0);
    await fillIn(mainForm(page, "sign"), { signedOn: "01/01/2023" });
    await mainForm(page, "sign").getByRole("button", { name: "Ghi ngày ký" }).click();
    await expect(page.locator("#sign-signedOn-error")).toContainText("không được trước ngày họp");
    await fillIn(mainForm(page, "sign"), { signedOn: "10/01/2023" });
    await mainForm(page, "sign").getByRole("button", { name: "Ghi ngày ký" }).click();
    await expect(page.getByText("Đã ghi ngày ký; biên bản được khóa.")).toBeVisible();
    const addendum = mainForm(page, "addendum");
    await fillIn(addendum, { text: "Bổ sung ý kiến về đường vào bản", reason: "Đối chiếu sổ tay" });
    await addendum.getByRole("button", { name: "Thêm bổ sung, đính chính" }).click();
    await expect(page.getByText("Đã thêm phần bổ sung, đính chính.")).toBeVisible();
    await expect(page.getByText("Lý do: Đối chiếu sổ tay")).toBeVisible();
    await expectGoodScreen(page);
    await expect(page.getByRole("link", { name: "Tải biên bản (Word)" })).toHaveAttribute("href", word);
    const file = await page.request.get(word);
    expect(file.headers()["content-disposition"]).toMatch(/bien-ban_2023-01-\d\d_[A-Z0-9]+\.docx/);
    const paper = wordText(await file.body());
    expect(paper).toContain("Vắng mặt: ");
    expect(paper).toContain("(Đi khám bệnh)");
    expect(paper).toContain("Bổ sung, đính chính (Đối chiếu sổ tay): Bổ sung ý kiến về đường vào bản");
    await follow(page.getByRole("link", { name: "Bản in biên bản" }));
    await expect(page.locator("article.paper")).toContainText("Người ghi biên bản");
    await expect(page.locator("article.paper")).toContainText("Bổ sung ý kiến về đường vào bản");
    const announced = "Buổi sinh hoạt tới: 19:30, ngày 08 tháng 02 năm 2023, tại Nhà ông Trưởng bản.";
    await expect(page.locator("article.paper")).toContainText(announced);
    await expect(page.locator("article.paper")).toContainText("Số 06-BB/CB");
    expect(paper).toContain("Số 06-BB/CB");
    expect(paper).toContain(announced);
    await expectGoodScreen(page);
    const meeting = page.url().replace("/paper", "");
    await page.goto("/meetings");
    await follow(page.getByRole("link", { name: "Lập buổi sinh hoạt" }));
    await expect(page.getByText(/^Ngày, giờ, địa điểm theo biên bản buổi ngày/u)).toBeVisible();
    await expectEntries(mainForm(page), { monthOn: "02/2023", heldOn: "08/02/2023", startTime: "19:30" });
    await expectGoodScreen(page);
    await page.goto(meeting);
  });

  await test.step("the branch scores it, a leader decides another grade with a reason, and the year counts it", async () => {
    await follow(page.getByRole("link", { name: "Chấm điểm" }));
    await expectGoodScreen(page);
    const points = { TIME: "5", ATTENDANCE: "5", PREPARATION: "10", STEPS: "5", CONTENT: "25", CHAIRING: "10" };
    await fillIn(mainForm(page), { ...points, PRINCIPLES: "5", RESULTS: "31", CLOSING: "5" });
    await mainForm(page).getByRole("button", { name: "Lưu điểm" }).click();
    await expect(page.locator("#form-RESULTS-error")).toContainText("tối đa 30 điểm");
    await expectEntries(mainForm(page), { ...points, RESULTS: "31" });
    await fillIn(mainForm(page), { RESULTS: "25" });
    await mainForm(page).getByRole("button", { name: "Lưu điểm" }).click();
    await expect(page.getByText("95 điểm trên 100")).toBeVisible();
    const { pathname } = new URL(page.url());

    const leader = await as("bithu");
    await leader.goto("/meetings/grades?year=2023&show=WAITING");
    await expectGoodScreen(leader);
    await leader.goto(pathname);
    await follow(leader.getByRole("link", { name: "Quyết định mức" }));
    await expectGoodScreen(leader);
    await fillIn(mainForm(leader), { grade: "Khá" });
    await mainForm(leader).getByRole("button", { name: "Quyết định mức" }).click();
    await expect(leader.locator("#form-reason-error")).toContainText("khác mức chi bộ đề nghị");
    await fillIn(mainForm(leader), { reason: "Biên bản ghi thiếu ý kiến" });
    await mainForm(leader).getByRole("button", { name: "Quyết định mức" }).click();
    await expect(leader.getByText("Đã ghi mức do Đảng ủy quyết định.")).toBeVisible();
    await expectGoodScreen(leader);
    await leader.goto("/meetings/grades?year=2023&show=MEETING_FAIR");
    await expect(leader.locator("main table tbody tr")).toHaveCount(1);
    await expect(leader.getByRole("link", { name: /^1\s*Khá$/ })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("link", { name: "Chấm lại" })).toHaveCount(0);
  });
});

test("without JavaScript a roll is called too, and a stale one is refused", async ({ as }) => {
  const page = await as("thin", { ...PHONE, javaScript: "off" });
  await page.goto("/meetings?year=2022");
  await openNext(page, ".bottom-bar");
  await follow(page.getByRole("link", { name: "Điểm danh" }));
  await follow(page.getByRole("link", { name: "Chọn tất cả có mặt" }));
  const stale = await page.context().newPage();
  await stale.goto(page.url());
  await mainForm(page).getByRole("button", { name: "Lưu điểm danh" }).click();
  await expect(page.getByText("Đã lưu điểm danh.")).toBeVisible();
  await fillIn(mainForm(stale), { guests: "Đồng chí phụ trách chi bộ" });
  await mainForm(stale).getByRole("button", { name: "Lưu điểm danh" }).click();
  await expect(stale.locator(".error-summary")).toContainText("vừa được ghi bởi người khác");
  await expect(stale.locator("[name=guests]")).toHaveValue("Đồng chí phụ trách chi bộ");
});

test("leadership sees branches by months, with what is missing, and reads without writing", async ({ as }) => {
  const page = await as("bithu", { width: 1280, height: 900 });
  await page.goto("/meetings?year=2022");
  await expect(page.locator("main .matrix tbody tr")).toHaveCount(12);
  await expect(page.locator("main .matrix")).not.toContainText("Chưa họp");
  await page.goto("/meetings?year=2021");
  await expect(page.locator("main .matrix").getByText("Chưa họp")).toHaveCount(144);
  await follow(page.locator("main .matrix tbody th a").first());
  await expectGoodScreen(page);
  await expect(page.getByRole("link", { name: "Lập buổi sinh hoạt" })).toHaveCount(0);
});
