import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { appointBranchOfficer, endBranchOffice } from "@/lib/features/organization/commands/appoint-branch-officer";
import { giveCommitteeSeat, openTerm } from "@/lib/features/organization/commands/shape-committee";
import { listPosts, type PostKind, type PostView } from "@/lib/features/organization/queries/posts";
import { memberInput } from "../../support/member-input";
import { openRegister, type TestRegister } from "../../support/register";

let register: TestRegister;
let posts: readonly PostView[];

const postOf = (kind: PostKind, place: string | null = null) =>
  posts.find((post) => post.kind === kind && post.place === place);

beforeAll(async () => {
  register = await openRegister();
  const { system, branchId, members, offices, termId } = register;
  await endBranchOffice(system, { id: offices.secretary, version: 1, lastDay: day("2024-12-31") });
  const successor = await addMember(system, memberInput("Lò Thị Kế", branchId));
  const kind = "SECRETARY" as const;
  const office = {
    branchId,
    memberId: successor.id,
    kind,
    startsOn: day("2025-03-01"),
    lastDay: null,
    decisionNumber: null,
  };
  await appointBranchOfficer(system, office);
  const seat = { memberId: members.other, kind, startsOn: day("2020-06-01"), lastDay: null, decisionNumber: null };
  await giveCommitteeSeat(system, { termId, ...seat });
  posts = (await listPosts(register.actors.office, day("2026-01-01"))) ?? [];
});

describe("the posts of the commune", () => {
  it("tell who followed whom, and who gave up one of two linked offices", () => {
    expect(postOf("BRANCH_SECRETARY", "Chi bộ bản Thử Một")).toMatchObject({
      holder: { person: { name: "Lò Thị Kế" }, startsOn: "2025-03-01", lastDay: null },
      predecessor: { person: { name: "Ngần Văn Thiệp" }, startsOn: "2020-06-01", lastDay: "2024-12-31" },
      vacantSince: null,
    });
    expect(postOf("VILLAGE_HEAD", "Bản Thử Một")).toMatchObject({
      holder: { person: { name: "Ngần Văn Thiệp" } },
      branchId: register.branchId,
      linked: { kind: "ONE_ENDED", name: "Ngần Văn Thiệp", ended: "SECRETARY", lastDay: "2024-12-31" },
    });
    expect(postOf("COMMITTEE_SECRETARY")).toMatchObject({
      holder: { person: { name: "Mùi Thị Lan" } },
      termLastDay: null,
    });
  });

  it("are vacant since the last day of the last holder, or since the post began", async () => {
    expect(postOf("INSPECTION_HEAD")).toMatchObject({ holder: null, predecessor: null, vacantSince: "2020-06-01" });
    posts = (await listPosts(register.actors.office, day("2025-02-01"))) ?? [];
    expect(postOf("BRANCH_SECRETARY", "Chi bộ bản Thử Một")).toMatchObject({
      holder: null,
      predecessor: { person: { name: "Ngần Văn Thiệp" } },
      vacantSince: "2025-01-01",
    });
    posts = (await listPosts(register.actors.office, day("2024-06-01"))) ?? [];
    expect(postOf("VILLAGE_HEAD", "Bản Thử Một")?.linked).toMatchObject({ kind: "TOGETHER" });
  });

  it("tell that the term of the holder has run out", async () => {
    const { system, actors, members } = register;
    const term = await openTerm(system, {
      name: "Nhiệm kỳ 2015–2020",
      startsOn: day("2015-01-01"),
      lastDay: day("2020-05-31"),
    });
    const seat = { termId: term.id, memberId: members.inCharge, startsOn: day("2016-01-01"), decisionNumber: null };
    await giveCommitteeSeat(system, { ...seat, kind: "INSPECTION_HEAD", lastDay: null });
    posts = (await listPosts(actors.office, day("2020-05-31"))) ?? [];
    expect(postOf("INSPECTION_HEAD")).toMatchObject({ holder: { startsOn: "2016-01-01" }, termLastDay: null });
    posts = (await listPosts(actors.office, day("2020-06-01"))) ?? [];
    expect(postOf("INSPECTION_HEAD")).toMatchObject({ holder: { startsOn: "2016-01-01" }, termLastDay: "2020-05-31" });
  });

  it("are the same to the office, a leader and an inspector, and nothing to anybody else", async () => {
    const { actors } = register;
    const on = day("2026-01-01");
    const seen = await listPosts(actors.office, on);
    expect(seen).toHaveLength(6);
    expect(await listPosts(actors.leader, on)).toEqual(seen);
    expect(await listPosts(actors.inspector, on)).toEqual(seen);
    for (const actor of [actors.secretary, actors.inCharge, actors.ordinary, actors.admin])
      expect(await listPosts(actor, on)).toBeNull();
    const elsewhere = await openRegister();
    const theirs = await listPosts(elsewhere.actors.office, on);
    expect(theirs?.map(({ id }) => id)).not.toContain(register.branchId);
  });
});
