import { expect, type Page } from "@playwright/test";
import { wordText } from "../support/word";
import { answerAt } from "./support/answer";
import { follow } from "./support/follow";
import { expectEntries, expectRefusal, fillIn, mainForm } from "./support/form";
import { signIn } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { taken } from "./support/taken";
import { test } from "./support/test";

const TITLE = "Kiểm tra việc quản lý quỹ của chi bộ";
const FOUND = "Ghi sổ thu chi còn chậm.";
const ADDED = "Bổ sung số liệu thu quý IV năm 2024.";
const REMEDY = "Ghi đủ sổ thu chi của chi bộ";
const lastDayOfYear = `31/12/${new Date().getFullYear()}`;
const NOTED = "Làm việc với chi ủy, xem sổ thu chi.";
const entries = {
  title: TITLE,
  mode: "Kiểm tra",
  body: "Ủy ban Kiểm tra",
  year: "2025",
  decisionNumber: "71-QĐ/UBKT",
  decidedOn: "02/06/2025",
  startsOn: "10/06/2025",
  topics: "Thu, nộp, quản lý, sử dụng đảng phí",
  branchIds: "Chi bộ bản Pù Lầu",
};

test("an open case is known to those who work on it only, and counts once it is concluded", async ({ as }) => {
  const [inspector, office, secretary] = [await as("ubkt"), await as("vanphong"), await as("nobody")];
  await signIn(secretary, "pulau");
  await secretary.goto("/members?size=all");
  const subject = await secretary.locator("main tbody th a").nth(5).innerText();

  await test.step("the inspector opens it; a subject does not sit in the team", async () => {
    await inspector.goto("/inspections?year=2025");
    await inspector.getByRole("link", { name: "Mở cuộc kiểm tra, giám sát" }).click();
    const form = mainForm(inspector);
    await fillIn(form, { ...entries, members: subject, head: subject });
    await form.getByRole("button", { name: "Mở cuộc" }).click();
    await expectRefusal(inspector, "không tham gia tổ");
    await expectEntries(form, { ...entries, members: subject, head: subject });
    await fillIn(form, { head: await nameOf(inspector) });
    await form.getByRole("button", { name: "Mở cuộc" }).click();
    await expect(inspector.getByText("Đã mở cuộc kiểm tra, giám sát.")).toBeVisible();
    await expect(inspector.getByText("Chỉ người trong cuộc biết")).toBeVisible();
    await expectGoodScreen(inspector);
  });
  const address = new URL(inspector.url()).pathname;

  await test.step("nobody else can tell that it exists", async () => {
    for (const page of [office, secretary, await as("quantri"), await as("phobithu")]) {
      const none = await answerAt(page, "/inspections/00000000-0000-4000-8000-000000000000");
      expect(none.status).toBe(404);
      expect(await answerAt(page, address)).toEqual(none);
    }
    for (const page of [office, secretary]) {
      await page.goto("/inspections?year=2025");
      await expect(page.locator("main")).not.toContainText(TITLE);
      await page.goto("/dashboard?year=2025");
      await expect(page.locator("main")).not.toContainText(TITLE);
      expect(await inspected(page)).toBe("0");
      await page.goto(`/members?q=${encodeURIComponent(subject)}`);
      await page.locator("main tbody th a").first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
      await expect(page.locator("main")).not.toContainText(TITLE);
    }
    await secretary.goto("/");
    await follow(secretary.getByRole("link", { name: /^Đảng viên, cấp ủy chi bộ/ }));
    await secretary.getByRole("link", { name: "Kiểm tra", exact: true }).click();
    await expect(secretary.locator("main")).not.toContainText(TITLE);
  });

  await test.step("the steps are marked in their order, late ones say so, and the diary is the team's", async () => {
    await inspector.goto(address);
    await expect(inspector.getByText("chưa xác nhận").first()).toBeVisible();
    await follow(inspector.getByRole("link", { name: "Ghi đã xong" }));
    await expectGoodScreen(inspector);
    await fillIn(mainForm(inspector), { doneOn: "01/06/2025" });
    await mainForm(inspector).getByRole("button", { name: "Ghi bước này" }).click();
    await expectRefusal(inspector, "không được trước ngày quyết định");
    await fillIn(mainForm(inspector), { doneOn: "12/06/2025", remark: "Kế hoạch số 12" });
    await mainForm(inspector).getByRole("button", { name: "Ghi bước này" }).click();
    await expect(inspector.getByText("Đã ghi bước xong.")).toBeVisible();
    const done = inspector.getByRole("row", { name: /^Quyết định, kế hoạch/ });
    await expect(done).toContainText("chậm 2 ngày");
    await expect(inspector.getByRole("row", { name: /^Triển khai, công bố/ })).toContainText("quá hạn");
    await follow(inspector.getByRole("link", { name: "Gia hạn" }));
    await expectGoodScreen(inspector);
    await fillIn(mainForm(inspector), { days: "11", grantedOn: "20/06/2025", reason: "Đối tượng đi học" });
    await mainForm(inspector).getByRole("button", { name: "Ghi gia hạn" }).click();
    await expectRefusal(inspector, "từ 1 đến 10 ngày");
    await fillIn(mainForm(inspector), { days: "10" });
    await mainForm(inspector).getByRole("button", { name: "Ghi gia hạn" }).click();
    await expect(inspector.getByText("Đã ghi gia hạn.")).toBeVisible();
    await expect(inspector.getByRole("link", { name: "Gia hạn" })).toHaveCount(0);
    const diary = mainForm(inspector, "diary");
    await fillIn(diary, { happenedOn: "16/06/2025", text: NOTED });
    await diary.getByRole("button", { name: "Ghi vào nhật ký" }).click();
    await expect(inspector.getByText("Đã ghi vào nhật ký.")).toBeVisible();
    await expect(inspector.getByText(NOTED)).toBeVisible();
    await expectGoodScreen(inspector);
    await inspector
      .getByRole("row", { name: /^Quyết định, kế hoạch/ })
      .getByRole("link", { name: "Sửa" })
      .click();
    await inspector.getByRole("button", { name: "Bỏ ghi bước này" }).click();
    await expect(inspector.getByText("Đã bỏ ghi bước.")).toBeVisible();
  });

  await test.step("the papers of the steps are taken as Word, filled with what has been written", async () => {
    await inspector.goto(address);
    const text = wordText(await taken(inspector, "Báo cáo kết quả kiểm tra, giám sát"));
    expect(text).toContain("71-QĐ/UBKT");
    expect(text).toContain(NOTED);
    await expect(inspector.getByRole("link", { name: "Thông báo kết luận kiểm tra, giám sát" })).toHaveCount(0);
    const path = `/api/export/inspections/${address.split("/").at(-1)}/bao-cao`;
    expect((await office.request.get(path)).status()).toBe(404);
  });

  await test.step("what was found of the branch is written beforehand, and seen with the conclusion only", async () => {
    await follow(inspector.getByRole("link", { name: "Ghi nhận xét: Chi bộ bản Pù Lầu" }));
    await expectGoodScreen(inspector);
    const form = mainForm(inspector);
    await fillIn(form, { strengths: "Thu, nộp đúng hạn.", finding: FOUND, violation: "Không vi phạm" });
    await form.getByRole("button", { name: "Ghi nhận xét" }).click();
    await expect(inspector.getByText("Đã ghi nhận xét.")).toBeVisible();
    await expect(inspector.getByText(FOUND)).toBeVisible();
  });

  await test.step("the inspector corrects and concludes it, once and for all", async () => {
    await inspector.goto(address);
    await inspector.getByRole("link", { name: "Sửa" }).click();
    await fillIn(mainForm(inspector), { periodFrom: "01/01/2024", periodTo: "31/12/2023" });
    await mainForm(inspector).getByRole("button", { name: "Lưu" }).click();
    await expectRefusal(inspector, "ngày cuối không được trước ngày đầu");
    await fillIn(mainForm(inspector), { periodTo: "31/12/2024" });
    await expectGoodScreen(inspector);
    await mainForm(inspector).getByRole("button", { name: "Lưu" }).click();
    await expect(inspector.getByText("Đã lưu nội dung sửa.")).toBeVisible();
    await inspector.getByRole("link", { name: "Kết luận" }).click();
    const form = mainForm(inspector);
    const found = {
      conclusion: "Chi bộ thu, nộp đúng quy định.",
      concludedOn: "01/06/2025",
      disciplineFollows: "Không",
    };
    await fillIn(form, found);
    await form.getByRole("button", { name: "Ghi kết luận" }).click();
    await expectRefusal(inspector, "Ngày kết luận không được trước ngày bắt đầu");
    await expectEntries(form, found);
    await expectGoodScreen(inspector);
    await fillIn(form, { concludedOn: "30/06/2025" });
    await form.getByRole("button", { name: "Ghi kết luận" }).click();
    await expect(inspector.getByText("Đã ghi kết luận. Từ nay không sửa được.")).toBeVisible();
    await expect(inspector.getByRole("link", { name: "Sửa" })).toHaveCount(0);
    await expect(inspector.getByRole("link", { name: "Ghi nhận xét" })).toHaveCount(0);
    const addendum = mainForm(inspector, "addendum");
    await fillIn(addendum, { text: ADDED, reason: "Chi bộ nộp thêm chứng từ" });
    await addendum.getByRole("button", { name: "Ghi bổ sung" }).click();
    await expect(inspector.getByText("Đã ghi nội dung bổ sung. Chờ người thứ hai xác nhận.")).toBeVisible();
    await expectGoodScreen(inspector);
    const page = new URL(inspector.url()).pathname;
    await secretary.goto(page);
    await expect(secretary.getByRole("heading", { level: 1 })).toHaveText(TITLE);
    await expect(secretary.locator("main")).not.toContainText(ADDED);
    const second = await as("bithu", { width: 360, height: 740 });
    await second.goto(page);
    await expectGoodScreen(second);
    await second.getByLabel("Xác nhận, kèm theo kết luận").check();
    await second.getByRole("button", { name: "Ghi ý kiến" }).click();
    await expect(second.getByText("Đã ghi ý kiến về nội dung bổ sung.")).toBeVisible();
    await expect(second.getByText("Bổ sung số 1")).toBeVisible();
    await expectGoodScreen(second);
  });

  await test.step("from then on it is in the list and in the numbers, for the branch too", async () => {
    for (const page of [office, secretary]) {
      await page.goto("/inspections?year=2025");
      await expect(page.getByRole("link", { name: TITLE })).toBeVisible();
      await page.getByRole("link", { name: TITLE }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
      await expect(page.locator("main")).not.toContainText(NOTED);
      await expect(page.locator("main")).toContainText(ADDED);
    }
    await expect(secretary.locator("main")).toContainText(FOUND);
    await expect(office.getByRole("heading", { name: "Tiến độ các bước" })).toBeVisible();
    await expect(secretary.getByRole("heading", { name: "Tiến độ các bước" })).toHaveCount(0);
    const notice = wordText(await taken(office, "Thông báo kết luận kiểm tra, giám sát"));
    expect(notice).toContain(FOUND);
    expect(notice).toContain("Chi bộ thu, nộp đúng quy định.");
    await office.goto("/inspections?year=2025");
    await expect(
      office.getByText("Năm 2025: 1 cuộc (1 kiểm tra, 0 giám sát) đối với 1 chi bộ và 1 đảng viên."),
    ).toBeVisible();
    await office.goto("/dashboard?year=2025");
    expect(await inspected(office)).toBe("1");
    const stranger = await as("naan");
    await stranger.goto("/inspections?year=2025");
    await expect(stranger.locator("main")).not.toContainText(TITLE);
    expect((await stranger.goto(address))?.status()).toBe(404);
  });

  await test.step("the inspector asks for what was missing, the branch reports it, and the inspector accepts it", async () => {
    await inspector.goto(address);
    await follow(inspector.getByRole("link", { name: "Giao nhiệm vụ" }));
    await expectGoodScreen(inspector);
    await fillIn(mainForm(inspector), { title: REMEDY, deadlineOn: "01/01/2020" });
    await mainForm(inspector).getByRole("button", { name: "Giao nhiệm vụ" }).click();
    await expect(inspector.locator("#form-deadlineOn-error")).toContainText("Hạn không được trước");
    await fillIn(mainForm(inspector), { deadlineOn: lastDayOfYear });
    await mainForm(inspector).getByRole("button", { name: "Giao nhiệm vụ" }).click();
    await expect(inspector.getByText("Đã giao nhiệm vụ.")).toBeVisible();
    await expectGoodScreen(inspector);
    const task = new URL(inspector.url()).pathname;
    await secretary.goto(address);
    await follow(secretary.getByRole("link", { name: REMEDY }));
    await follow(secretary.getByRole("link", { name: "Báo cáo đã làm" }));
    await fillIn(mainForm(secretary), { text: "Đã ghi đủ sổ thu chi." });
    await mainForm(secretary).getByRole("button", { name: "Báo cáo đã làm" }).click();
    await expect(secretary.getByText("Đã báo cáo kết quả.")).toBeVisible();
    await inspector.goto(task);
    await follow(inspector.getByRole("link", { name: "Nghiệm thu" }));
    await fillIn(mainForm(inspector), { text: "Đã xem sổ, đủ." });
    await mainForm(inspector).getByRole("button", { name: "Nghiệm thu" }).click();
    await expect(inspector.getByText("Đã nghiệm thu.")).toBeVisible();
    await inspector.goto("/tasks?source=INSPECTION");
    await expectGoodScreen(inspector);
    await inspector.goto(address);
    await expect(inspector.locator("main")).toContainText("Xong đúng hạn");
  });
});

async function nameOf(page: Page): Promise<string> {
  return (await page.locator("header .user-menu summary").innerText()).replace("Đ/c ", "").trim();
}

async function inspected(page: Page): Promise<string> {
  return page.locator(".stat", { hasText: "cuộc kiểm tra, giám sát đã kết luận" }).locator(".stat-number").innerText();
}
