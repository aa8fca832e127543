import { commentOn } from "@/lib/features/announcements/commands/comment";
import { postAnnouncement } from "@/lib/features/announcements/commands/post-announcement";
import type { SamplePeople } from "./accounts";
import { sampleBranches } from "./commune";
import { idOf, type SampleRegister } from "./structure";

/** What the committee tells the branches these days, and what a branch says about it. */
export async function tellBranches(
  { office, leader, secretary }: SamplePeople,
  register: SampleRegister,
): Promise<void> {
  const some = sampleBranches.filter(({ key }) => ["naan", "nahieng", "pulau"].includes(key));
  await postAnnouncement(office, {
    title: "Nộp biên bản sinh hoạt chi bộ hằng tháng",
    text: "Biên bản đã ký gửi về Văn phòng Đảng ủy trước ngày 10 của tháng sau.\nChi bộ nào mạng yếu thì chụp ảnh trang sổ, gửi sau.",
    ...{ reach: "ALL", branches: [] },
  });
  const { id } = await postAnnouncement(leader, {
    title: "Khám sức khỏe định kỳ cho đảng viên cao tuổi",
    text: "Trạm Y tế khám tại nhà văn hóa bản. Bí thư chi bộ báo số người đi khám trong tuần này.",
    ...{ reach: "SOME", branches: some.map((branch) => idOf(register.branchIds, branch)) },
  });
  await commentOn(secretary, { announcementId: id, text: "Chi bộ có bốn đồng chí, một đồng chí cần xe đón." });
}
