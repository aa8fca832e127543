import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { getPaperHead } from "@/lib/features/documents/queries/paper-head";
import { annulDocument, editIssued, issueDocument } from "@/lib/features/party-documents/commands/issue-document";
import { editReceived, receiveDocument } from "@/lib/features/party-documents/commands/receive-document";
import { listAddressees, listNextSigns } from "@/lib/features/party-documents/queries/find-document-form";
import { getDocument } from "@/lib/features/party-documents/queries/get-document";
import { listDocuments } from "@/lib/features/party-documents/queries/list-documents";
import { documentFilter } from "@/lib/features/party-documents/schema";
import { lastEvent, openRegister, type TestRegister } from "../../support/register";
import { issued, issueInput, received, receiveInput } from "./document";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const ruled = (reason: string) => ({ code: "RULE", reason: `partyDocuments.errors.${reason}` });
const asked = (changes: object = {}) => documentFilter.parse(changes);

describe("registering an incoming paper", () => {
  it("keeps what it is and for whom, and audits it", async () => {
    const { office, secretary } = register.actors;
    const id = await received(office, {
      number: 7,
      sign: "-CT/TU",
      audience: "CHOSEN_BRANCHES",
      branchId: [register.branchId],
    });
    expect(await getDocument(secretary, id)).toMatchObject({
      ...{ direction: "INCOMING", name: "07-CT/TU", sign: "CT/TU", deadlineOn: "2022-04-30", recordedBy: "Văn phòng" },
      ...{ branches: [{ id: register.branchId }], can: { keep: false } },
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "partyDocument.received", before: null });
  });

  it("is for the office alone", async () => {
    const { leader, inspector, secretary, inCharge, ordinary, admin } = register.actors;
    for (const reader of [leader, inspector, secretary, inCharge]) {
      await expect(receiveDocument(reader, receiveInput())).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(issueDocument(reader, issueInput())).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect([await listAddressees(reader), await listNextSigns(reader)]).toEqual([[], []]);
    }
    for (const stranger of [ordinary, admin]) {
      await expect(receiveDocument(stranger, receiveInput())).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(issueDocument(stranger, issueInput())).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(listDocuments(stranger, asked())).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("refuses what does not fit, and a branch of elsewhere", async () => {
    const { office } = register.actors;
    const tries: [object, object][] = [
      [{ issuedOn: addDays(office.today, 1) }, ruled("inFuture")],
      [{ receivedOn: day("2022-02-28") }, ruled("receivedBefore")],
      [{ audience: "CHOSEN_BRANCHES" }, ruled("chooseBranches")],
      [{ branchId: [register.branchId] }, ruled("branchesUnasked")],
      [{ deadlineOn: day("2022-02-28") }, ruled("deadlinePast")],
      [{ audience: "NO_BRANCH" }, ruled("deadlineForNobody")],
      [{ audience: "CHOSEN_BRANCHES", branchId: [randomUUID()] }, { code: "NOT_FOUND" }],
    ];
    for (const [changes, refusal] of tries) {
      await expect(receiveDocument(office, receiveInput(changes))).rejects.toMatchObject(refusal);
    }
  });

  it("takes a number of a body, kind, sign and year once, until it is annulled", async () => {
    const { office } = register.actors;
    const id = await received(office, { number: 900 });
    const taken = { code: "CONFLICT", reason: "partyDocuments.errors.numberTaken" };
    const again = receiveInput({ number: 900, issuer: "TỈNH UỶ SƠN LA" });
    await expect(receiveDocument(office, again)).rejects.toMatchObject(taken);
    const other = await received(office, { number: 901 });
    const moved = { ...receiveInput({ number: 900 }), id: other, version: 1 };
    await expect(editReceived(office, moved)).rejects.toMatchObject(taken);
    const year = { issuedOn: day("2023-03-01"), receivedOn: day("2023-03-01"), deadlineOn: null };
    await received(office, { number: 900, ...year });
    await received(office, { number: 900, kind: "NOTICE" });
    await annulDocument(office, { id, version: 1, reason: "Vào sổ hai lần" });
    await received(office, { number: 900 });
  });

  it("happens once, sent twice, and once when two register the same at once", async () => {
    const { office, second } = { ...register.actors, second: register.actors.office };
    const formKey = randomUUID();
    const input = receiveInput();
    const both = await Promise.all([
      receiveDocument(office, input, { formKey }),
      receiveDocument(office, input, { formKey }),
    ]);
    expect(both[0]).toEqual(both[1]);
    const same = receiveInput();
    const racing = await Promise.allSettled([receiveDocument(office, same), receiveDocument(second, same)]);
    expect(racing.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("numbering own papers", () => {
  it("gives numbers per kind and term without gaps, however many at once, and shows the next one", async () => {
    const own = await openRegister();
    const { office } = own.actors;
    await Promise.all(Array.from({ length: 8 }, () => issued(office)));
    const [first] = (await listDocuments(office, asked({ order: "oldest" }))).lines;
    const id = first?.id ?? "";
    await annulDocument(office, { id, version: 1, reason: "Cấp nhầm loại" });
    expect(await getDocument(office, id)).toMatchObject({
      annulled: { reason: "Cấp nhầm loại" },
      can: { keep: false },
    });
    expect(await lastEvent(own.committeeId)).toMatchObject({ type: "partyDocument.annulled" });
    const signs = await listNextSigns(office);
    expect(signs.filter(({ kind }) => ["RESOLUTION", "DECISION"].includes(kind)).map(({ sign }) => sign)).toEqual([
      "09-NQ/ĐU",
      "01-QĐ/ĐU",
    ]);
    expect(await getDocument(office, await issued(office))).toMatchObject({ name: "09-NQ/ĐU" });
    const { lines } = await listDocuments(office, asked({ kind: "RESOLUTION", order: "oldest" }));
    expect(lines.map(({ sign }) => sign)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `0${number}-NQ/ĐU`));
    await expect(annulDocument(office, { id, version: 2, reason: "Lần nữa" })).rejects.toMatchObject(
      ruled("annulledBefore"),
    );
  });

  it("is done by the committee and not by the organisation it leads, as the head of its papers says", async () => {
    const { office } = register.actors;
    const { issuer } = await getDocument(office, await issued(office));
    expect(issuer).toBe("Đảng ủy xã Thử Nghiệm");
    expect((await getPaperHead(office, day("2022-03-10"))).committee).toBe(issuer);
    const { lines } = await listDocuments(office, asked({ q: "dang uy xa thu nghiem", kind: "RESOLUTION" }));
    expect(lines.length).toBeGreaterThan(0);
  });

  it("needs a term, and keeps the number in the term it was given in", async () => {
    const { office } = register.actors;
    const before = { issuedOn: day("1950-01-01") };
    await expect(issueDocument(office, issueInput(before))).rejects.toMatchObject(ruled("noTerm"));
    const { kind: _kind, ...told } = issueInput();
    const id = await issued(office);
    await expect(editIssued(office, { ...told, ...before, id, version: 1 })).rejects.toMatchObject(ruled("noTerm"));
  });

  it("is put right by the office, of the version that was read", async () => {
    const { office, leader } = register.actors;
    const id = await issued(office, { audience: "CHOSEN_BRANCHES", branchId: [register.branchId] });
    const { kind: _kind, ...told } = issueInput({ subjectLine: "Về nhiệm vụ quý III", audience: "ALL_BRANCHES" });
    await expect(editIssued(leader, { ...told, id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(editReceived(office, { ...receiveInput(), id, version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await editIssued(office, { ...told, id, version: 1 });
    expect(await getDocument(office, id)).toMatchObject({
      subjectLine: "Về nhiệm vụ quý III",
      branches: [],
      version: 2,
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "partyDocument.edited",
      after: { audience: "ALL_BRANCHES", addressees: null },
    });
    await expect(editIssued(office, { ...told, id, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(annulDocument(office, { id, version: 1, reason: "Nhầm" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(annulDocument(leader, { id, version: 2, reason: "Nhầm" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const incoming = await received(office);
    await expect(editIssued(office, { ...told, id: incoming, version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const subjectLine = "Về phòng, chống hạn";
    await editReceived(office, { ...receiveInput({ subjectLine }), id: incoming, version: 1 });
    expect(await getDocument(office, incoming)).toMatchObject({ subjectLine, version: 2 });
  });
});

describe("who reads which papers", () => {
  it("reads what is for all, and what is for an own branch or one in charge", async () => {
    const own = await openRegister();
    const { office, leader, inspector, secretary, otherSecretary, inCharge } = own.actors;
    const forAll = await received(office);
    const forOne = await received(office, { audience: "CHOSEN_BRANCHES", branchId: [own.branchId] });
    const forNone = await issued(office);
    const seen = async (reader: typeof office) => {
      const { lines } = await listDocuments(reader, asked());
      return [forAll, forOne, forNone].map((id) => lines.some((line) => line.id === id));
    };
    for (const reader of [office, leader]) expect(await seen(reader)).toEqual([true, true, true]);
    for (const reader of [secretary, inCharge]) expect(await seen(reader)).toEqual([true, true, false]);
    for (const reader of [otherSecretary, inspector]) expect(await seen(reader)).toEqual([true, false, false]);
    await expect(getDocument(otherSecretary, forOne)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getDocument(secretary, forNone)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const edit = { ...receiveInput(), id: forOne, version: 1 };
    await expect(editReceived(otherSecretary, edit)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(annulDocument(otherSecretary, { id: forOne, version: 1, reason: "x" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("finds by number, sign, subject line and issuer without accents, narrows and pages", async () => {
    const own = await openRegister();
    const { office } = own.actors;
    await received(office, { number: 35, subjectLine: "Về phòng, chống dịch tả lợn" });
    await issued(office);
    const found = async (changes: object) =>
      (await listDocuments(office, asked(changes))).lines.map(({ sign }) => sign);
    for (const q of ["35-CT/TU", "35 ct tu", "phong chong dich", "tinh uy", "TỈNH UỶ"]) {
      expect([q, await found({ q })]).toEqual([q, ["35-CT/TU"]]);
    }
    for (const q of ["05-NQ", "nghi quyet nao"]) expect([q, await found({ q })]).toEqual([q, []]);
    expect(await found({ q: "1-nq/đu" })).toEqual(["01-NQ/ĐU"]);
    expect([await found({ direction: "OWN" }), await found({ kind: "DIRECTIVE" })]).toEqual([
      ["01-NQ/ĐU"],
      ["35-CT/TU"],
    ]);
    expect([await found({ year: "2022" }), await found({ year: "2021" })]).toEqual([["01-NQ/ĐU", "35-CT/TU"], []]);
    expect(await found({ order: "oldest" })).toEqual(["35-CT/TU", "01-NQ/ĐU"]);
    expect(await listDocuments(office, asked({ page: "9" }))).toMatchObject({ page: 1, total: 2, years: [2022] });
  });
});
