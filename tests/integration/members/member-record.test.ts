import { beforeAll, describe, expect, it } from "vitest";
import { editMember } from "@/lib/features/members/commands/edit-member";
import { getMember } from "@/lib/features/members/queries/get-member";
import { listFieldSources } from "@/lib/features/members/queries/list-field-sources";
import { personalInput } from "../../support/member-input";
import { openRegister, signInAs, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

describe("the record of a member", () => {
  it("is open to the office, with everything it may do", async () => {
    const member = await getMember(register.actors.office, register.members.secretary);
    expect(member).toMatchObject({
      fullName: "Ngần Văn Thiệp",
      standing: { kind: "MEMBER", stage: "OFFICIAL", activity: "ACTIVE" },
      birthOn: "1975",
      sensitive: { ethnicity: "Thái" },
      branchOffices: [{ kind: "SECRETARY", branch: { name: "Chi bộ bản Thử Một" } }],
      civilOffices: [{ kind: "VILLAGE_HEAD", village: { name: "Bản Thử Một" } }],
      can: { edit: true, editRegister: true, move: true },
    });
  });

  it("is open to a leader for reading", async () => {
    const member = await getMember(register.actors.leader, register.members.woman);
    expect(member.profile).not.toBeNull();
    expect(member.can).toEqual({
      edit: false,
      editRegister: false,
      move: false,
      readTrail: true,
      readFile: true,
      revealIdNumbers: false,
    });
  });

  it("is the secretary's to edit in the own branch, and not found in another", async () => {
    const member = await getMember(register.actors.secretary, register.members.woman);
    expect(member.can).toEqual({
      edit: true,
      editRegister: false,
      move: false,
      readTrail: false,
      readFile: false,
      revealIdNumbers: false,
    });
    const other = getMember(register.actors.secretary, register.members.other);
    await expect(other).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is open without the private part to who is in charge of the branch", async () => {
    const member = await getMember(register.actors.inCharge, register.members.woman);
    expect(member).toMatchObject({ sensitive: null, idNumbers: null, can: { edit: false } });
    expect(member.profile).not.toBeNull();
  });

  it("is a name with offices to an inspector, and nothing at all of who holds none", async () => {
    const officer = await getMember(register.actors.inspector, register.members.secretary);
    expect(officer).toMatchObject({ fullName: "Ngần Văn Thiệp", profile: null, sensitive: null, statuses: [] });
    const plain = getMember(register.actors.inspector, register.members.woman);
    await expect(plain).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is open to the member, whatever else the member may see", async () => {
    const own = await getMember(register.actors.ordinary, register.members.other);
    expect(own).toMatchObject({
      fullName: "Mùi Thị Lan",
      branch: { name: "Chi bộ bản Thử Hai" },
      sensitive: { ethnicity: "Thái" },
      civilOffices: [{ village: { name: "Bản Thử Hai" } }],
      can: { edit: false, editRegister: false, move: false },
    });
    const neighbour = getMember(register.actors.ordinary, register.members.otherSecretary);
    await expect(neighbour).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is not found by the administrator, a stranger, or an office elsewhere", async () => {
    const elsewhere = await openRegister();
    const readers = [register.actors.admin, await signInAs(register.committeeId, "Người lạ"), elsewhere.actors.office];
    for (const reader of readers) {
      const reading = getMember(reader, register.members.woman);
      await expect(reading).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("where the fields of a record come from", () => {
  it("names the entry, then who edited which field last, and no value", async () => {
    const own = await openRegister();
    const { secretary, leader } = own.actors;
    const id = own.members.woman;
    const entered = await listFieldSources(leader, id);
    expect(entered.get("occupation")).toMatchObject({ event: "member.added" });

    const stored = { ...personalInput("Hà Thị Ẩm"), ethnicity: "Kinh", education: "LOWER_SECONDARY" } as const;
    await editMember(secretary, { ...stored, sex: "FEMALE", id, version: 1, occupation: "Giáo viên" });
    const sources = await listFieldSources(leader, id);
    expect(sources.get("occupation")).toMatchObject({ event: "member.edited", actor: "Ngần Văn Thiệp" });
    expect(sources.get("education")).toMatchObject({ event: "member.added" });
    expect(JSON.stringify([...sources.values()])).not.toContain("Giáo viên");
    expect([...(await listFieldSources(secretary, id)).keys()]).toContain("occupation");
  });

  it("is nothing for who may not open the record", async () => {
    const { admin, otherSecretary, ordinary } = register.actors;
    for (const reader of [admin, otherSecretary, ordinary]) {
      expect((await listFieldSources(reader, register.members.woman)).size).toBe(0);
    }
  });
});
