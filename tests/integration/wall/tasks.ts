import { addDays } from "@/lib/core/day";
import { annulDocument } from "@/lib/features/party-documents/commands/issue-document";
import { attachEvidence } from "@/lib/features/tasks/commands/keep-evidence";
import { moveTaskDeadline, reportNotDone } from "@/lib/features/tasks/commands/task-steps";
import { plainPicture } from "../../support/pictures";
import { ownerRows } from "../../support/register";
import { received } from "../party-documents/document";
import type { RatedRegister } from "../ratings/round";
import { accepted, calledOff, given, reportedDone, step } from "../tasks/task";

/** What the conclusion of every concluded case asks of a branch, not begun, reported by the inspector and reported by somebody else. */
async function addTasksOfCases({ committeeId, branchId, actors }: RatedRegister): Promise<void> {
  for (const reporter of [null, actors.inspector.accountId, actors.office.accountId]) {
    await ownerRows(
      `INSERT INTO "Task" ("committeeId", id, "branchId", giver, title, "givenOn", "deadlineOn", state, "doneOn", "reportedById",
          "inspectionId", "recordedById", "recordedBy")
        SELECT i."committeeId", gen_random_uuid(), b.id, 'COMMITTEE', 'Khắc phục', i."concludedOn", i."concludedOn" + 30,
          CASE WHEN $2::uuid IS NULL THEN 'IN_HAND' ELSE 'REPORTED' END::"TaskState",
          CASE WHEN $2::uuid IS NOT NULL THEN i."concludedOn" END, $2::uuid, i.id, i."openedById", 'Người ghi'
        FROM "Inspection" i JOIN "Branch" b ON b."committeeId" = i."committeeId" AND b.id = $3
        WHERE i."committeeId" = $1 AND i.state = 'CONCLUDED'`,
      [committeeId, reporter, branchId],
    );
  }
  await ownerRows(
    `INSERT INTO "TaskStep" ("committeeId", id, "taskId", kind, "takenOn", text, "deadlineOn", "recordedById", "recordedBy")
      SELECT t."committeeId", gen_random_uuid(), t.id, k.kind::"TaskStepKind", t."givenOn", 'Khắc phục',
        CASE k.kind WHEN 'GIVEN' THEN t."deadlineOn" END, t."recordedById", t."recordedBy"
      FROM "Task" t CROSS JOIN (VALUES ('GIVEN'), ('RETURNED')) AS k(kind)
      WHERE t."committeeId" = $1 AND t."inspectionId" IS NOT NULL`,
    [committeeId],
  );
}

/** Tasks of both branches in all states, the committee's and the branches' own, reported by the branch and by the office. */
export async function addTasks(register: RatedRegister): Promise<void> {
  const { actors, branchId, otherBranchId, members } = register;
  const { office, leader, secretary, otherSecretary } = actors;
  for (const [of, own] of [
    [branchId, secretary],
    [otherBranchId, otherSecretary],
  ] as const) {
    const shown = { name: "viec.jpg", bytes: await plainPicture() };
    for (const taskId of [
      await reportedDone({ giver: leader, reporter: own }, of),
      await given(leader, of),
      await given(own, of),
    ])
      await attachEvidence(office, { taskId, ...shown });
    await reportedDone({ giver: leader, reporter: office }, of);
    await accepted({ leader, office }, of);
    await calledOff(leader, of);
    await calledOff(own, of);
    await reportedDone({ giver: own, reporter: own }, of);
    const chosen = { audience: "CHOSEN_BRANCHES" as const, branchId: [of] };
    for (const by of [leader, own]) {
      await given(by, of, { documentId: await received(office, chosen) });
      const annulled = await received(office);
      await given(by, of, { documentId: annulled });
      await annulDocument(office, { id: annulled, version: 1, reason: "Vào sổ nhầm" });
    }
    const id = await given(own, of);
    await reportNotDone(own, step(id, 1));
    await moveTaskDeadline(own, { ...step(id, 2), deadlineOn: addDays(office.today, 30) });
  }
  await given(leader, branchId, { memberId: members.woman });
  await given(secretary, branchId, { memberId: members.woman });
  await addTasksOfCases(register);
}
