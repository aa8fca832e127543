import { idIn } from "@/lib/core/page";
import { getBranchRatingPaper } from "@/lib/features/ratings/queries/get-branch-rating-paper";
import type { BranchRatingPaper } from "@/lib/features/ratings/schema/papers";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { answerDownload } from "./answer-download";

/** Answers the download of a paper of the branch that the address names, or of the notice to one of its members. */
export async function answerRatingPaper(
  request: Request,
  params: Promise<{ period: string }>,
  paper: { kind: BranchRatingPaper; name: string },
): Promise<Response> {
  const period = ratingPeriod((await params).period);
  const asked = new URL(request.url).searchParams;
  const branchId = idIn(asked.get("branch") ?? "");
  const member = asked.get("member");
  const memberId = member === null ? null : idIn(member);
  return answerDownload(async (actor) => {
    const { bytes, serial } = await getBranchRatingPaper(actor, { period, kind: paper.kind, branchId, memberId });
    return { bytes, name: `${paper.name}_${period}_${serial}`, kind: "docx" };
  });
}
