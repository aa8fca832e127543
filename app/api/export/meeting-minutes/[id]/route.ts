import { idIn } from "@/lib/core/page";
import { getMinutesPaper } from "@/lib/features/tasks/queries/get-minutes-paper";
import { answerDownload } from "../../answer-download";

/** The minutes of a meeting of a branch as a Word document. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idIn((await params).id);
  return answerDownload(async (actor) => {
    const { bytes, serial, heldOn } = await getMinutesPaper(actor, id);
    return { bytes, name: `bien-ban_${heldOn}_${serial}`, kind: "docx" };
  });
}
