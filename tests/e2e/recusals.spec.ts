import { expect, type Page } from "@playwright/test";
import { answerAt } from "./support/answer";
import { follow } from "./support/follow";
import { expectEntries, expectProblems, expectRefusal, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const TITLE = "Kiểm tra việc thực hiện quy chế làm việc của chi bộ";
const WORDS = "Bí thư chi bộ được kiểm tra là anh ruột.";
const NOWHERE = "/inspections/00000000-0000-4000-8000-000000000000";

test("who declares a conflict no longer knows of the case, until a second person lets them", async ({ as }) => {
  const [inspector, partySecretary] = [await as("ubkt"), await as("bithu")];
  const member = await as("naan", { javaScript: "off", width: 360 });
  const shown = await as("naan", { width: 360 });
  const [name, head] = [await nameOf(shown), await nameOf(inspector)];

  await test.step("a case is opened with somebody in its team who has a conflict", async () => {
    await inspector.goto("/inspections/new?year=2025");
    await fillIn(mainForm(inspector), {
      ...{ title: TITLE, mode: "Kiểm tra", body: "Ủy ban Kiểm tra", year: "2025", decisionNumber: "72-QĐ/UBKT" },
      ...{
        decidedOn: "02/06/2025",
        startsOn: "10/06/2025",
        topics: "Quy chế làm việc",
        branchIds: "Chi bộ bản Pù Lầu",
      },
      ...{ head, team: name },
    });
    await mainForm(inspector).getByRole("button", { name: "Mở cuộc" }).click();
    await expect(inspector.getByText("Đã mở cuộc kiểm tra, giám sát.")).toBeVisible();
  });
  const address = new URL(inspector.url()).pathname;

  await test.step("without a script that person asks to keep out, having ticked that it is understood", async () => {
    await member.goto(address);
    await member.getByRole("link", { name: "Xin không tham gia cuộc này" }).click();
    await shown.goto(`${address}/recuse`);
    await expectGoodScreen(shown);
    const entries = { ground: "Người thân", words: WORDS };
    await fillIn(mainForm(member), entries);
    await mainForm(member).getByRole("button", { name: "Gửi, không tham gia" }).click();
    await expect(member.locator(".error-summary")).toContainText("Đánh dấu vào ô này");
    await expectEntries(mainForm(member), entries);
    await fillIn(mainForm(member), { understood: "Tôi đã rõ" });
    await mainForm(member).getByRole("button", { name: "Gửi, không tham gia" }).click();
    await expect(member.getByText("Đồng chí không tham gia cuộc đó nữa.")).toBeVisible();
    await expect(member.locator("main")).not.toContainText(TITLE);
    expect(await answerAt(shown, address)).toEqual(await answerAt(shown, NOWHERE));
  });

  await test.step("those who oversee it see who and why; the Party secretary lets the person take part again", async () => {
    await inspector.goto(address);
    await expect(inspector.getByText(WORDS)).toBeVisible();
    await expectGoodScreen(inspector);
    await partySecretary.goto(address);
    await follow(partySecretary.getByRole("link", { name: `Cho tham gia lại: ${name}` }));
    await expectGoodScreen(partySecretary);
    await mainForm(partySecretary).getByRole("button", { name: "Cho tham gia lại" }).click();
    await expectProblems(partySecretary, { reason: "Nhập nội dung cho ô này." });
    await fillIn(mainForm(partySecretary), { reason: "Người đó đã chuyển đi nơi khác" });
    await mainForm(partySecretary).getByRole("button", { name: "Cho tham gia lại" }).click();
    await expect(partySecretary.getByText("Đã cho tham gia lại.")).toBeVisible();
    await expect(partySecretary.getByText("Người đó đã chuyển đi nơi khác")).toBeVisible();
    await expectGoodScreen(partySecretary);
  });

  await test.step("into the team again only by a request, which whoever is asked for learns nothing of", async () => {
    await inspector.goto(`${address}/edit`);
    await fillIn(mainForm(inspector), { team: name });
    await mainForm(inspector).getByRole("button", { name: "Lưu" }).click();
    await expectRefusal(inspector, `${name} chưa ở trong tổ`);
    await expectEntries(mainForm(inspector), { team: name });
    await expectGoodScreen(inspector);
    await inspector.goto(address);
    await follow(inspector.getByRole("link", { name: "Đề nghị vào tổ" }));
    await expectGoodScreen(inspector);
    await fillIn(mainForm(inspector), { person: name });
    await mainForm(inspector).getByRole("button", { name: "Gửi đề nghị" }).click();
    await expectProblems(inspector, { words: "Nhập nội dung cho ô này." });
    await fillIn(mainForm(inspector), { words: "Quen việc tài chính" });
    await mainForm(inspector).getByRole("button", { name: "Gửi đề nghị" }).click();
    await expect(inspector.getByText("Đã gửi đề nghị vào tổ.")).toBeVisible();
    await expect(inspector.getByRole("link", { name: `Quyết định: ${name}` })).toHaveCount(0);
    await expectGoodScreen(inspector);
    await follow(inspector.getByRole("link", { name: `Rút đề nghị: ${name}` }));
    await expect(mainForm(inspector).getByRole("button", { name: "Rút đề nghị" })).toBeVisible();
    await expectGoodScreen(inspector);
    const request = new URL(inspector.url()).pathname;
    for (const path of [address, request, `${address}/team-requests/new`])
      expect(await answerAt(shown, path)).toEqual(await answerAt(shown, NOWHERE));
  });

  await test.step("a second person finds it in the month's work and takes them in, without a script", async () => {
    const quiet = await as("bithu", { javaScript: "off", width: 360 });
    await quiet.goto("/month-work");
    await quiet.locator(`main a[href^="${address}/team-requests/"]`).click();
    const form = mainForm(quiet);
    await fillIn(form, { decision: "Không đồng ý" });
    await form.getByRole("button", { name: "Ghi quyết định" }).click();
    await expect(quiet.locator(".error-summary")).toContainText("Không đồng ý thì ghi rõ lý do.");
    await partySecretary.goto(new URL(quiet.url()).pathname);
    await expectGoodScreen(partySecretary);
    await fillIn(form, { decision: "Đồng ý cho vào tổ" });
    await form.getByRole("button", { name: "Ghi quyết định" }).click();
    await expect(quiet.getByText("Đã ghi quyết định về đề nghị vào tổ.")).toBeVisible();
    await shown.goto(address);
    await expect(shown.getByRole("heading", { level: 1 })).toHaveText(TITLE);
    await expect(shown.getByRole("heading", { name: "Đề nghị vào tổ" })).toHaveCount(0);
    await expectGoodScreen(shown);
  });

  await test.step("who opened and oversees it keeps out too; the Party secretary may then not", async () => {
    const english = await as("ubkt", { locale: "en" });
    await declare(
      english,
      address,
      { ground: "Another reason", words: "A friend", understood: "I understand" },
      "Send and keep out",
    );
    await expect(english.getByText("You no longer take part in that case.")).toBeVisible();
    expect(await answerAt(english, address)).toEqual(await answerAt(english, NOWHERE));
    const entries = { ground: "Lý do khác", words: "Bạn thân", understood: "Tôi đã rõ" };
    await declare(partySecretary, address, entries, "Gửi, không tham gia");
    await expect(partySecretary.locator(".error-summary")).toContainText(
      "Nếu đồng chí không tham gia thì không còn ai",
    );
    await expectEntries(mainForm(partySecretary), entries);
  });
});

async function declare(page: Page, address: string, entries: Record<string, string>, send: string): Promise<void> {
  await page.goto(`${address}/recuse`);
  await expectGoodScreen(page);
  await fillIn(mainForm(page), entries);
  await mainForm(page).getByRole("button", { name: send }).click();
}

async function nameOf(page: Page): Promise<string> {
  await page.goto("/account");
  return (await page.locator("header .user-menu summary").innerText()).replace("Đ/c ", "").trim();
}
