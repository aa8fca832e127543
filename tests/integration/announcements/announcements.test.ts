import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { inContext } from "@/lib/core/db/context";
import { commentOn, hideComment } from "@/lib/features/announcements/commands/comment";
import { postAnnouncement, withdrawAnnouncement } from "@/lib/features/announcements/commands/post-announcement";
import { getAnnouncement, listAddressees } from "@/lib/features/announcements/queries/get-announcement";
import { listAnnouncements, listLatestAnnouncements } from "@/lib/features/announcements/queries/list-announcements";
import { announcementFilter, type PostAnnouncementInput } from "@/lib/features/announcements/schema";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const input = (changes: Partial<PostAnnouncementInput> = {}): PostAnnouncementInput => ({
  ...{ title: "Họp giao ban tháng", text: "Mời bí thư các chi bộ dự họp.", reach: "ALL", branches: [] },
  ...changes,
});
const posted = async (by: Actor, changes: Partial<PostAnnouncementInput> = {}) =>
  (await postAnnouncement(by, input(changes))).id;
const toSome = (...branches: string[]) => ({ reach: "SOME" as const, branches });
const commentsOf = async (by: Actor, id: string) => (await getAnnouncement(by, id)).comments;
const asked = (changes: object = {}) => announcementFilter.parse(changes);
const idsFor = async (by: Actor, changes: object = {}) =>
  (await listAnnouncements(by, asked(changes))).lines.map(({ id }) => id);

describe("an announcement", () => {
  it("is read by all branches, or by those it is for, and by who is in charge of them", async () => {
    const { office, leader, secretary, otherSecretary, inCharge } = register.actors;
    const [all, one, other] = [
      await posted(office),
      await posted(leader, toSome(register.branchId)),
      await posted(office, toSome(register.otherBranchId)),
    ];
    for (const reader of [office, leader])
      expect(await idsFor(reader)).toEqual(expect.arrayContaining([all, one, other]));
    for (const reader of [secretary, inCharge]) {
      expect(await idsFor(reader)).toEqual(expect.arrayContaining([all, one]));
      expect(await idsFor(reader)).not.toContain(other);
      await expect(getAnnouncement(reader, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await idsFor(otherSecretary)).toEqual(expect.arrayContaining([all, other]));
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "announcement.posted" });
    const raw = await inContext(
      secretary.sessionToken,
      (tx) => tx.$queryRaw`SELECT id FROM "Announcement" WHERE id = ${other}::uuid`,
    );
    expect(raw).toEqual([]);
  });

  it("is the committee's word: nobody else posts, and no stranger reads", async () => {
    const { secretary, inCharge, inspector, ordinary } = register.actors;
    for (const reader of [secretary, inCharge]) {
      await expect(postAnnouncement(reader, input())).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listAddressees(reader)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const stranger of [inspector, ordinary]) {
      await expect(postAnnouncement(stranger, input())).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(listAnnouncements(stranger, asked())).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("is for branches that are chosen and in force, and is posted once by one form sent twice at once", async () => {
    const { office } = register.actors;
    const ruled = (reason: string) => ({ code: "RULE", reason: `announcements.errors.${reason}`, field: "branches" });
    await expect(postAnnouncement(office, input(toSome()))).rejects.toMatchObject(ruled("chooseBranches"));
    await expect(postAnnouncement(office, input(toSome(randomUUID())))).rejects.toMatchObject(ruled("branchGone"));
    const formKey = randomUUID();
    const title = "Một lần thôi";
    await Promise.all([1, 2].map(() => postAnnouncement(office, input({ title }), { formKey })));
    expect(await ownerRows(`SELECT 1 FROM "Announcement" WHERE title = $1`, [title])).toHaveLength(1);
  });

  it("is withdrawn once, with why, and takes nothing on then", async () => {
    const { office, leader, secretary } = register.actors;
    const id = await posted(office);
    const withdrawal = { id, version: 1, reason: "Đăng nhầm" };
    await expect(withdrawAnnouncement(secretary, withdrawal)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const both = await Promise.allSettled([
      withdrawAnnouncement(leader, withdrawal),
      withdrawAnnouncement(office, withdrawal),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getAnnouncement(secretary, id)).withdrawn?.reason).toBe("Đăng nhầm");
    await expect(commentOn(secretary, { announcementId: id, text: "Chậm mất rồi" })).rejects.toMatchObject({
      reason: "announcements.errors.withdrawn",
    });
  });
});

describe("the list of announcements", () => {
  it("has every announcement on one of its pages, the newest first, and the last page beyond the end", async () => {
    const own = await openRegister();
    const { office, secretary } = own.actors;
    const ids: string[] = [];
    for (let place = 0; place < 28; place += 1) ids.unshift(await posted(office, { title: `Thông báo số ${place}` }));
    const pageOf = (page: string) => listAnnouncements(secretary, asked({ page }));
    const [first, second, beyond] = [await pageOf("1"), await pageOf("2"), await pageOf("9")];
    expect([first.total, first.lines.length, second.lines.length]).toEqual([28, 25, 3]);
    expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(ids);
    expect([beyond.page, beyond.lines]).toEqual([2, second.lines]);
    expect(await idsFor(secretary, { size: "50" })).toEqual(ids);
    expect(await listLatestAnnouncements(secretary, 3)).toEqual(first.lines.slice(0, 3));
  });

  it("is searched by words of title, text and name, without accents, and finds nothing that is not one's to read", async () => {
    const own = await openRegister();
    const { office, leader, secretary, otherSecretary } = own.actors;
    const said = { title: "Khám sức khỏe định kỳ", text: "Trạm Y tế khám tại nhà văn hóa bản." };
    const id = await posted(office, { ...said, ...toSome(own.branchId) });
    await posted(leader);
    for (const q of ["suc khoe", "Y TẾ khám", "van hoa dinh ky", office.displayName])
      expect(await idsFor(secretary, { q })).toContain(id);
    expect(await idsFor(secretary, { q: "suc khoe" })).toEqual([id]);
    expect(await idsFor(otherSecretary, { q: "suc khoe" })).toEqual([]);
    expect(await idsFor(secretary, { q: "không đâu có" })).toEqual([]);
  });
});

describe("a comment", () => {
  it("stands under the name of who wrote it, and only where that person reads", async () => {
    const { office, secretary, otherSecretary, inspector } = register.actors;
    const id = await posted(office, toSome(register.branchId));
    await commentOn(secretary, { announcementId: id, text: "Chi bộ đã nắm" });
    expect(await commentsOf(office, id)).toMatchObject([{ text: "Chi bộ đã nắm", writtenBy: secretary.displayName }]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "announcement.commented" });
    for (const stranger of [otherSecretary, inspector])
      await expect(commentOn(stranger, { announcementId: id, text: "Xin góp ý" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    const forged = inContext(
      secretary.sessionToken,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO "AnnouncementComment" ("committeeId", id, "announcementId", text, "writtenById", "writtenBy")
        VALUES (${register.committeeId}::uuid, gen_random_uuid(), ${id}::uuid, 'Không tên', gen_random_uuid(), 'x')`,
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it("is hidden by the office with why, from all but office, leadership and who wrote it", async () => {
    const { office, leader, secretary, otherSecretary } = register.actors;
    const id = await posted(leader);
    await commentOn(secretary, { announcementId: id, text: "Ý kiến ngoài lề" });
    const [comment] = await commentsOf(office, id);
    if (!comment) throw new Error("no comment");
    const hiding = { id: comment.id, version: 1, reason: "Không đúng nội dung" };
    for (const other of [leader, secretary])
      await expect(hideComment(other, hiding)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await hideComment(office, hiding);
    await expect(hideComment(office, { ...hiding, version: 2 })).rejects.toMatchObject({
      reason: "announcements.errors.hiddenBefore",
    });
    expect(await commentsOf(otherSecretary, id)).toEqual([]);
    for (const reader of [office, leader, secretary])
      expect(await commentsOf(reader, id)).toMatchObject([{ hidden: { reason: "Không đúng nội dung" } }]);
  });
});
