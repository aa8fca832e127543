import { expect, type Page } from "@playwright/test";
import { pdfWith } from "../support/pdf";
import { notedPicture } from "../support/pictures";
import { TODAY } from "./support/days";
import { follow } from "./support/follow";
import { fillIn, mainForm } from "./support/form";
import { signIn } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };

test("the committee gives a task, the branch reports it on a phone, leadership returns and accepts it", async ({
  as,
}) => {
  const leader = await as("bithu", { width: 1280, height: 900 });
  await leader.goto("/tasks");
  await expectGoodScreen(leader);
  await follow(leader.getByRole("link", { name: "Giao nhiệm vụ" }));
  await expectGoodScreen(leader);
  await follow(leader.locator("main").getByRole("link", { name: "Chi bộ bản Nà An" }));
  await expectGoodScreen(leader);
  await fillIn(mainForm(leader), { title: "Sửa đường vào khu sản xuất", deadlineOn: "01/01/2020" });
  await mainForm(leader).getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(leader.locator("#form-deadlineOn-error")).toContainText("Hạn không được trước");
  await fillIn(mainForm(leader), { deadlineOn: TODAY });
  await mainForm(leader).getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(leader.getByText("Đã giao nhiệm vụ.")).toBeVisible();
  await expectGoodScreen(leader);
  await expect(leader.getByRole("link", { name: "Nghiệm thu" })).toHaveCount(0);

  const address = new URL(leader.url()).pathname;
  const branch = await as("naan", PHONE);
  const report = async (text: string) => {
    await branch.goto(address);
    await expectGoodScreen(branch);
    await follow(branch.getByRole("link", { name: "Báo cáo đã làm" }));
    await expectGoodScreen(branch);
    await fillIn(mainForm(branch), { text });
    await mainForm(branch).getByRole("button", { name: "Báo cáo đã làm" }).click();
    await expect(branch.getByText("Đã báo cáo kết quả.")).toBeVisible();
    await expect(branch.getByRole("link", { name: "Nghiệm thu" })).toHaveCount(0);
  };
  const settle = async (name: string, text: string, said: string) => {
    await leader.goto(address);
    await follow(leader.getByRole("link", { name, exact: true }));
    await expectGoodScreen(leader);
    await fillIn(mainForm(leader), { text });
    await mainForm(leader).getByRole("button", { name }).click();
    await expect(leader.getByText(said)).toBeVisible();
  };
  await showEvidence(branch, address);
  await report("Đã sửa được một nửa.");
  await settle("Trả lại", "Làm tiếp đoạn còn lại.", "Đã trả lại để làm tiếp.");
  await report("Đã sửa xong cả đoạn.");
  await settle("Nghiệm thu", "Đạt yêu cầu.", "Đã nghiệm thu.");
  await expectGoodScreen(leader);
  await expect(leader.locator("main")).toContainText("Xong đúng hạn");
});

/** Photos and papers of what was done, from the phone; one of them sent by mistake. */
async function showEvidence(page: Page, address: string): Promise<void> {
  const send = async (name: string, bytes: Uint8Array) => {
    await page.setInputFiles("#upload-file", { name, mimeType: "application/pdf", buffer: Buffer.from(bytes) });
    await page.getByRole("button", { name: "Gửi minh chứng" }).click();
  };
  await page.goto(address);
  await expect(page.locator("main")).toContainText("Chưa có minh chứng nào.");
  await follow(page.getByRole("link", { name: "Thêm minh chứng" }));
  await expectGoodScreen(page);
  await send("anh.jpg", Buffer.from("MZ"));
  await expect(page.locator(".error-summary")).toContainText("Nội dung tệp không phải ảnh, PDF, Word hay Excel");
  await expectGoodScreen(page);
  await send("duong-moi.jpg", await notedPicture("jpeg", { width: 1600, height: 1200 }));
  await expect(page.getByText("Đã nhận minh chứng.")).toBeVisible();
  await send("bien-ban-nghiem-thu.pdf", pdfWith(["Biên bản nghiệm thu"]));
  await expect(page.getByRole("link", { name: /^bien-ban-nghiem-thu\.pdf/u })).toBeVisible();
  await expectGoodScreen(page);
  await follow(page.getByRole("link", { name: "Bỏ bien-ban-nghiem-thu.pdf" }));
  await expectGoodScreen(page);
  await page.getByRole("button", { name: "Bỏ bien-ban-nghiem-thu.pdf" }).click();
  await expect(page.getByText("Đã bỏ minh chứng.")).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("img", { name: "Ảnh minh chứng duong-moi.jpg" })).toBeVisible();
  await expectGoodScreen(page);
}

test("without JavaScript a secretary gives the branch's own task, moves its deadline and closes it", async ({ as }) => {
  const page = await as("thin", { ...PHONE, javaScript: "off" });
  await page.goto("/tasks/new");
  await fillIn(mainForm(page), { title: "Trồng hoa quanh nhà văn hóa", deadlineOn: TODAY });
  await mainForm(page).getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(page.getByText("Đã giao nhiệm vụ.")).toBeVisible();
  await follow(page.getByRole("link", { name: "Đổi hạn" }));
  await fillIn(mainForm(page), { text: "Chờ cây giống.", deadlineOn: TODAY });
  await mainForm(page).getByRole("button", { name: "Đổi hạn" }).click();
  await expect(page.locator("#form-deadlineOn-error")).toContainText("Hạn này đang áp dụng");
  await follow(page.getByRole("link", { name: "Thôi" }));
  await follow(page.getByRole("link", { name: "Báo cáo đã làm" }));
  await fillIn(mainForm(page), { text: "Đã trồng xong." });
  await mainForm(page).getByRole("button", { name: "Báo cáo đã làm" }).click();
  await expect(page.getByText("Đã báo cáo kết quả.")).toBeVisible();
  await expect(page.locator("main")).toContainText("Xong đúng hạn");
});

test("what is not done stands on the next meeting with its age and cause, and the branch judges it there", async ({
  as,
}) => {
  const page = await as("nobody", PHONE);
  await signIn(page, "nahieng");
  await page.goto("/tasks/new");
  const task = { title: "Đổ bê tông 200 m đường bản", givenOn: "05/11/2022", deadlineOn: "31/12/2022" };
  await fillIn(mainForm(page), task);
  await mainForm(page).getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(page.getByText("Đã giao nhiệm vụ.")).toBeVisible();

  await page.goto("/meetings");
  await follow(page.getByRole("link", { name: "Lập buổi sinh hoạt" }));
  await mainForm(page).getByRole("button", { name: "Lập buổi sinh hoạt" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sinh hoạt thường kỳ tháng 01/2023");
  await expectGoodScreen(page);
  await expect(page.locator("main")).toContainText("Tháng thứ 3");
  const meeting = new URL(page.url()).pathname;
  await follow(page.getByRole("link", { name: "Đánh giá nhiệm vụ" }));
  await expectGoodScreen(page);
  const form = mainForm(page);
  await form.getByRole("button", { name: "Ghi đánh giá" }).click();
  await expect(page.locator(".error-summary")).toContainText("Chưa đánh giá nhiệm vụ nào");
  await form.getByLabel("Chưa làm được", { exact: true }).check();
  await form.getByRole("button", { name: "Ghi đánh giá" }).click();
  await expect(page.locator(".error-summary")).toContainText("nguyên nhân chưa làm được");
  await expect(form.getByLabel("Chưa làm được", { exact: true })).toBeChecked();
  await form.getByLabel("Đã làm gì, hoặc nguyên nhân chưa làm được").fill("Chờ xi măng của xã.");
  await form.getByRole("button", { name: "Ghi đánh giá" }).click();
  await expect(page.getByText("Đã ghi đánh giá nhiệm vụ.")).toBeVisible();
  await expect(page.locator("main")).toContainText("Chưa làm được: Chờ xi măng của xã.");
  await expect(page.getByRole("link", { name: "Đánh giá nhiệm vụ" })).toHaveCount(0);
  await expectGoodScreen(page);
  await page.goto(`${meeting}/paper`);
  await expect(page.locator("article.paper")).toContainText("tháng thứ 3). Chưa làm được: Chờ xi măng của xã.");

  await test.step("a task given in the meeting is on it, and stands on the next one beside the other", async () => {
    await page.goto(meeting);
    await follow(page.getByRole("link", { name: "Giao nhiệm vụ" }));
    await expectGoodScreen(page);
    await fillIn(mainForm(page), {
      title: "Trồng cây đầu xuân",
      deadlineOn: "28/02/2023",
      agendaItem: "Nhiệm vụ tháng sau",
    });
    await mainForm(page).getByRole("button", { name: "Giao nhiệm vụ" }).click();
    await expect(page.locator("main")).toContainText("(Nhiệm vụ tháng sau)");
    await page.goto(meeting);
    await expect(page.locator("main")).toContainText("Trồng cây đầu xuân");
  });
});

test("each number of the year's tasks opens its list, and the dashboard what is overdue", async ({ as }) => {
  const page = await as("bithu", { width: 1280, height: 900 });
  await page.goto("/dashboard");
  await follow(page.getByRole("link", { name: /Báo cáo việc thực hiện quy ước của bản – quá hạn \d+ ngày/ }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Báo cáo việc thực hiện quy ước của bản");
  await page.goto("/tasks/figures?year=2022");
  await expectGoodScreen(page);
  const links = await page
    .locator("main tbody tr:first-child a")
    .evaluateAll((all) => all.map((link) => ({ href: link.getAttribute("href") ?? "", count: link.textContent })));
  expect(links.length).toBeGreaterThan(12);
  for (const { href, count } of links) {
    await page.goto(href);
    await expect(page.locator("main table tbody tr"), href).toHaveCount(Number(count));
  }
  const [first] = links;
  await page.goto(first?.href ?? "");
  await expectGoodScreen(page);
});

test("a member's page and the rating of a branch name the year's tasks", async ({ as }) => {
  const page = await as("vanphong", { width: 1280, height: 900 });
  await page.goto("/tasks?year=2022&source=MEETING&standing=DONE_LATE");
  await follow(page.getByRole("link", { name: "Vận động năm hộ làm hố xử lý rác thải" }));
  await follow(page.locator("main dl a[href^='/members/']"));
  await expect(page.getByRole("heading", { name: "Nhiệm vụ được giao năm 2022" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Vận động năm hộ làm hố xử lý rác thải" })).toBeVisible();
  await expectGoodScreen(page);
  await follow(page.getByRole("link", { name: "Mở danh sách nhiệm vụ" }));
  await expect(page.locator("main table tbody tr")).toHaveCount(1);
  await page.goto("/ratings/2022?tab=branches");
  await follow(page.getByRole("link", { name: "Chi bộ bản Nà An", exact: true }));
  const finished = page.locator("details").filter({ hasText: "1 nhiệm vụ: 1 đúng hạn, 0 chậm hoặc quá hạn" });
  await finished.locator("summary").click();
  await expect(finished.locator("li")).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "Nhiệm vụ được giao năm 2022" })).toBeVisible();
  await expect(
    page.getByRole("link", { name: "Phát quang, dọn vệ sinh hai ki-lô-mét đường bản" }).last(),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Vận động năm hộ làm hố xử lý rác thải" })).toHaveCount(0);
  await expectGoodScreen(page);
});

test("leadership gives a task from a paper, and paper and task lead to each other", async ({ as }) => {
  const leader = await as("bithu", { width: 1280, height: 900 });
  await leader.goto("/party-documents?q=12-NQ/HU");
  await follow(leader.locator("main table").getByRole("link", { name: "12-NQ/HU", exact: true }));
  const paper = new URL(leader.url()).pathname;
  await follow(leader.getByRole("link", { name: "Giao nhiệm vụ" }));
  await expectGoodScreen(leader);
  await follow(leader.locator("main").getByRole("link", { name: "Chi bộ bản Tưn" }));
  await expectGoodScreen(leader);
  await fillIn(mainForm(leader), { title: "Trồng hai héc-ta cỏ voi", deadlineOn: "31/12/2199" });
  await mainForm(leader).getByRole("button", { name: "Giao nhiệm vụ" }).click();
  await expect(leader.getByText("Đã giao nhiệm vụ.")).toBeVisible();
  await expectGoodScreen(leader);
  await follow(leader.locator("main").getByRole("link", { name: "12-NQ/HU", exact: true }));
  expect(new URL(leader.url()).pathname).toBe(paper);
  await expect(leader.locator("main").getByRole("link", { name: "Trồng hai héc-ta cỏ voi" })).toBeVisible();
  await expectGoodScreen(leader);
  const branch = await as("naan", PHONE);
  await branch.goto(paper);
  await expect(branch.locator("main")).not.toContainText("Trồng hai héc-ta cỏ voi");
});
