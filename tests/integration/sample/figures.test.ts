import { beforeAll, describe, expect, it } from "vitest";
import { eventWordsIn } from "@/components/audit/event-words";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { getYearFigures } from "@/lib/features/dashboard/queries/year-figures";
import { listAllMembers, type MemberFilters } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { ownerRows } from "../../support/register";
import { openSample } from "../../support/sample";
import { actorNamed } from "./people";

const REPORT_DAY = day("2022-12-31");

let office: Actor;
let leader: Actor;
let secretary: Actor;

function filters(chosen: Partial<MemberFilters>): MemberFilters {
  const { on: _on, page: _page, size: _size, cols: _cols, ...none } = memberListInput.parse({});
  return { ...none, ...chosen };
}

beforeAll(async () => {
  await openSample();
  [office, leader, secretary] = [await actorNamed("vanphong"), await actorNamed("bithu"), await actorNamed("naan")];
}, 180_000);

describe("the sample commune at the end of 2022", () => {
  it("has the figures of the report", async () => {
    const figures = await getYearFigures(leader, 2022);
    expect(figures.members.total).toBe(232);
    expect(figures.byBranch).toHaveLength(12);
    expect(figures.byBranch.find((one) => one.name === "Chi bộ bản Nà An")?.members).toBe(25);
    expect(figures.ratings.members).toMatchObject({
      rated: 221,
      notRated: 11,
      goodOrBetter: 200,
      EXCELLENT: 33,
      GOOD: 167,
    });
    expect(figures.ratings.branches).toMatchObject({ rated: 12, goodOrBetter: 12, EXCELLENT: 2 });
    expect(figures.ratings.committee).toBe("GOOD");
    expect(figures.next).toEqual({ BRANCHES_GOOD_OR_BETTER: 1000 });
    expect(figures.heads).toMatchObject({ villages: 8, together: 8, schooled: 8 });
    expect(figures.assignments).toMatchObject({ branches: 12, branchesWithMain: 12 });
    expect(figures.inspections).toMatchObject({ events: 5, branches: 5, members: 1, withDiscipline: 0 });
  });

  it("opens a list of exactly as many members as the figure says", async () => {
    expect(await listAllMembers(leader, filters({}), REPORT_DAY)).toHaveLength(232);
    const byRating = async (rating: MemberFilters["rating"]) =>
      (await listAllMembers(leader, filters({ rating, year: 2022 }), REPORT_DAY)).length;
    expect(await byRating("EXCELLENT")).toBe(33);
    expect(await byRating("GOOD")).toBe(167);
    expect(await byRating("COMPLETED")).toBe(21);
    expect(await byRating("FAILED")).toBe(0);
    expect(await byRating("NOT_RATED")).toBe(11);
  });

  it("shows a secretary the 25 of Nà An and the commune's totals", async () => {
    const own = await listAllMembers(secretary, filters({}), REPORT_DAY);
    expect(own).toHaveLength(25);
    expect(new Set(own.map((row) => row.branch))).toEqual(new Set(["Chi bộ bản Nà An"]));
    const figures = await getYearFigures(secretary, 2022);
    expect(figures.members.total).toBe(232);
  });

  it("shows how a directive became a task, was done and shown to be done", async () => {
    const found = await ownerRows(
      `SELECT d.number, d.sign, t.state, e.format FROM "Task" t JOIN "PartyDocument" d ON d.id = t."documentId"
        LEFT JOIN "TaskEvidence" e ON e."taskId" = t.id`,
    );
    expect(found).toEqual([{ number: 8, sign: "CT/HU", state: "DONE", format: "DOCX" }]);
  });

  it("keeps lists in the order of given names", async () => {
    const rows = await listAllMembers(office, filters({}), REPORT_DAY);
    const given = rows.map((row) => row.fullName.split(" ").at(-1) ?? "");
    expect(given).toEqual([...given].sort(new Intl.Collator("vi").compare));
  });

  it("finds people without accents, in any order of words", async () => {
    const [someone] = await listAllMembers(office, filters({}), REPORT_DAY);
    const folded =
      someone?.fullName
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/đ/g, "d")
        .replace(/Đ/g, "D") ?? "";
    const turned = folded.toLowerCase().split(" ").toReversed().join(" ");
    const found = await listAllMembers(office, filters({ q: turned }), REPORT_DAY);
    expect(found.map((row) => row.id)).toContain(someone?.id);
  });
});

describe("the trail of the sample commune", () => {
  it.each(["vi", "en"] as const)(
    "has a word in %s for every field and every code, and shows no bare id",
    async (locale) => {
      const told = await ownerRows<{ before: unknown; after: unknown }>(
        `SELECT before, after FROM "AuditChange" UNION ALL SELECT '{}', params FROM "AuditEvent"`,
      );
      const stored = new Set(told.flatMap(({ after }) => Object.keys(after ?? {})));
      const fields = told.flatMap(({ before, after }) => eventWordsIn(locale).changes(before, after));
      expect(fields.length).toBeGreaterThan(5000);
      const shown = fields.flatMap(({ before, after }) => [before ?? "", after]);
      expect(fields.map(({ name }) => name).filter((name) => stored.has(name))).toEqual([]);
      expect(shown.filter((value) => /^[A-Z]+(_[A-Z]+)*(, [A-Z_]+)*$|[0-9a-f]{8}-[0-9a-f]{4}-/.test(value))).toEqual(
        [],
      );
    },
  );
});
