import type { Actor } from "@/lib/core/actor";
import { fromDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { reportVisit } from "@/lib/features/visits/commands/report-visit";
import { sampleBranches } from "./commune";
import { type Random, randomFrom } from "./random";
import { idOf, type SampleRegister } from "./structure";

const SITUATIONS = [
  "Nội bộ chi bộ đoàn kết; nhân dân yên tâm sản xuất, chuẩn bị đất cho vụ mới.",
  "Chi bộ duy trì sinh hoạt đều; một số đảng viên trẻ đi làm xa, chi ủy đã liên hệ từng người.",
  "Tình hình an ninh trật tự ổn định; chi bộ đã giao đảng viên phụ trách nhóm hộ.",
  "Việc tháng trước cơ bản hoàn thành; còn chậm ở việc vận động làm chuồng trại xa nhà.",
];
const OPINIONS = [
  "Chuẩn bị chu đáo, đúng giờ; thảo luận còn ít ý kiến.",
  "Nội dung sát việc của bản; kết luận rõ người, rõ việc.",
  "Sinh hoạt nghiêm túc; cần dành thêm thời gian cho việc chưa làm xong.",
];
/* One branch in twelve was not visited at all: the figures have something to show. */
const UNVISITED = 11;

/** Visits of the year of the report: most branches, two meetings in three, written by the office from the notebooks. */
export async function reportVisits(office: Actor, register: SampleRegister): Promise<void> {
  const random = randomFrom(2024);
  for (const [place, branch] of sampleBranches.entries()) {
    if (place === UNVISITED) continue;
    const branchId = idOf(register.branchIds, branch);
    const { visitorId, meetings } = await ofTheYear(office, branchId);
    for (const meeting of meetings) {
      if (!random.chance(66)) continue;
      await reportVisit(office, {
        branchId,
        visitorId,
        visitedOn: meeting.heldOn,
        meetingId: meeting.id,
        ...said(random),
      });
    }
  }
}

function said(random: Random) {
  return { situation: random.pick(SITUATIONS), meetingOpinion: random.pick(OPINIONS) };
}

/** Who was mainly in charge of the branch in that year, and its meetings. */
function ofTheYear(office: Actor, branchId: string) {
  const { committeeId } = office;
  return readAs(office, async (tx) => {
    const startsOn = new Date("2022-01-01");
    const inCharge = await tx.assignment.findFirstOrThrow({
      where: { committeeId, branchId, role: "MAIN", startsOn },
      select: { memberId: true },
    });
    const rows = await tx.meeting.findMany({
      where: { committeeId, branchId, monthOn: { gte: startsOn, lte: new Date("2022-12-01") } },
      orderBy: { heldOn: "asc" },
      select: { id: true, heldOn: true },
    });
    const meetings = rows.map(({ id, heldOn }) => ({ id, heldOn: fromDbDate(heldOn) }));
    return { visitorId: inCharge.memberId, meetings };
  });
}
