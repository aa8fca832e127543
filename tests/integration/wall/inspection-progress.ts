import { ownerRows } from "../../support/register";
import type { RatedRegister } from "../ratings/round";

/** Every case of the register, open or concluded and whoever opened it, has a step taken, more days, a line in its diary and a paper taken away; a concluded one has an addendum that waits and one that is confirmed. */
export async function addProgress({ committeeId }: RatedRegister): Promise<void> {
  const hand = `i."openedById", 'Người ghi' FROM "Inspection" i WHERE i."committeeId" = $1`;
  await ownerRows(
    `INSERT INTO "InspectionStep" ("committeeId", "inspectionId", step, "doneOn", "recordedById", "recordedBy")
      SELECT i."committeeId", i.id, 'DECISION_AND_PLAN', i."decidedOn", ${hand}`,
    [committeeId],
  );
  await ownerRows(
    `INSERT INTO "InspectionExtension" ("committeeId", "inspectionId", days, "grantedOn", reason, "recordedById", "recordedBy")
      SELECT i."committeeId", i.id, 5, i."startsOn", 'Chờ tài liệu', ${hand}`,
    [committeeId],
  );
  await ownerRows(
    `INSERT INTO "InspectionAddendum" ("committeeId", id, "inspectionId", text, reason, "recordedById", "recordedBy")
      SELECT i."committeeId", gen_random_uuid(), i.id, 'Bổ sung', 'Có tài liệu mới', ${hand} AND i.state = 'CONCLUDED'`,
    [committeeId],
  );
  await ownerRows(
    `INSERT INTO "InspectionAddendum" ("committeeId", id, "inspectionId", number, text, reason, state, "decidedById", "decidedBy",
        "decidedAt", "recordedById", "recordedBy")
      SELECT i."committeeId", gen_random_uuid(), i.id, 1, 'Bổ sung', 'Có tài liệu mới', 'CONFIRMED', gen_random_uuid(), 'Người xác nhận',
        now(), ${hand} AND i.state = 'CONCLUDED'`,
    [committeeId],
  );
  await ownerRows(
    `INSERT INTO "AccessLog" ("committeeId", id, "accountId", "actorName", type, "subjectId", params)
      SELECT i."committeeId", gen_random_uuid(), i."openedById", 'Người lấy', 'document.exported', i.id,
        '{"documentKind": "INSPECTION_REPORT"}' FROM "Inspection" i WHERE i."committeeId" = $1`,
    [committeeId],
  );
  await ownerRows(
    `INSERT INTO "InspectionDiaryEntry" ("committeeId", id, "inspectionId", "happenedOn", text, "recordedById", "recordedBy")
      SELECT i."committeeId", gen_random_uuid(), i.id, i."startsOn", 'Làm việc với chi bộ', ${hand}`,
    [committeeId],
  );
}
