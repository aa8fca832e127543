import { idIn } from "@/lib/core/page";
import { getPlanPaper } from "@/lib/features/assignments/queries/get-plan-paper";
import { answerDownload } from "../../answer-download";

/** The decision on a plan of assignments as a Word document. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idIn((await params).id);
  return answerDownload(async (actor) => {
    const { bytes, serial } = await getPlanPaper(actor, id);
    return { bytes, name: `quyet-dinh-phan-cong_${actor.today}_${serial}`, kind: "docx" };
  });
}
