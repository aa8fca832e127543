import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addYears, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import {
  ageOn,
  type MemberDates,
  memberDatesObstacle,
  memberNumberObstacle,
  partyAge,
} from "@/lib/features/members/rules";
import { from } from "./from";

describe("the dates of a member", () => {
  const today = day("2026-11-24");
  const dates: MemberDates = {
    birthOn: partialDay("1980-05-31"),
    youthUnionOn: partialDay("1996"),
    admittedOn: day("2005-03-02"),
    ceremonyOn: day("2005-03-10"),
    officialOn: day("2006-03-10"),
    officialDecidedOn: day("2006-04-01"),
    cardIssuedOn: day("2006-05-19"),
  };
  const obstacle = (change: { [Field in keyof MemberDates]?: string | null }) => {
    const found = memberDatesObstacle({ ...dates, ...change } as MemberDates, today);
    return found && `${found.reason} ${found.field}`;
  };

  test("ordinary dates are no obstacle, and neither are the least that must be known", () => {
    expect(obstacle({})).toBeNull();
    const least = {
      youthUnionOn: null,
      ceremonyOn: null,
      officialOn: null,
      officialDecidedOn: null,
      cardIssuedOn: null,
    };
    expect(obstacle({ ...least, birthOn: "1980" })).toBeNull();
  });

  test.each([
    ["1987-03-31", "2005-03-01", null],
    ["1987-04-01", "2005-03-31", "members.errors.admittedUnderAge admittedOn"],
    ["1987-03", "2005-03-02", null],
    ["1987-04", "2005-03-02", "members.errors.admittedUnderAge admittedOn"],
    ["1987", "2005-01-01", null],
    ["1988", "2005-12-31", "members.errors.admittedUnderAge admittedOn"],
    ["2005-03-02", "2005-03-02", "members.errors.bornAfterAdmission birthOn"],
    ["2005-03-01", "2005-03-02", "members.errors.admittedUnderAge admittedOn"],
    ["2006", "2005-03-02", "members.errors.bornAfterAdmission birthOn"],
  ])("born %s and admitted %s, 18 years counted by month: %s", (birthOn, admittedOn, expected) => {
    expect(obstacle({ birthOn, admittedOn, youthUnionOn: null })).toBe(expected);
  });

  test.each([
    [{ ceremonyOn: "2005-03-01" }, "members.errors.ceremonyBeforeAdmission ceremonyOn"],
    [{ ceremonyOn: "2005-03-02" }, null],
    [{ officialOn: "2005-03-09" }, "members.errors.officialBeforeAdmission officialOn"],
    [{ officialOn: "2005-03-10" }, null],
    [{ officialOn: "2005-03-01", ceremonyOn: null }, "members.errors.officialBeforeAdmission officialOn"],
    [{ officialDecidedOn: "2006-03-09" }, "members.errors.decidedBeforeOfficial officialDecidedOn"],
    [{ officialDecidedOn: "2006-03-10" }, null],
    [{ officialOn: null, cardIssuedOn: null }, "members.errors.decidedBeforeOfficial officialDecidedOn"],
    [{ cardIssuedOn: "2006-03-09" }, "members.errors.cardBeforeOfficial cardIssuedOn"],
    [{ cardIssuedOn: "2006-03-10" }, null],
    [{ officialOn: null, officialDecidedOn: null }, "members.errors.cardBeforeOfficial cardIssuedOn"],
    [{ youthUnionOn: "1980-05-31" }, "members.errors.youthUnionBeforeBirth youthUnionOn"],
    [{ youthUnionOn: "1980-05" }, "members.errors.youthUnionBeforeBirth youthUnionOn"],
    [{ youthUnionOn: "1980" }, null],
  ])("%j: %s", (change, expected) => expect(obstacle(change)).toBe(expected));

  test.each([
    [{ admittedOn: "2026-11-25" }, "members.errors.inFuture admittedOn"],
    [{ cardIssuedOn: "2026-11-24" }, null],
    [{ cardIssuedOn: "2026-11-25" }, "members.errors.inFuture cardIssuedOn"],
    [{ birthOn: "2027" }, "members.errors.inFuture birthOn"],
    [{ youthUnionOn: "2026-12" }, "members.errors.inFuture youthUnionOn"],
    [{ youthUnionOn: "2026" }, null],
  ])("nothing lies in the future: %j: %s", (change, expected) => expect(obstacle(change)).toBe(expected));

  test("whoever is 18 to the day is old enough, whoever is 17 and a month short is not", () => {
    const birthday = fc.integer({ min: 0, max: 25_000 }).map((count) => addDays(day("1925-01-01"), count));
    fc.assert(
      fc.property(birthday, (birthOn) => {
        const base = {
          birthOn,
          youthUnionOn: null,
          ceremonyOn: null,
          officialOn: null,
          officialDecidedOn: null,
          cardIssuedOn: null,
        };
        expect(obstacle({ ...base, admittedOn: addYears(birthOn, 18) })).toBeNull();
        expect(obstacle({ ...base, admittedOn: addDays(addYears(birthOn, 18), -32) })).not.toBeNull();
      }),
    );
  });
});

describe("ages", () => {
  test.each([
    ["1992-12-31", "2022-12-31", 30],
    ["1993-01-01", "2022-12-31", 29],
    ["1992-02-29", "2022-02-27", 29],
    ["1992-02-29", "2022-02-28", 30],
    ["2023-01-01", "2022-12-31", 0],
  ])("admitted %s, on %s: %i years in the Party", (admittedOn, on, years) => {
    expect(partyAge(day(admittedOn), day(on))).toBe(years);
  });

  test("time outside the Party is taken off, up to the day asked about", () => {
    const outside = [from("2000-01-01", "2001-01-01"), from("2022-01-01")];
    expect(partyAge(day("1990-01-01"), day("2021-12-31"), outside)).toBe(30);
    expect(partyAge(day("1990-01-01"), day("2025-12-31"), outside)).toBe(30);
    expect(partyAge(day("1990-01-01"), day("1999-12-31"), outside)).toBe(9);
  });

  test("a year of birth gives two possible ages, a day one", () => {
    expect(ageOn(partialDay("1968"), day("2022-06-01"))).toEqual({ atLeast: 53, atMost: 54 });
    expect(ageOn(partialDay("1968-06-01"), day("2022-06-01"))).toEqual({ atLeast: 54, atMost: 54 });
    expect(ageOn(partialDay("1968-06-02"), day("2022-06-01"))).toEqual({ atLeast: 53, atMost: 53 });
  });
});

describe("the numbers of a member", () => {
  const numbers = { cardNumber: null, oldCardNumber: null, recordNumber: null, idNumber: null, oldIdNumber: null };

  test.each([
    ["cardNumber", "012345678901", true],
    ["cardNumber", "12345678901", false],
    ["cardNumber", "0123456789012", false],
    ["oldCardNumber", "01234567", true],
    ["oldCardNumber", "1234567", false],
    ["oldCardNumber", "123456789", false],
    ["recordNumber", "012345SL", true],
    ["recordNumber", "012345Đ", true],
    ["recordNumber", "012345", false],
    ["recordNumber", "012345ABCD", false],
    ["recordNumber", "12345SL", false],
    ["recordNumber", "012345sl", false],
    ["idNumber", "014080001234", true],
    ["idNumber", "14080001234", false],
    ["idNumber", "014080 01234", false],
    ["oldIdNumber", "012345678", true],
    ["oldIdNumber", "01234567", false],
    ["oldIdNumber", "", false],
  ] as const)("%s %j: %s", (field, number, isRight) => {
    const expected = isRight ? null : { reason: `members.errors.${field}Form`, field };
    expect(memberNumberObstacle({ ...numbers, [field]: number })).toEqual(expected);
  });

  test("none of them has to be known", () => expect(memberNumberObstacle(numbers)).toBeNull());
});
