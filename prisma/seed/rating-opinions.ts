import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { giveOpinion } from "@/lib/features/rating-opinions/commands/give-opinion";
import type { SamplePeople } from "./accounts";

type Opined = { readonly roundId: string; readonly branchId: string; readonly memberIds: readonly string[] };

type Said = Omit<Parameters<typeof giveOpinion>[1], "roundId" | "memberId" | "branchId">;

/** What is said of a branch and of two of its members in 2022, each entered by who heard it; the first member is the secretary. */
export async function giveOpinions({ secretary, office }: SamplePeople, { roundId, branchId, memberIds }: Opined) {
  const give = (by: Actor, memberId: string | null, of: Said) =>
    giveOpinion(by, { roundId, memberId, branchId: memberId === null ? branchId : null, ...of });
  const [, first, second] = memberIds;
  if (!first || !second) throw new Error("The sample has nobody to speak of");
  await give(secretary, first, {
    ...{ giver: "RESIDENCE", giverName: "Ban quản lý bản Nà An", givenOn: day("2022-11-28"), level: null },
    text: "Gia đình chấp hành tốt hương ước của bản, đóng góp đủ các quỹ, con cháu đi học đều.",
  });
  await give(secretary, first, {
    ...{
      giver: "MASS_ORGANIZATION",
      giverName: "Chi hội Nông dân bản Nà An",
      givenOn: day("2022-12-02"),
      level: "GOOD",
    },
    text: "Hội viên tích cực, giúp hai hộ trong bản trồng cây ăn quả; có buổi họp chi hội đến muộn.",
  });
  await give(office, first, {
    ...{ giver: "IN_CHARGE", giverName: "Đảng ủy viên phụ trách chi bộ", givenOn: day("2022-12-08"), level: "GOOD" },
    text: "Nhận việc khó không ngại; cần chủ động báo cáo kết quả với chi bộ hơn.",
  });
  await give(secretary, second, {
    ...{ giver: "RESIDENCE", giverName: "Ban quản lý bản Nà An", givenOn: day("2022-11-28"), level: null },
    text: "Đoàn kết với bà con, tham gia đủ các buổi lao động công ích.",
  });
  await give(office, null, {
    ...{
      giver: "MASS_ORGANIZATION",
      giverName: "Ủy ban Mặt trận Tổ quốc xã",
      givenOn: day("2022-12-05"),
      level: "GOOD",
    },
    text: "Chi bộ lãnh đạo tốt việc vận động nhân dân hiến đất làm đường vào bản.",
  });
}
