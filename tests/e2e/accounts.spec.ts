import { expect, type Page } from "@playwright/test";
import { moveBack } from "./support/database";
import { follow } from "./support/follow";
import { expectEntries, expectProblems, fillIn, mainForm } from "./support/form";
import { signIn } from "./support/people";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const NAME = "Sồng A Nhìa";
const PASSWORD = "Mùa ban nở trắng rừng";
const NEW_PASSWORD = "Suối chảy qua nương ngô";
const LAST_PASSWORD = "Trăng lên đầu ngọn núi";

test("a person is invited, comes in with the printed code, gets a right from a leader and loses the way in at once", async ({
  as,
}) => {
  const [admin, leader, newcomer] = [await as("quantri"), await as("bithu"), await as("nobody")];
  for (const page of [admin, leader]) await moveBack(page, "passwordGivenAt", 0);
  const username = `song.a.${Date.now()}`;

  await test.step("the administrator invites and prints the code, once", async () => {
    await admin.goto("/accounts");
    await admin.getByRole("link", { name: "Mời người dùng" }).click();
    const form = mainForm(admin, "invite");
    await fillIn(form, { displayName: NAME, username: "Sồng A", lastDay: "30/02/2027", roles: "Kiểm tra" });
    await form.getByRole("button", { name: "Mời và in mã" }).click();
    await expect(admin.locator(".error-summary")).toBeFocused();
    await expectEntries(form, { displayName: NAME, username: "Sồng A", lastDay: "30/02/2027", roles: "Kiểm tra" });
    await fillIn(form, { username, lastDay: "31/12/2027" });
    await form.getByRole("button", { name: "Mời và in mã" }).click();
    await expect(admin.getByText(`Cấp cho đồng chí ${NAME}`)).toBeVisible();
    await expectGoodScreen(admin);
  });
  const code = await valueOf(admin, "Mã dùng một lần");
  await admin.getByRole("link", { name: "Về tài khoản" }).click();
  await expect(admin.getByText("Chưa đặt mật khẩu")).toBeVisible();
  const account = new URL(admin.url()).pathname;

  await test.step("the new person sets a password with the code, which works once", async () => {
    await newcomer.goto("/sign-in");
    await newcomer.getByRole("link", { name: "Nhập mã dùng một lần" }).click();
    const form = mainForm(newcomer, "redeem");
    await fillIn(form, { username, code, password: "chibo trên núi cao", repeatedPassword: "chibo trên núi cao" });
    await form.getByRole("button").click();
    await expectProblems(newcomer, { password: "Mật khẩu không được chứa chữ «chibo»." }, "redeem");
    await expectGoodScreen(newcomer);
    await expectEntries(form, { username, code });
    await fillIn(form, { password: PASSWORD, repeatedPassword: PASSWORD });
    await form.getByRole("button").click();
    await expect(newcomer.getByText(`Đ/c ${NAME}`).first()).toBeVisible();

    const thief = await as("nobody");
    await thief.goto("/redeem");
    await fillIn(mainForm(thief, "redeem"), { username, code, password: PASSWORD, repeatedPassword: PASSWORD });
    await mainForm(thief, "redeem").getByRole("button").click();
    await expect(thief.locator(".error-summary")).toContainText("mã đã dùng hay đã hết hạn");
  });

  await test.step("before a leader confirms it, the right counts for nothing", async () => {
    await admin.reload();
    await expect(admin.getByText("Hôm nay tài khoản này chưa có quyền nào.")).toHaveCount(0);
    await expect(card(admin, "Người này thấy gì")).not.toContainText("kiểm tra, giám sát đang tiến hành");
    expect((await newcomer.goto("/inspections/new"))?.status()).toBe(404);
    await expect(admin.getByRole("button", { name: "Xác nhận" })).toHaveCount(0);
  });

  await test.step("the leader confirms; who sees what stands in sentences", async () => {
    await leader.goto(account);
    await leader.getByRole("button", { name: "Xác nhận", exact: true }).click();
    await expect(leader.getByText("Đã xác nhận. Người dùng đăng nhập lại để có quyền mới.")).toBeVisible();
    await expect(card(leader, "Người này thấy gì")).toContainText("cuộc kiểm tra, giám sát đang tiến hành");
    await expect(card(leader, "Người này thấy gì")).not.toContainText("tài khoản trong toàn Đảng bộ");

    await newcomer.goto("/account");
    await expect(newcomer).toHaveURL(/sign-in/);
    await expect(newcomer.getByText("quyền", { exact: false }).first()).toBeVisible();
    await signIn(newcomer, username, PASSWORD);
    await newcomer.goto("/inspections/new");
    await expect(newcomer.getByRole("heading", { level: 1 })).toHaveText("Mở cuộc kiểm tra, giám sát");
  });

  await test.step("a new password ends no session of one's own", async () => {
    await newcomer.goto("/account");
    const form = mainForm(newcomer, "change-password");
    await fillIn(form, { currentPassword: "sai rồi đấy nhé", password: NEW_PASSWORD, repeatedPassword: NEW_PASSWORD });
    await form.getByRole("button").click();
    await expectProblems(newcomer, { currentPassword: "Mật khẩu hiện nay chưa đúng. Nhập lại." }, "change-password");
    await fillIn(form, { currentPassword: PASSWORD, password: NEW_PASSWORD, repeatedPassword: NEW_PASSWORD });
    await form.getByRole("button").click();
    await expect(newcomer.getByText("Đã đổi mật khẩu.")).toBeVisible();
  });

  await test.step("a lost password is replaced by another code", async () => {
    await admin.goto(account);
    await follow(admin.getByRole("link", { name: "Cấp mã mới" }));
    await expectGoodScreen(admin);
    await admin.getByRole("button", { name: "Cấp mã và in" }).click();
    const again = await valueOf(admin, "Mã dùng một lần");
    await newcomer.goto("/account");
    await expect(newcomer).toHaveURL(/sign-in/);
    await newcomer.goto("/redeem");
    const form = mainForm(newcomer, "redeem");
    await fillIn(form, { username, code: again, password: LAST_PASSWORD, repeatedPassword: LAST_PASSWORD });
    await form.getByRole("button").click();
    await expect(newcomer.getByText(`Đ/c ${NAME}`).first()).toBeVisible();
  });

  await test.step("disabling asks for a check and takes effect on the next request", async () => {
    await admin.goto(account);
    await follow(admin.getByRole("link", { name: "Khóa tài khoản" }));
    await expectGoodScreen(admin);
    await admin.getByRole("button", { name: "Khóa tài khoản" }).click();
    await expect(admin.getByText("Đã khóa tài khoản.")).toBeVisible();
    await newcomer.goto("/inspections");
    await expect(newcomer).toHaveURL(/sign-in/);
    await fillIn(mainForm(newcomer, "sign-in"), { username, password: LAST_PASSWORD });
    await mainForm(newcomer, "sign-in").getByRole("button").click();
    await expect(newcomer.locator(".error-summary")).toBeFocused();
    await expect(newcomer).toHaveURL(/sign-in/);
  });
});

test("nobody gives or confirms a right of the own", async ({ as }) => {
  const leader = await as("bithu");
  await leader.goto("/accounts?q=bithu");
  await leader.locator("main tbody th a").first().click();
  await expect(leader.getByRole("heading", { name: "Quyền theo ngày" })).toBeVisible();
  await expect(leader.getByRole("button", { name: /Xác nhận|Kết thúc quyền/ })).toHaveCount(0);
});

test("the administrator sees accounts and nothing of the register", async ({ as }) => {
  const page = await as("quantri");
  for (const path of ["/members", "/ratings/2022", "/dashboard?year=2022", "/inspections", "/committee"]) {
    await page.goto(path);
    expect(await page.locator("main").innerText()).not.toMatch(/232|221|Nà An|Xuất sắc/);
  }
});

function card(page: Page, title: string) {
  return page.locator("main .card").filter({ has: page.getByRole("heading", { name: title }) });
}

async function valueOf(page: Page, term: string): Promise<string> {
  return page.locator("dt", { hasText: term }).locator("xpath=following-sibling::dd[1]").innerText();
}
