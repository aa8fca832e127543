import { expect } from "@playwright/test";
import { follow } from "./support/follow";
import { expectEntries, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const PHONE = { width: 360, height: 740 };
const TITLE = "Họp giao ban bí thư chi bộ";

test("the committee tells a branch something, its secretary comments, and the office moderates", async ({ as }) => {
  const leader = await as("bithu");
  await leader.goto("/announcements");
  await expectGoodScreen(leader);
  await follow(leader.getByRole("link", { name: "Đăng thông báo" }));
  await expectGoodScreen(leader);
  const form = mainForm(leader);
  await fillIn(form, { title: TITLE, text: "Mời dự họp ngày 05/12/2026." });
  await form.getByLabel("Một số chi bộ").check();
  await form.getByRole("button", { name: "Đăng thông báo" }).click();
  await expect(leader.locator("#form-branches-error")).toContainText("Chọn ít nhất một chi bộ");
  await expectEntries(mainForm(leader), { title: TITLE, text: "Mời dự họp ngày 05/12/2026." });
  await mainForm(leader).getByLabel("Chi bộ bản Nà An").check();
  await mainForm(leader).getByRole("button", { name: "Đăng thông báo" }).click();
  await expect(leader.getByText("Đã đăng thông báo.")).toBeVisible();
  await expectGoodScreen(leader);
  const address = new URL(leader.url()).pathname;

  await leader.goto("/announcements?q=giao+ban+bi+thu");
  await expect(leader.locator("main table tbody th")).toHaveText([TITLE]);
  await expectGoodScreen(leader);
  await leader.getByRole("searchbox").fill("không có ở đâu");
  await leader.getByRole("button", { name: "Tìm", exact: true }).click();
  await leader.waitForURL(/q=kh/u);
  await expect(leader.locator("main table")).toHaveCount(0);
  await expectGoodScreen(leader);

  const secretary = await as("naan", PHONE);
  await test.step("the branch reads it on a phone; four characters are too few, and nothing typed is lost", async () => {
    await secretary.goto("/announcements");
    await follow(secretary.getByRole("link", { name: TITLE }));
    await expectGoodScreen(secretary);
    await fillIn(mainForm(secretary, "comment"), { text: "Đã r" });
    await expect(secretary.getByText("4/500 ký tự")).toBeVisible();
    await mainForm(secretary, "comment").getByRole("button", { name: "Gửi góp ý" }).click();
    await expect(secretary.locator("#comment-text-error")).toContainText("ít nhất 5 ký tự");
    await expectEntries(mainForm(secretary, "comment"), { text: "Đã r" });
    const long = `Xin ý kiến thêm. ${"a".repeat(490)}`;
    await fillIn(mainForm(secretary, "comment"), { text: long });
    await mainForm(secretary, "comment").getByRole("button", { name: "Gửi góp ý" }).click();
    await expect(secretary.locator("#comment-text-error")).toContainText("500");
    await expectEntries(mainForm(secretary, "comment"), { text: long });
    await fillIn(mainForm(secretary, "comment"), { text: "Chi bộ đã rõ, sẽ dự đủ." });
    await mainForm(secretary, "comment").getByRole("button", { name: "Gửi góp ý" }).click();
    await expect(secretary.getByText("Đã gửi góp ý.")).toBeVisible();
  });

  const [other, office] = [await as("thin"), await as("vanphong")];
  expect((await other.goto(address))?.status()).toBe(404);
  await test.step("the office hides it with why, and the writer still reads why", async () => {
    await office.goto(address);
    await office.getByText("Ẩn góp ý này").click();
    await office.getByLabel("Vì sao ẩn").fill("Trao đổi trực tiếp");
    await office.getByRole("button", { name: "Ẩn góp ý" }).click();
    await expect(office.getByText("Đã ẩn góp ý.")).toBeVisible();
    await secretary.goto(address);
    await expect(secretary.getByText("Trao đổi trực tiếp")).toBeVisible();
  });

  await leader.goto(address);
  await leader.getByText("Rút thông báo").first().click();
  await leader.getByLabel("Vì sao rút").fill("Đổi ngày họp");
  await leader.getByRole("button", { name: "Rút thông báo" }).click();
  await expect(leader.getByText("Đã rút thông báo.")).toBeVisible();
  await secretary.goto(address);
  await expect(secretary.getByText(/Thông báo đã rút/)).toBeVisible();
  await expect(secretary.getByRole("button", { name: "Gửi góp ý" })).toHaveCount(0);
});
