import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { confirmImport } from "@/lib/features/imports/commands/confirm-import";
import { runImport } from "@/lib/features/imports/commands/run-import";
import { undoImport } from "@/lib/features/imports/commands/undo-import";
import { getImport } from "@/lib/features/imports/queries/get-import";
import { closeRoll } from "@/lib/features/reports/commands/close-roll";
import { getRiseAndFall } from "@/lib/features/reports/queries/get-rise-and-fall";
import { openRegister, type TestRegister } from "../../support/register";
import { checkedImport, dumpOfMembers, importRow, person } from "./rosters";

const year = { from: day("2022-01-01"), to: day("2022-12-31") };
let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  await closeRoll(register.actors.office, year);
});

describe("an import that reaches into a closed year", () => {
  it("writes nothing without a reason, then everything with it, and its undoing is a correction too", async () => {
    const { office, leader } = register.actors;
    const before = await dumpOfMembers(register.committeeId);
    const checked = await checkedImport(office, [person(1)]);
    await confirmImport(office, checked);
    expect(await runImport(office, checked.id)).toBe("FAILED");
    expect(await dumpOfMembers(register.committeeId)).toEqual(before);
    const { failure, version, state } = await getImport(office, checked.id);
    expect([failure, state]).toEqual(["imports.errors.closedPeriod", "CHECKED"]);

    await confirmImport(office, { ...checked, version }, { correctionReason: "Danh sách cũ gửi muộn" });
    expect(await runImport(office, checked.id)).toBe("DONE");
    const { closing } = await getRiseAndFall(office, year);
    const told = closing?.corrections.map(({ column, change, reason, event }) => [column, change, reason, event]);
    expect(told).toEqual([
      ["closing", 1, "Danh sách cũ gửi muộn", "rosterImport.completed"],
      ["opening", 1, "Danh sách cũ gửi muộn", "rosterImport.completed"],
    ]);

    const undo = { id: checked.id, version: (await importRow(checked.id)).version, reason: "Nhập nhầm tệp" };
    await expect(undoImport(leader, undo)).rejects.toMatchObject({ field: "correctionReason" });
    await undoImport(leader, undo, { correctionReason: "Tệp không phải của kỳ này" });
    expect(await dumpOfMembers(register.committeeId)).toEqual(before);
    const after = await getRiseAndFall(office, year);
    expect(after.differences).toEqual({ opening: 0, closing: 0 });
    expect(after.closing?.corrections.at(-1)).toMatchObject({
      fullName: "Lường Văn Mới",
      change: -1,
      reason: "Tệp không phải của kỳ này",
    });
  });
});
