import { beforeAll, describe, expect, it, vi } from "vitest";
import { eventWordsIn } from "@/components/audit/event-words";
import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { messages } from "@/lib/core/i18n/namespaces";
import { findDashboard } from "@/lib/features/dashboard/queries/year-figures";
import { getMembersFile } from "@/lib/features/members/queries/get-members-file";
import { listAllMembers, type MemberFilters } from "@/lib/features/members/queries/list-members";
import type { MemberFileWords } from "@/lib/features/members/rules/file-table";
import { memberListInput } from "@/lib/features/members/schema";
import { listBranches } from "@/lib/features/organization/queries/branches";
import { findCommittee } from "@/lib/features/organization/queries/committee";
import { getRegister } from "@/lib/features/organization/queries/register";
import { closeRoll } from "@/lib/features/reports/commands/close-roll";
import { getRiseAndFall } from "@/lib/features/reports/queries/get-rise-and-fall";
import { ownerRows } from "../../support/register";
import { openSample } from "../../support/sample";
import { actorNamed } from "./people";
import { JULY, MERGED, OLD, playMerger } from "./play-merger";

/* More files are taken here than one person needs in a day. */
vi.stubEnv("WHOLE_FILES_PER_DAY", "100");

const EVE = day("2025-06-30");
const year = (of: number) => ({ from: day(`${of}-01-01`), to: day(`${of}-12-31`) });

let office: Actor;
let leader: Actor;

function filters(chosen: Partial<MemberFilters> = {}): MemberFilters {
  const { on: _on, page: _page, size: _size, cols: _cols, ...none } = memberListInput.parse({});
  return { ...none, ...chosen };
}

const words: MemberFileWords = {
  sheet: "x",
  columns: messages.vi.exports.columns,
  value: (stored: string | null) => stored,
  head: () => ({ head: [], stamp: [] }),
};

/** Everything the product tells of the end of 2022 and of that year, as a leader sees it. */
async function figuresOf2022() {
  const on = day("2022-12-31");
  const rated = async (rating: MemberFilters["rating"]) =>
    (await listAllMembers(leader, filters({ rating, year: 2022 }), on)).length;
  const { serial: _serial, ...file } = await getMembersFile(leader, filters(), on, { format: "xlsx", words });
  const roll = await getRiseAndFall(leader, year(2022));
  const committee = await findCommittee(leader, on);
  return {
    dashboard: await findDashboard(leader, 2022),
    branches: await listBranches(leader, on),
    members: await listAllMembers(leader, filters(), on),
    ratings: [await rated("EXCELLENT"), await rated("GOOD"), await rated("COMPLETED"), await rated("NOT_RATED")],
    file,
    roll: { branches: roll.branches, total: roll.total },
    committee: { name: committee?.name, term: committee?.term, seats: committee?.seats },
  };
}

let before: Awaited<ReturnType<typeof figuresOf2022>>;
let onTheEve: number;

beforeAll(async () => {
  await openSample();
  [office, leader] = [await actorNamed("vanphong"), await actorNamed("bithu")];
  before = await figuresOf2022();
  onTheEve = (await listAllMembers(leader, filters(), EVE)).length;
  await playMerger({ office, leader });
}, 240_000);

describe("the merger of 2025, played into the sample", () => {
  it("leaves every figure of 2022 as it was", async () => {
    expect(before.members).toHaveLength(232);
    expect(before.branches?.rows).toHaveLength(12);
    expect(before.ratings).toEqual([33, 167, 21, 11]);
    expect(before.file.rows).toHaveLength(232);
    expect(await figuresOf2022()).toEqual(before);
  });

  it("shows the old commune on the last day and the new one on the first", async () => {
    const onDay = async (on: Day) => {
      const list = await listBranches(leader, on);
      const register = await getRegister(leader, on);
      const members = await listAllMembers(leader, filters(), on);
      return {
        superior: register.superiorName,
        branches: list?.rows.map((row) => row.name),
        merged: list?.rows.find((row) => row.name === MERGED),
        total: members.length,
        counted: list?.rows.reduce((sum, row) => sum + (row.counts?.total ?? 0), 0),
        twice: members.length - new Set(members.map((row) => row.id)).size,
      };
    };
    const eve = await onDay(EVE);
    expect(eve).toMatchObject({
      superior: "Huyện ủy Vân Hồ",
      merged: undefined,
      total: onTheEve,
      counted: onTheEve,
      twice: 0,
    });
    expect(eve.branches).toHaveLength(12);
    expect(eve.branches).toEqual(expect.arrayContaining(OLD));
    const first = await onDay(JULY);
    expect(first).toMatchObject({ superior: "Tỉnh ủy Sơn La", total: onTheEve + 1, counted: onTheEve + 1, twice: 0 });
    expect(first.branches).toHaveLength(12);
    expect(first.branches).toEqual(expect.arrayContaining([MERGED, "Chi bộ bản Đông Tà Lào"]));
    expect(first.branches).not.toEqual(expect.arrayContaining(OLD.slice(0, 1)));
    expect(first.merged?.villages).toEqual(["Bản Mường An", "Bản Pù Lầu"]);
    const committee = await findCommittee(leader, JULY);
    expect(committee?.name).toMatchObject({ predecessors: ["Đảng bộ xã Tân Xuân", "Đảng bộ xã Xuân Nha"] });
  });

  it("closes the rises and falls of 2025, with nobody come or gone by the merger of the branches", async () => {
    await closeRoll(office, year(2025));
    const roll = await getRiseAndFall(leader, year(2025));
    const lines = [...roll.branches.map((branch) => branch.line), roll.total].flatMap((line) => (line ? [line] : []));
    expect(lines).toHaveLength(15);
    for (const line of lines) {
      const rises = line.admitted.length + line.transferredIn.length + line.arrived.length;
      const left = line.deceased.length + line.removed.length + line.resigned.length + line.expelled.length;
      expect(line.opening.length + rises - line.transferredOut.length - line.movedAway.length - left).toBe(
        line.closing.length,
      );
    }
    const { total } = roll;
    expect(total?.transferredIn.length).toBe(total?.transferredOut.length);
    expect(total?.arrived.filter((entry) => entry.fullName === "Cầm Thị Đến")).toHaveLength(1);
    const old = roll.branches.find((branch) => branch.name === OLD[0])?.line;
    expect([old?.closing.length, old?.movedAway.length]).toEqual([0, 0]);
  });

  it.each(["vi", "en"] as const)("is told in the trail in words of %s", async (locale) => {
    const told = await ownerRows<{ before: unknown; after: unknown }>(
      `SELECT c.before, c.after FROM "AuditChange" c JOIN "AuditEvent" e ON e."committeeId" = c."committeeId" AND e.seq = c.seq
        WHERE e.type IN ('reorganization.proposed', 'reorganization.confirmed', 'village.reorganized', 'committeeName.succeeded')`,
    );
    expect(told.length).toBeGreaterThan(80);
    const known: readonly string[] = Object.values(messages[locale].audit.fields);
    const fields = told.flatMap((one) => eventWordsIn(locale).changes(one.before, one.after));
    expect(fields.filter(({ name }) => !known.includes(name))).toEqual([]);
    const shown = fields.flatMap((one) => [one.before ?? "", one.after]);
    expect(shown.filter((value) => /^[A-Z]+(_[A-Z]+)*$|[0-9a-f]{8}-[0-9a-f]{4}-/.test(value))).toEqual([]);
  });
});
