import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { wordFile } from "@/lib/core/files/word/write-word";
import { readAs } from "@/lib/core/query";
import { acceptTemplate, restoreBuiltIn } from "@/lib/features/documents/commands/accept-template";
import { checkTemplate } from "@/lib/features/documents/commands/check-template";
import { getMemberForm } from "@/lib/features/documents/queries/get-member-form";
import {
  getTemplate,
  getTemplateCheck,
  getTemplateFile,
  listTemplates,
} from "@/lib/features/documents/queries/templates";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { check, goodLines, tamperedTemplate } from "../../support/templates";
import { wordText } from "../../support/word";
import { refusalOf } from "../accounts/people";

let register: TestRegister;
let office: Actor;
beforeAll(async () => {
  register = await openRegister();
});
beforeEach(async () => {
  office = await signInAs(register.committeeId, "Văn phòng", { role: "OFFICE" });
});

const templates = () =>
  ownerRows<{ version: number; kind: string; fileName: string | null }>(
    `SELECT version, kind, "fileName" FROM "DocumentTemplate" WHERE "committeeId" = $1 ORDER BY version`,
    [register.committeeId],
  );
const checks = () => ownerRows(`SELECT id FROM "TemplateCheck" WHERE "accountId" = $1`, [office.accountId]);
const accept = (id: string, actor = office, startsOn = actor.today) => acceptTemplate(actor, { id, startsOn });
const restore = (actor = office) => restoreBuiltIn(actor, { kind: "MEMBER_FORM", startsOn: actor.today });
const formText = async (actor = office) => wordText((await getMemberForm(actor, register.members.woman)).bytes);

describe("a template that is sent in", () => {
  it("tells what was found, and is kept for its sender alone", async () => {
    const id = await check(office);
    expect(await getTemplateCheck(office, id)).toMatchObject({
      kind: "MEMBER_FORM",
      fileName: "mau-cua-xa.docx",
      found: ["Họ và tên", "Chi bộ"],
      isFaultless: true,
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "documentTemplate.checked" });
    expect(await refusalOf(getTemplateCheck(register.actors.office, id))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(getTemplateCheck(register.actors.leader, id))).toMatch(/^NOT_FOUND/);
    expect(await formText()).not.toContain("PHIẾU CỦA XÃ");
  });

  it("with faults has each of them named and its file not kept", async () => {
    const id = await check(office, ["{Họ và tên", "{Số CCCD} {Năm}", "{Chi bộ}"]);
    const found = await getTemplateCheck(office, id);
    expect(found).toMatchObject({ unknown: ["Số CCCD"], misplaced: ["Năm"], found: ["Chi bộ"], isFaultless: false });
    expect(found.faults).toHaveLength(1);
    const [kept] = await ownerRows<{ bytes: unknown }>(`SELECT bytes FROM "TemplateCheck" WHERE id = $1`, [id]);
    expect(kept?.bytes).toBeNull();
    expect(await refusalOf(accept(id))).toBe("RULE documents.errors.templateFaulty");
  });

  it("takes the place of what the same person sent in before", async () => {
    await check(office);
    await check(office);
    expect(await checks()).toHaveLength(1);
  });

  it("is refused where it runs or fetches something, and from who keeps no templates", async () => {
    const macros = tamperedTemplate({ "word/vbaProject.bin": "x" });
    const send = (actor: Actor, bytes: Uint8Array<ArrayBuffer>) =>
      refusalOf(checkTemplate(actor, { kind: "MEMBER_FORM", name: "x.docx", bytes }));
    expect(await send(office, macros)).toBe("RULE documents.refusals.MACROS");
    const { leader, secretary, admin, inspector, ordinary } = register.actors;
    for (const actor of [leader, secretary, admin, inspector, ordinary]) {
      expect(await send(actor, wordFile(goodLines))).toMatch(/^FORBIDDEN/);
    }
  });
});

describe("a template that is accepted", () => {
  it("makes the documents from its day on, for everybody who takes them away", async () => {
    const { kind } = await accept(await check(office));
    expect(kind).toBe("MEMBER_FORM");
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "documentTemplate.accepted",
      after: { documentKind: "MEMBER_FORM", fileName: "mau-cua-xa.docx" },
    });
    expect(await formText(register.actors.secretary)).toContain("PHIẾU CỦA XÃ\nHọ và tên: Hà Thị Ẩm");
    const view = await getTemplate(register.actors.leader, "MEMBER_FORM");
    expect(view.own).toMatchObject({ fileName: "mau-cua-xa.docx", acceptedBy: "Văn phòng" });
    expect(await checks()).toEqual([]);
    const own = await getTemplateFile(office, "MEMBER_FORM", view.own?.version ?? 0);
    expect(wordText(own.bytes)).toContain("{Họ và tên}");
    expect(wordText((await getTemplateFile(office, "MEMBER_FORM", 0)).bytes)).toContain("PHIẾU ĐẢNG VIÊN");
    expect(await refusalOf(getTemplateFile(office, "MEMBER_FORM", 999))).toMatch(/^NOT_FOUND/);
    await restore();
  });

  it("waits for its day, which is none of the past", async () => {
    const id = await check(office);
    expect(await refusalOf(accept(id, office, addDays(office.today, -1)))).toBe("RULE documents.errors.startsInPast");
    await accept(id, office, addDays(office.today, 7));
    expect(await formText()).toContain("PHIẾU ĐẢNG VIÊN");
    await restore();
  });

  it("is the sender's to accept, and is accepted once", async () => {
    const id = await check(office);
    expect(await refusalOf(accept(id, register.actors.office))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(accept(id, register.actors.leader))).toMatch(/^NOT_FOUND/);
    const before = (await templates()).length;
    const both = await Promise.allSettled([accept(id), accept(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(accept(id))).toMatch(/^NOT_FOUND/);
    expect(await templates()).toHaveLength(before + 1);
    await restore();
  });

  it("is never changed or removed, not even by the office", async () => {
    const change = (actor: Actor) =>
      readAs(actor, (tx) => tx.$executeRaw`UPDATE "DocumentTemplate" SET "fileName" = 'x'`);
    await expect(change(office)).rejects.toThrow("permission denied");
  });
});

describe("going back to the shipped template", () => {
  it("is the next version, without a file, once", async () => {
    await accept(await check(office));
    const before = (await templates()).length;
    const both = await Promise.allSettled([restore(), restore()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await templates()).slice(before)).toEqual([{ version: before + 1, kind: "MEMBER_FORM", fileName: null }]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "documentTemplate.withdrawn" });
    expect(await formText()).toContain("PHIẾU ĐẢNG VIÊN");
    expect(await refusalOf(restore())).toBe("RULE documents.errors.builtInAlready");
  });

  it("is the office's", async () => {
    await accept(await check(office));
    for (const actor of [register.actors.leader, register.actors.secretary, register.actors.admin]) {
      expect(await refusalOf(restore(actor))).toMatch(/^FORBIDDEN/);
    }
    const past = restoreBuiltIn(office, { kind: "MEMBER_FORM", startsOn: addDays(office.today, -1) });
    expect(await refusalOf(past)).toBe("RULE documents.errors.startsInPast");
    await restore();
  });
});

describe("the templates", () => {
  it("are listed to who takes documents away, each with the document it follows", async () => {
    const { leader, secretary, inCharge, ordinary } = register.actors;
    for (const actor of [office, leader, secretary]) {
      const lines = await listTemplates(actor);
      expect(lines.find(({ kind }) => kind === "MEMBER_FORM")).toMatchObject({ document: "HD 38-HD/BTCTW" });
    }
    for (const actor of [inCharge, ordinary]) expect(await refusalOf(listTemplates(actor))).toMatch(/^FORBIDDEN/);
  });

  it("of another register are never there", async () => {
    await accept(await check(office));
    const other = await openRegister();
    expect((await getTemplate(other.actors.office, "MEMBER_FORM")).versions).toEqual([]);
    await restore();
  });
});
