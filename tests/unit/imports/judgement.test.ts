import { describe, expect, it } from "vitest";
import { nameKey } from "@/lib/core/text/fold";
import type { RosterEntry } from "@/lib/features/imports/rules/entry";
import { type Case, judgedRow, type RegisteredMember } from "@/lib/features/imports/rules/judgement";
import { matchOf, type PersonKeys } from "@/lib/features/imports/rules/matching";
import { BRANCHES, TODAY } from "./sheets";

const noNumbers = { cardNumber: null, oldCardNumber: null, idHash: null, oldIdHash: null, recordId: null };
const keys = (changes: Partial<PersonKeys> = {}): PersonKeys => ({
  nameKey: nameKey("Ngần Văn Thiệp"),
  birthOn: "1970-02-03",
  branchId: "na-an",
  ...noNumbers,
  ...changes,
});
const member = (changes: Partial<RegisteredMember> = {}): RegisteredMember => ({
  ...keys(),
  id: "thiep",
  version: 3,
  activity: "ACTIVE",
  values: {
    fullName: "Ngần Văn Thiệp",
    sex: "MALE",
    birthOn: "1970-02-03",
    ethnicity: "Thái",
    admittedOn: "1995-02-03",
    occupation: "Trồng trọt",
  },
  ...changes,
});
const entry = (changes: Partial<RosterEntry> = {}): RosterEntry => ({
  line: 5,
  values: {
    fullName: "Ngần Văn Thiệp",
    sex: "MALE",
    birthOn: "1970-02-03",
    ethnicity: "Thái",
    admittedOn: "1995-02-03",
  },
  branch: BRANCHES[0] ?? null,
  status: null,
  isLeftOut: false,
  record: null,
  repairs: [],
  notices: [],
  ...changes,
});
const judge = (changes: Partial<Case> = {}) =>
  judgedRow({
    entry: entry(),
    keys: keys(),
    earlier: null,
    known: [],
    decision: null,
    accepted: null,
    importer: { kind: "OFFICE" },
    today: TODAY,
    ...changes,
  });
const secretary = { kind: "SECRETARY", branchIds: ["na-an"] } as const;

describe("who a row is about", () => {
  it.each<[string, Partial<PersonKeys>, Partial<RegisteredMember>[], string]>([
    ["nobody known", {}, [], "NONE"],
    ["the one of the branch with name and birth date", {}, [{}], "SURE"],
    [
      "the one with the card, also in another branch",
      { cardNumber: "1" },
      [{ cardNumber: "1", branchId: "x" }],
      "SURE",
    ],
    ["a doubt where the number is another name's", { idHash: "a" }, [{ idHash: "a", nameKey: "other" }], "DOUBTFUL"],
    [
      "a doubt where two members share its numbers",
      { idHash: "a", cardNumber: "1" },
      [{ idHash: "a" }, { cardNumber: "1" }],
      "DOUBTFUL",
    ],
    ["a doubt in another branch", {}, [{ branchId: "chieng-hin" }], "DOUBTFUL"],
    ["a doubt where another number is known", { idHash: "a" }, [{ idHash: "b" }], "DOUBTFUL"],
    ["the namesake of the branch where only the year is told", { birthOn: "1970" }, [{}], "SURE"],
    ["a doubt where only the year is told and no branch", { birthOn: "1970", branchId: null }, [{}], "DOUBTFUL"],
    ["nobody where the year is another", { birthOn: "1971" }, [{}], "NONE"],
    ["a doubt among two of one branch", {}, [{}, { id: "other" }], "DOUBTFUL"],
  ])("%s", (_, row, known, kind) => {
    expect(matchOf(keys(row), known.map(member)).kind).toBe(kind);
  });
});

describe("what becomes of a row", () => {
  it("is added when nobody is known", () => expect(judge().outcome).toBe("ADD"));

  it("changes nothing when the register says the same", () => {
    const judged = judge({ known: [member()] });
    expect([judged.outcome, judged.memberId, judged.differences]).toEqual(["SAME", "thiep", []]);
  });

  it("changes nothing for a less exact date, another case or another place of the tone", () => {
    const values = { fullName: "NGẦN VĂN THIỆP", birthOn: "1970", occupation: "Trồng trọt" };
    expect(judge({ entry: entry({ values }), keys: keys({ birthOn: "1970" }), known: [member()] }).outcome).toBe(
      "SAME",
    );
    const thuy = (fullName: string) => ({ ...member().values, fullName });
    const known = [member({ nameKey: nameKey("Lò Thúy"), values: thuy("Lò Thúy") })];
    expect(
      judge({ entry: entry({ values: thuy("Lò Thuý") }), keys: keys({ nameKey: nameKey("Lò Thuý") }), known }).outcome,
    ).toBe("SAME");
  });

  it("updates what the file says otherwise, and nothing that it does not say", () => {
    const values = { fullName: "Ngần Văn Thiệp", occupation: "Trồng rừng", religion: null };
    const judged = judge({ entry: entry({ values }), known: [member()] });
    expect(judged.differences).toEqual([{ field: "occupation", before: "Trồng trọt", after: "Trồng rừng" }]);
  });

  it("waits for a decision, and follows it", () => {
    const known = [member({ branchId: "chieng-hin" })];
    expect(judge({ known })).toMatchObject({ outcome: "DECIDE", rivals: ["thiep"] });
    expect(judge({ known, decision: { kind: "SKIP" } }).outcome).toBe("SKIP");
    expect(judge({ known, decision: { kind: "NEW_PERSON" } }).outcome).toBe("ADD");
    const taken = judge({ known, decision: { kind: "SAME_PERSON", memberId: "thiep" } });
    expect([taken.outcome, taken.notices.map((one) => one.kind)]).toEqual(["SAME", ["otherBranch"]]);
  });

  it("never takes a number away from another member", () => {
    const known = [member({ cardNumber: "1", nameKey: "other" })];
    const row = { keys: keys({ cardNumber: "1" }), known, decision: { kind: "NEW_PERSON" } as const };
    expect(judge(row).repairs.map((one) => one.kind)).toEqual(["numberTaken"]);
  });

  it("needs what a new member must have", () => {
    const values = { fullName: "Ngần Văn Thiệp" };
    const badDay = { kind: "dayNotReal", field: "birthOn", column: 3 } as const;
    const told = judge({ entry: entry({ values, repairs: [badDay] }) }).repairs.map(({ kind, field }) => [kind, field]);
    expect(told).toEqual([
      ["dayNotReal", "birthOn"],
      ["fieldMissing", "sex"],
      ["fieldMissing", "ethnicity"],
      ["fieldMissing", "admittedOn"],
    ]);
    expect(judge({ keys: keys({ branchId: null }) }).repairs).toMatchObject([{ field: "branch" }]);
    expect(judge({ entry: entry({ status: "EXEMPT" }) }).repairs).toMatchObject([{ kind: "statusDateMissing" }]);
  });

  it("is refused where its dates contradict each other", () => {
    const values = { ...entry().values, admittedOn: "1980-02-03" };
    expect(judge({ entry: entry({ values }) }).repairs).toMatchObject([
      { kind: "datesContradict", detail: "members.errors.admittedUnderAge" },
    ]);
    expect(judge({ entry: entry({ values }), known: [member()] }).outcome).toBe("REPAIR");
  });

  it("does not make a move, a departure or another standing", () => {
    const gone = judge({ entry: entry({ status: "DECEASED" }), known: [member()] });
    expect(gone.repairs.map((one) => one.kind)).toEqual(["departure"]);
    expect(judge({ entry: entry({ status: "DECEASED" }) }).outcome).toBe("SKIP");
    const exempt = judge({ entry: entry({ status: "EXEMPT" }), known: [member()] });
    expect([exempt.outcome, exempt.notices.map((one) => one.kind)]).toEqual(["SAME", ["otherStatus"]]);
  });

  it("is left out when the file says it again", () => {
    expect(judge({ earlier: { line: 3, isEqual: true } }).outcome).toBe("SKIP");
    expect(judge({ earlier: { line: 3, isEqual: false } }).repairs).toMatchObject([
      { kind: "repeatedRow", detail: "3" },
    ]);
  });
});

describe("a secretary's row", () => {
  it("is foreign when it is about nobody of the own branch", () => {
    expect(judge({ importer: secretary }).outcome).toBe("FOREIGN");
    const elsewhere = member({ cardNumber: "1", branchId: "chieng-hin" });
    expect(judge({ importer: secretary, keys: keys({ cardNumber: "1" }), known: [elsewhere] }).outcome).toBe("FOREIGN");
    const named = entry({ branch: BRANCHES[1] ?? null });
    expect(
      judge({
        importer: secretary,
        entry: named,
        keys: keys({ cardNumber: "1" }),
        known: [member({ cardNumber: "1" })],
      }).outcome,
    ).toBe("FOREIGN");
  });

  it("changes no field of the office", () => {
    const values = { ...entry().values, admittedOn: "1996-02-03", occupation: "Trồng rừng" };
    const judged = judge({ importer: secretary, entry: entry({ values }), known: [member()] });
    expect(judged.differences.map((one) => one.field)).toEqual(["occupation"]);
    expect(judged.notices.map((one) => one.kind)).toEqual(["officeKeeps"]);
  });
});

describe("a row of a branch's book", () => {
  const record = { id: "thiep", version: 3 };
  const renamed = entry({ record, values: { ...entry().values, fullName: "Ngần Văn Thiếp", occupation: null } });
  const own = keys({ recordId: "thiep", nameKey: nameKey("Ngần Văn Thiếp") });
  const fields = (row: ReturnType<typeof judge>) => ({
    taken: row.differences.map(({ field }) => field),
    declined: row.declined.map(({ field }) => field),
  });

  it("is about the record it was made from, whatever name stands there now, and empties what was emptied", () => {
    const row = judge({ entry: renamed, keys: own, known: [member()] });
    expect(row.outcome).toBe("UPDATE");
    expect(row.memberId).toBe("thiep");
    expect(fields(row)).toEqual({ taken: ["fullName", "occupation"], declined: [] });
  });

  it("writes only the cells accepted", () => {
    const some = judge({ entry: renamed, keys: own, known: [member()], accepted: ["occupation"] });
    expect(fields(some)).toEqual({ taken: ["occupation"], declined: ["fullName"] });
    const none = judge({ entry: renamed, keys: own, known: [member()], accepted: [] });
    expect(none.outcome).toBe("SAME");
  });

  it("writes nothing by itself of a record that has changed since, only what was accepted", () => {
    const changed = [member({ version: 4 })];
    const row = judge({ entry: renamed, keys: own, known: changed });
    expect(row.outcome).toBe("SAME");
    expect(row.notices.map(({ kind }) => kind)).toContain("changedSince");
    expect(fields(row)).toEqual({ taken: [], declined: ["fullName", "occupation"] });
    expect(fields(judge({ entry: renamed, keys: own, known: changed, accepted: ["fullName"] })).taken).toEqual([
      "fullName",
    ]);
  });

  it("is repaired where the record is not in the register, and rejects a secretary's file", () => {
    const row = judge({ entry: renamed, keys: own });
    expect([row.outcome, row.repairs[0]?.kind]).toEqual(["REPAIR", "recordUnknown"]);
    expect(judge({ entry: renamed, keys: own, importer: secretary }).outcome).toBe("FOREIGN");
  });
});
