import { describe, expect, it } from "vitest";
import { catalogue } from "@/lib/features/rule-sets/catalogue";
import { citedIn } from "@/lib/features/rule-sets/rules/revisions";
import { parameterSchema, shapeOf } from "@/lib/features/rule-sets/schema/parameters";
import { changeParameterInput } from "@/lib/features/rule-sets/schema/revisions";
import { readTyped, typedOf } from "@/lib/features/rule-sets/schema/typed-value";

const shipped = catalogue.flatMap((entry) =>
  citedIn(entry.parameters).map((parameter) => ({ kind: entry.kind, code: entry.code, ...parameter })),
);
const head = { id: "0198f3a0-0000-7000-8000-000000000001", version: "1", certainty: "UNCONFIRMED", citation: "" };

describe("every value that is shipped", () => {
  it.each(shipped)("$code $name can be entered and is read back as it was", ({ kind, name, value }) => {
    const shape = shapeOf(kind, name);
    expect(shape).not.toBeNull();
    const typed = typedOf(shape ?? { of: "YES_NO" }, value);
    const read = changeParameterInput.safeParse({ ...head, kind, name, ...typed });
    expect(read.data?.value).toEqual(value);
  });

  it("has a schema with its source and how sure it is", () => {
    for (const { kind, name } of shipped) {
      expect(Object.keys(parameterSchema(kind, name)?.shape ?? {})).toEqual(["value", "citation", "certainty"]);
    }
  });
});

describe("a value that cannot be read", () => {
  const faultsOf = (kind: "RATING" | "BADGE" | "CHARTER" | "MEETING", name: string, typed: Record<string, string>) => {
    const shape = shapeOf(kind, name);
    const read = shape && readTyped(shape, typed);
    return read && "faults" in read ? read.faults.map(({ control, key }) => [control, key]) : read;
  };

  it.each([
    ["RATING", "memberMinimumMonths", { value: "sáu" }, "value", "refusals.fields.count"],
    ["RATING", "memberMinimumMonths", { value: "1201" }, "value", "refusals.fields.count"],
    ["RATING", "memberMinimumMonths", {}, "value", "refusals.fields.count"],
    ["RATING", "memberCap_base", { value: "ALL" }, "value", "refusals.fields.choose"],
    ["RATING", "quarterly", { value: "maybe" }, "value", "refusals.fields.choose"],
    ["BADGE", "milestoneYears", { value: "30, bốn mươi" }, "value", "refusals.fields.count"],
    ["BADGE", "awardDays", { value: "3/2, 31/4" }, "value", "ruleSets.errors.dates"],
    ["BADGE", "awardDays", { value: "3/13" }, "value", "ruleSets.errors.dates"],
    ["BADGE", "awardDays", { value: "mùng 3" }, "value", "ruleSets.errors.dates"],
    ["CHARTER", "voteLeavesOut", { value: "EVERYBODY" }, "value", "refusals.fields.choose"],
  ] as const)("%s %s %j is told beside its control", (kind, name, typed, control, key) => {
    expect(faultsOf(kind, name, typed)).toContainEqual([control, key]);
  });

  it("is told beside the part of a group, and of a line, that it stands in", () => {
    expect(faultsOf("CHARTER", "admissionVote", { "value-comparison": "AT_LEAST", "value-numerator": "2" })).toEqual([
      ["value-denominator", "refusals.fields.count"],
    ]);
    expect(faultsOf("MEETING", "criteria", { "value-2-criterion": "TIME", "value-2-most": "" })).toEqual([
      ["value-2-most", "refusals.fields.count"],
    ]);
  });

  it("may be lines that are left empty, which are left out", () => {
    const shape = shapeOf("BADGE", "earlyMonths");
    const typed = { "value-0-fromYears": "", "value-0-months": "", "value-1-fromYears": "50", "value-1-months": "12" };
    expect(shape && readTyped(shape, typed)).toEqual({ value: [{ fromYears: 50, months: 12 }] });
  });
});

describe("the form of a value", () => {
  it.each([
    [{ kind: "RATING", name: "nothing", value: "1" }],
    [{ kind: "RATING", name: "__proto__", value: "1" }],
    [{ kind: "RATING", name: "memberCap", value: "1" }],
    [{ kind: "BADGE", name: "memberCap_base", value: "GOOD_ONLY" }],
    [{ kind: "RATING", name: "memberCap_base", value: "GOOD_ONLY", committeeId: "1" }],
  ])("refuses %j", (typed) => {
    expect(changeParameterInput.safeParse({ ...head, ...typed }).error?.issues[0]?.message).toBe(
      "refusals.unknownField",
    );
  });

  it("refuses more lines than the rule takes", () => {
    const many = Array.from({ length: 31 }, (_, years) => years).join(",");
    const read = changeParameterInput.safeParse({ ...head, kind: "BADGE", name: "milestoneYears", value: many });
    expect(read.error?.issues[0]).toMatchObject({ message: "ruleSets.errors.tooMany", path: ["value"] });
  });
});
