import { attachPaper } from "@/lib/features/working-regulations/commands/attach-paper";
import { annulRegulation } from "@/lib/features/working-regulations/commands/record-regulation";
import { pdfFile } from "../party-documents/document";
import type { RatedRegister } from "../ratings/round";
import { adopted, followed } from "../working-regulations/regulation";

/** Working regulations of both branches, kept by the branch and by the office, with their papers; in force, followed and annulled. */
export async function addRegulations({ actors, branchId, otherBranchId }: RatedRegister): Promise<void> {
  for (const [by, branch] of [
    [actors.secretary, branchId],
    [actors.office, otherBranchId],
  ] as const) {
    const file = { name: "Quy che.pdf", bytes: pdfFile };
    await attachPaper(by, { ...file, regulationId: await adopted(by, branch) });
    await followed(by, branch, "2023-03-05");
    const mistaken = await followed(by, branch, "2024-03-05");
    await attachPaper(by, { ...file, regulationId: mistaken });
    await annulRegulation(by, { id: mistaken, version: 1, reason: "Ghi nhầm ngày" });
  }
}
