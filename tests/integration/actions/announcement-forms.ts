import { commentOn } from "@/lib/features/announcements/commands/comment";
import { postAnnouncement } from "@/lib/features/announcements/commands/post-announcement";
import { getAnnouncement } from "@/lib/features/announcements/queries/get-announcement";
import type { FormCase, FormWorld } from "./form-case";

/** An announcement to the branch that the forms are about. */
async function told({ actors, branchId }: FormWorld): Promise<string> {
  const input = { title: "Họp giao ban", text: "Mời dự họp", reach: "SOME", branches: [branchId] } as const;
  return (await postAnnouncement(actors.leader, { ...input, branches: [branchId] })).id;
}

/** The forms of announcements. Office and leadership speak for the committee; who reads comments; the office moderates. */
export const announcementForms: Readonly<Record<string, FormCase>> = {
  postAnnouncementAction: {
    by: "office",
    also: ["leader", "second"],
    optional: ["branches"],
    several: ["branches"],
    fillIn: async ({ branchId }) => ({ title: "Họp giao ban", text: "Mời dự họp", reach: "SOME", branches: branchId }),
    otherwise: { title: "Họp bất thường" },
  },
  withdrawAnnouncementAction: {
    by: "leader",
    also: ["office", "second"],
    fillIn: async (world) => ({ id: await told(world), version: "1", reason: "Đăng nhầm" }),
  },
  commentOnAction: {
    by: "secretary",
    also: ["office", "leader", "second", "inCharge"],
    fillIn: async (world) => ({ announcementId: await told(world), text: "Chi bộ đã nắm" }),
    otherwise: { text: "Chi bộ đã nắm rõ" },
  },
  hideCommentAction: {
    by: "office",
    fillIn: async (world) => {
      const announcementId = await told(world);
      await commentOn(world.actors.secretary, { announcementId, text: "Ý kiến ngoài lề" });
      const [comment] = (await getAnnouncement(world.actors.office, announcementId)).comments;
      return { id: comment?.id ?? "", version: "1", reason: "Không đúng nội dung" };
    },
  },
};
