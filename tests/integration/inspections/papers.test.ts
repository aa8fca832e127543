import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { markStep, writeDiary } from "@/lib/features/inspections/commands/keep-progress";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getCasePaper } from "@/lib/features/inspections/queries/get-case-paper";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { casePapers } from "@/lib/features/inspections/schema/papers";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { openRegister, type TestRegister } from "../../support/register";
import { brokenParts, wordText } from "../../support/word";
import { caseInput, concludedInput, conclusion } from "./case";

let register: TestRegister;
let id: string;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  const { inspector } = register.actors;
  const about = { branchIds: [register.branchId], head: { memberId: register.members.inCharge } };
  id = (await openInspection(inspector, caseInput(about))).id;
  await markStep(inspector, { id, step: "DECISION_AND_PLAN", doneOn: day("2022-08-01"), remark: "Kế hoạch số 4" });
  await writeDiary(inspector, { id, happenedOn: day("2022-08-18"), text: "Xem sổ nghị quyết của chi bộ." });
});

const shownRows = (token: string) =>
  inContext(token, (tx) => tx.accessLog.count({ where: { subjectId: id, type: "document.exported" } }));

describe("the papers of a case under way", () => {
  it("are those of its steps, filled with what the register holds, for whoever keeps its progress", async () => {
    const { inspector } = register.actors;
    expect((await getInspection(inspector, id)).can.papers).toEqual(
      casePapers.filter((kind) => kind !== "INSPECTION_NOTICE"),
    );
    const decision = await getCasePaper(inspector, id, "INSPECTION_DECISION");
    expect(brokenParts(decision.bytes)).toEqual([]);
    const text = wordText(decision.bytes);
    expect(text).toContain("ỦY BAN KIỂM TRA");
    expect(text).toContain("Số 21-QĐ/UBKT");
    expect(text).toContain("Kiểm tra: Kiểm tra việc chấp hành Điều lệ Đảng");
    expect(text).toContain("Thời gian tiến hành: 15/08/2022 – 15/09/2022");
    expect(text).toContain("Tổ trưởng");
    expect(text).toContain("ngày 01 tháng 8 năm 2022");
    const report = wordText((await getCasePaper(inspector, id, "INSPECTION_REPORT")).bytes);
    expect(report).toContain("18/08/2022: Xem sổ nghị quyết của chi bộ.");
    const minutes = await getCasePaper(inspector, id, "INSPECTION_MINUTES");
    expect(brokenParts(minutes.bytes)).toEqual([]);
    const handover = wordText((await getCasePaper(inspector, id, "INSPECTION_HANDOVER")).bytes);
    expect(handover).toContain("Kế hoạch số 4");
    expect(handover).toContain("Bàn giao hồ sơ");
    await expect(getCasePaper(inspector, id, "INSPECTION_NOTICE")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are not there for anybody else, and neither is the trace that they were taken", async () => {
    const { office, leader, secretary, inspector } = register.actors;
    for (const actor of [office, leader, secretary]) {
      for (const kind of casePapers) {
        await expect(getCasePaper(actor, id, kind)).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
    }
    expect(await shownRows(inspector.sessionToken)).toBeGreaterThan(3);
    expect(await shownRows(leader.sessionToken)).toBe(0);
  });
});

describe("the notice of what was concluded", () => {
  it("is for the inspectors and for who takes the register away; not for the branch, and the trace is told", async () => {
    const { inspector, office, leader, secretary } = register.actors;
    const { version } = await getInspection(inspector, id);
    await concludeInspection(inspector, { id, version, ...conclusion });
    const text = wordText((await getCasePaper(office, id, "INSPECTION_NOTICE")).bytes);
    expect(text).toContain("Số 03-TB/UBKT");
    expect(text).toContain("Ngày 30/09/2022");
    expect(text).toContain(conclusion.conclusion);
    expect(text).toContain("Kỷ luật: Không kỷ luật.");
    expect((await getInspection(leader, id)).can.papers).toEqual(["INSPECTION_NOTICE"]);
    expect((await getInspection(inspector, id)).can.papers).toEqual(casePapers);
    await expect(getCasePaper(office, id, "INSPECTION_REPORT")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getCasePaper(secretary, id, "INSPECTION_NOTICE")).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await shownRows(leader.sessionToken)).toBeGreaterThan(4);
  });

  it("is taken of a case that was entered from its papers too, by the office alone", async () => {
    const { office, inspector } = register.actors;
    const { id: entered } = await recordConcludedInspection(office, concludedInput({ branchIds: [register.branchId] }));
    expect((await getInspection(office, entered)).can.papers).toEqual(["INSPECTION_NOTICE"]);
    expect((await getInspection(inspector, entered)).can.papers).toEqual([]);
    expect(brokenParts((await getCasePaper(office, entered, "INSPECTION_NOTICE")).bytes)).toEqual([]);
  });
});
