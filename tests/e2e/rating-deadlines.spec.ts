import { expect } from "@playwright/test";
import { dayAhead, TODAY } from "./support/days";
import { follow } from "./support/follow";
import { expectEntries, expectProblems, fillIn, mainForm } from "./support/form";
import { expectGoodScreen } from "./support/screen";
import { test } from "./support/test";

const YEAR = TODAY.slice(6);
const BRANCH = "Chi bộ bản Thín";
const ROUND = `/ratings/${YEAR}`;
const WORK = "Chi bộ chưa gửi đề nghị xếp loại";

test("a round's deadlines: set when it is opened, followed by the branches, and changed with a reason", async ({
  as,
}) => {
  const [office, leader] = [await as("vanphong"), await as("bithu")];
  const secretary = await as("thin", { width: 360, height: 740 });

  await test.step("the office opens the round with deadlines, each step after the one before it", async () => {
    await office.goto("/ratings/new");
    const form = mainForm(office);
    await expect(form.getByText("Chưa xác nhận")).toBeVisible();
    await expectGoodScreen(office);
    const days = { meetingDueOn: dayAhead(11), proposalDueOn: dayAhead(10), decisionDueOn: dayAhead(20) };
    await fillIn(form, { year: YEAR, reckoningOn: TODAY, ...days });
    await form.getByRole("button", { name: "Mở kỳ đánh giá" }).click();
    await expectProblems(office, {
      proposalDueOn: `Hạn «Chi bộ gửi đề nghị» là ${dayAhead(10)}, lại trước hạn «Chi bộ họp, biểu quyết» là ${dayAhead(11)}.`,
    });
    await expectEntries(form, { ...days, selfReviewDueOn: "" });
    await fillIn(form, { meetingDueOn: dayAhead(5) });
    await form.getByRole("button", { name: "Mở kỳ đánh giá" }).click();
    await expect(office.getByText("Đã mở kỳ đánh giá.")).toBeVisible();
  });

  await test.step("the round shows by when each step is due and which branches have not done it", async () => {
    const steps = office.getByRole("region", { name: "Các bước và thời hạn" });
    const meeting = steps.getByRole("listitem").filter({ hasText: "Chi bộ họp, biểu quyết" });
    await expect(meeting).toContainText(`hạn ${dayAhead(5)}`);
    await expect(meeting).toContainText("còn 5 ngày");
    await expect(meeting).toContainText("Chưa chi bộ nào làm xong.");
    await expect(steps.getByRole("listitem").filter({ hasText: "Tự kiểm điểm" })).toContainText("chưa đặt hạn");
    await expectGoodScreen(office);
    const open = await meeting.getByRole("link").nth(1).textContent();
    await follow(meeting.getByRole("link").nth(1));
    await expect(office.getByRole("table").locator("tbody tr")).toHaveCount(Number(open));
  });

  await test.step("the secretary sees the own branch alone, and is led from the month's work to what is to be done", async () => {
    await secretary.goto(ROUND);
    const steps = secretary.getByRole("region", { name: "Các bước và thời hạn" });
    await expect(steps).toContainText("0 trên 1 chi bộ đã họp, còn 1");
    await expectGoodScreen(secretary);
    await secretary.goto("/month-work");
    const work = secretary.getByRole("region", { name: `${WORK} (1)` });
    await expect(work.getByRole("link")).toContainText(`hạn ${dayAhead(5)}`);
    await expectGoodScreen(secretary);
    await follow(work.getByRole("link"));
    const form = mainForm(secretary);
    await form.locator("[name=votedOn]").fill(TODAY);
    for (const select of await form.locator("fieldset select").all()) await select.selectOption("GOOD");
    await form.getByRole("button", { name: "Lưu kết quả cuộc họp" }).click();
    await expect(secretary.getByText("Đã ghi đề nghị của chi bộ.")).toBeVisible();
  });

  await test.step("what is left is the branch's own level, by the deadline of the proposal", async () => {
    await secretary.goto("/month-work");
    const work = secretary.getByRole("region", { name: `${WORK} (1)` });
    await expect(work.getByRole("link")).toHaveText(`${BRANCH}: chưa đề nghị mức của chi bộ, hạn ${dayAhead(10)}`);
    await follow(work.getByRole("link"));
    const form = mainForm(secretary, "proposal");
    await fillIn(form, { level: "Hoàn thành tốt" });
    await form.getByRole("button", { name: "Lưu đề nghị" }).click();
    await expect(secretary.getByText("Đã ghi đề nghị của chi bộ.")).toBeVisible();
    await secretary.goto("/month-work");
    await expect(secretary.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(secretary.getByRole("region", { name: new RegExp(WORK) })).toHaveCount(0);
  });

  await test.step("a deadline is moved with a reason, which stays beside the old day", async () => {
    await office.goto(ROUND);
    await follow(office.getByRole("link", { name: "Sửa thời hạn" }));
    const form = mainForm(office);
    await fillIn(form, { proposalDueOn: dayAhead(12) });
    await form.getByRole("button", { name: "Lưu thời hạn" }).click();
    await expectProblems(office, { reason: "Đã có chi bộ gửi đề nghị. Ghi lý do thay đổi thời hạn." });
    await expectEntries(form, { proposalDueOn: dayAhead(12) });
    await expectGoodScreen(office);
    await fillIn(form, { reason: "Mưa lũ, hai chi bộ không họp được" });
    await form.getByRole("button", { name: "Lưu thời hạn" }).click();
    await expect(office.getByText("Đã lưu thời hạn các bước.")).toBeVisible();
    const history = office.getByRole("region", { name: "Các lần đặt, sửa thời hạn" });
    await expect(history.getByRole("listitem").first()).toContainText("Sửa thời hạn (bản 2)");
    await expect(history).toContainText(`Chi bộ gửi đề nghị: từ ${dayAhead(10)} thành ${dayAhead(12)}`);
    await expect(history).toContainText("Lý do: Mưa lũ, hai chi bộ không họp được");
    await expectGoodScreen(office);
  });

  await test.step("a leader confirms them, which who set them cannot", async () => {
    await expect(office.getByText("Chờ lãnh đạo xác nhận")).toBeVisible();
    await expect(office.getByRole("button", { name: "Xác nhận thời hạn" })).toHaveCount(0);
    await leader.goto(ROUND);
    const card = leader.getByRole("region", { name: "Các bước và thời hạn" });
    await expect(card.getByText("Chờ lãnh đạo xác nhận")).toBeVisible();
    await leader.goto("/month-work");
    const waiting = leader.getByRole("region", { name: /^Thời hạn xếp loại chờ xác nhận/ });
    await follow(waiting.getByRole("link", { name: `Kỳ năm ${YEAR}`, exact: true }));
    await expectGoodScreen(leader);
    await mainForm(leader, "confirm").getByRole("button", { name: "Xác nhận thời hạn" }).click();
    await expect(leader.getByText("Đã xác nhận thời hạn các bước.")).toBeVisible();
    await expect(leader.getByText("Chờ lãnh đạo xác nhận")).toHaveCount(0);
    await expectGoodScreen(leader);
  });

  await test.step("leadership sees who has not done what, by name", async () => {
    await leader.goto(ROUND);
    const steps = leader.getByRole("region", { name: "Các bước và thời hạn" });
    await expect(steps.getByText("Chờ lãnh đạo xác nhận")).toHaveCount(0);
    const meeting = steps.getByRole("listitem").filter({ hasText: "Chi bộ họp, biểu quyết" });
    await expect(meeting.getByRole("link", { name: "Chi bộ bản Nà An" })).toBeVisible();
    await expect(meeting.getByRole("link", { name: BRANCH })).toHaveCount(0);
    await expect(steps.getByRole("listitem").filter({ hasText: "Chi bộ gửi đề nghị" })).toContainText(
      "Chưa chi bộ nào làm xong.",
    );
    await expectGoodScreen(leader);
  });

  await test.step("leadership sees what waits, and reads the deadlines without changing them", async () => {
    await leader.goto("/month-work");
    const work = leader.getByRole("region", { name: new RegExp(WORK) });
    // The secretary's own rating is entered by the office.
    await expect(work.getByRole("link", { name: new RegExp(BRANCH) })).toContainText("còn 1 đảng viên chưa đề nghị");
    await follow(work.getByRole("link").first());
    await expect(leader).toHaveURL(new RegExp(`${ROUND}\\?branch=`));
    await follow(leader.getByRole("link", { name: "Xem thời hạn" }));
    await expect(leader.getByText("Lý do: Mưa lũ, hai chi bộ không họp được")).toBeVisible();
    await expect(mainForm(leader)).toHaveCount(0);
    const english = await as("bithu", { locale: "en", width: 360, height: 740 });
    for (const address of [ROUND, `${ROUND}/deadlines`]) {
      await english.goto(address);
      await expectGoodScreen(english);
    }
  });

  await test.step("deadlines that no longer hold are taken off, so that nothing reminds of them", async () => {
    await office.goto(`${ROUND}/deadlines`);
    const form = mainForm(office);
    await fillIn(form, { meetingDueOn: "", proposalDueOn: "", decisionDueOn: "", reason: "Tạm hoãn kỳ đánh giá" });
    await form.getByRole("button", { name: "Lưu thời hạn" }).click();
    await expect(office.getByText("Đã lưu thời hạn các bước.")).toBeVisible();
    await office.goto("/month-work");
    await expect(office.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(office.getByRole("region", { name: new RegExp(WORK) })).toHaveCount(0);
  });

  await test.step("a round is closed once all of it is decided, and says what is open until then", async () => {
    await office.goto(`${ROUND}/close`);
    await expect(
      office
        .getByRole("region", { name: /^Chưa khóa được/ })
        .getByRole("link")
        .first(),
    ).toContainText(/: \d+ trường hợp/);
    await expectGoodScreen(office);
    await office.goto("/ratings/2020");
    await follow(office.getByRole("link", { name: "Khóa kỳ xếp loại" }));
    await expectGoodScreen(office);
    await mainForm(office).getByRole("button", { name: "Khóa kỳ xếp loại" }).click();
    await expect(office.getByText("Đã khóa kỳ đánh giá, xếp loại.")).toBeVisible();
    await expect(office.getByText(`Kỳ này đã khóa từ ${TODAY}.`)).toBeVisible();
    await expect(office.getByRole("link", { name: "Khóa kỳ xếp loại" })).toHaveCount(0);
    await office.goto("/ratings/2020/close");
    await expect(office.getByText(`Kỳ này đã khóa từ ${TODAY}.`)).toBeVisible();
    await expect(mainForm(office)).toHaveCount(0);
  });
});
