import { commentOn, hideComment } from "@/lib/features/announcements/commands/comment";
import { postAnnouncement, withdrawAnnouncement } from "@/lib/features/announcements/commands/post-announcement";
import { getAnnouncement } from "@/lib/features/announcements/queries/get-announcement";
import type { TestRegister } from "../../support/register";

/** Announcements to all and to each branch, with comments, one of them hidden, and one that was withdrawn. */
export async function addAnnouncements({ actors, branchId, otherBranchId }: TestRegister): Promise<void> {
  const { office, leader, secretary, otherSecretary } = actors;
  const post = async (branches: string[]) => {
    const reach = branches.length === 0 ? "ALL" : "SOME";
    return (await postAnnouncement(leader, { title: "Thông báo", text: "Nội dung", reach, branches })).id;
  };
  const [all, one, other] = [await post([]), await post([branchId]), await post([otherBranchId])];
  for (const id of [all, one]) await commentOn(secretary, { announcementId: id, text: "Chi bộ đã nắm" });
  for (const id of [all, other]) await commentOn(otherSecretary, { announcementId: id, text: "Chi bộ đã rõ" });
  const [hidden] = (await getAnnouncement(office, all)).comments;
  if (hidden) await hideComment(office, { id: hidden.id, version: 1, reason: "Ngoài lề" });
  await withdrawAnnouncement(office, { id: await post([branchId]), version: 1, reason: "Đăng nhầm" });
}
