import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { findCommittee, findSeat, listSeatCandidates } from "@/lib/features/organization/queries/committee";
import { type Commune, openCommune } from "./commune";

let commune: Commune;
let office: Actor;
let leader: Actor;
let secretary: Actor;
let seatId: string;

beforeAll(async () => {
  commune = await openCommune();
  const home = await commune.openBranch("Chi bộ Cơ quan xã", { kind: "AGENCY" });
  const [first, second] = [await commune.addMember("Lò Văn Thử", home), await commune.addMember("Hà Thị Mẫu", home)];
  await commune.giveSeat(second, "MEMBER");
  seatId = await commune.giveSeat(first, "SECRETARY", { endsOn: "2023-01-01" });
  await commune.giveSeat(second, "INSPECTION_HEAD", { startsOn: "2021-01-01" });
  await commune.keep("BranchOffice", { branchId: home, memberId: second, kind: "SECRETARY", startsOn: "2021-01-01" });
  for (const [superiorName, superiorKind, startsOn, endsOn] of [
    ["Huyện ủy Thử", "DISTRICT", "2015-01-01", "2025-07-01"],
    ["Tỉnh ủy Thử", "PROVINCE", "2025-07-01", null],
  ]) {
    await commune.keep("CommitteeName", { name: "Đảng bộ xã Thử", superiorName, superiorKind, startsOn, endsOn });
  }
  office = await commune.signIn("Văn phòng", { role: "OFFICE" });
  leader = await commune.signIn("Lãnh đạo", { role: "LEADER" });
  secretary = await commune.signIn("Bí thư chi bộ", { memberId: second });
});
afterAll(() => commune.close());

describe("the committee on a day", () => {
  it("names the seats of that day, highest first, and the body above it then", async () => {
    const then = await findCommittee(leader, day("2022-12-31"));
    expect(then?.seats.map((seat) => [seat.memberName, seat.kind, seat.lastDay])).toEqual([
      ["Lò Văn Thử", "SECRETARY", "2022-12-31"],
      ["Hà Thị Mẫu", "MEMBER", null],
      ["Hà Thị Mẫu", "INSPECTION_HEAD", null],
    ]);
    expect(then?.name?.superiorName).toBe("Huyện ủy Thử");
    expect((await findCommittee(leader, day("2025-07-01")))?.name?.superiorName).toBe("Tỉnh ủy Thử");
    expect((await findCommittee(leader, day("2025-06-30")))?.name?.superiorName).toBe("Huyện ủy Thử");
  });

  it("has no seats before its first term", async () => {
    expect(await findCommittee(office, day("2020-05-31"))).toMatchObject({ term: null, seats: [] });
  });

  it("may be changed by the office only", async () => {
    expect((await findCommittee(office, day("2022-12-31")))?.can.editSeats).toBe(true);
    expect((await findCommittee(leader, day("2022-12-31")))?.can.editSeats).toBe(false);
    expect(await findSeat(office, seatId)).toMatchObject({ memberName: "Lò Văn Thử" });
    expect(await findSeat(leader, seatId)).toBeNull();
    expect(await findSeat(office, "nonsense")).toBeNull();
  });

  it("is not there for a branch secretary", async () => {
    expect(await findCommittee(secretary, day("2022-12-31"))).toBeNull();
  });

  it("offers the members of that day as candidates, by given name", async () => {
    const names = (await listSeatCandidates(office, day("2022-12-31"))).map((person) => person.name);
    expect(names).toEqual(["Hà Thị Mẫu", "Lò Văn Thử"]);
    expect(await listSeatCandidates(leader, day("2022-12-31"))).toEqual([]);
  });
});
