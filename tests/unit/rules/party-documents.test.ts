import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { matchesAllWords } from "@/lib/core/text/search";
import { documentObstacle, type ToldDocument, termObstacle } from "@/lib/features/party-documents/rules/document";
import {
  abbreviationOf,
  bareSign,
  documentKinds,
  documentSearchText,
  nextNumber,
  numberAndSign,
  ownSign,
  searchedWords,
  termOn,
} from "@/lib/features/party-documents/rules/number";

describe("number and sign", () => {
  it("abbreviates every kind as papers do, each differently", () => {
    expect(documentKinds.map(abbreviationOf)).toEqual(
      ["NQ", "CT", "QĐ", "KL", "QC", "QyĐ", "HD", "TB", "BC", "KH", "CTr", "TTr", "CV", "BB", "ĐA", "PA"].map((one) =>
        one.normalize("NFC"),
      ),
    );
    expect(new Set(documentKinds.map(ownSign)).size).toBe(documentKinds.length);
    expect(ownSign("RESOLUTION")).toBe("NQ/ĐU");
  });

  it("has a zero before a number below ten, and the number can be read back", () => {
    expect(numberAndSign({ number: 5, sign: "NQ/ĐU" })).toBe("05-NQ/ĐU");
    expect(numberAndSign({ number: 112, sign: "CT/TU" })).toBe("112-CT/TU");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(...documentKinds), (number, kind) => {
        const [digits = "", sign] = numberAndSign({ number, sign: ownSign(kind) }).split("-");
        expect([Number(digits), sign]).toEqual([number, ownSign(kind)]);
        expect(digits.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it("takes a sign with or without the hyphen before it", () => {
    expect(["CT/TU", "-CT/TU", "– CT/TU"].map(bareSign)).toEqual(["CT/TU", "CT/TU", "CT/TU"]);
  });

  it("leaves no gap and gives nothing twice", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 500 }), (count, first) => {
        const given: number[] = [];
        while (given.length < count) given.push(nextNumber(given.at(-1) ?? null, first));
        expect(given).toEqual(Array.from({ length: count }, (_, place) => place + first));
        expect(nextNumber(null)).toBe(1);
      }),
    );
  });

  it("belongs to the term of its day", () => {
    const first = { id: "1", startsOn: day("2015-06-01"), endsOn: day("2020-06-01") };
    const second = { id: "2", startsOn: day("2020-06-01"), endsOn: null };
    const on = (of: string) => termOn([second, first], day(of))?.id ?? null;
    expect(["2015-05-31", "2020-05-31", "2020-06-01", "2030-01-01"].map(on)).toEqual([null, "1", "2", "2"]);
  });
});

describe("finding a paper", () => {
  const stored = documentSearchText({
    ...{ number: 5, sign: "NQ/ĐU", issuer: "Đảng ủy xã Xuân Nha" },
    subjectLine: "Về “bảo mật” thông tin; mật độ dân cư",
  });
  it.each(["05-NQ/ĐU", "5-nq/du", "nq đu 05", "xuân nha", "bao mat", "MAT DO", ""])("%s finds it", (query) => {
    expect(matchesAllWords(stored, searchedWords(query))).toBe(true);
  });
  it.each(["06-NQ/ĐU", "5-CT/TU", "tỉnh ủy"])("%s does not", (query) => {
    expect(matchesAllWords(stored, searchedWords(query))).toBe(false);
  });
});

describe("what a paper is entered with", () => {
  const told: ToldDocument = {
    ...{ issuedOn: day("2022-03-01"), receivedOn: day("2022-03-01"), audience: "ALL_BRANCHES" },
    ...{ branchIds: [], deadlineOn: day("2022-03-01") },
  };
  it.each([
    ["nothing", {}, null],
    ["a day to come", { issuedOn: day("2022-06-02") }, "inFuture"],
    ["receipt on a day to come", { receivedOn: day("2022-06-02") }, "inFuture"],
    ["receipt before its day", { receivedOn: day("2022-02-28") }, "receivedBefore"],
    ["no branch chosen", { audience: "CHOSEN_BRANCHES" }, "chooseBranches"],
    ["branches beside all", { branchIds: ["b"] }, "branchesUnasked"],
    ["a deadline for nobody", { audience: "NO_BRANCH" }, "deadlineForNobody"],
    ["a deadline before its day", { deadlineOn: day("2022-02-28") }, "deadlinePast"],
  ] as const)("%s stands in the way", (_, changes, reason) => {
    const obstacle = documentObstacle({ ...told, ...changes }, day("2022-06-01"));
    expect(obstacle?.reason ?? null).toBe(reason && `partyDocuments.errors.${reason}`);
  });

  it("keeps an own number in its term", () => {
    expect(termObstacle("1", null)).toBeNull();
    expect(termObstacle("1", "1")).toBeNull();
    expect(termObstacle(null, "1")?.reason).toBe("partyDocuments.errors.noTerm");
    expect(termObstacle("2", "1")?.reason).toBe("partyDocuments.errors.otherTerm");
  });
});
