import { attachmentResponse } from "@/lib/core/files/attachment-file";
import { idIn } from "@/lib/core/page";
import { getRegulationFile } from "@/lib/features/working-regulations/queries/get-regulations";
import { answerFile } from "../../answer-download";

/** The paper of a version of working regulations, for who reads the branch. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idIn((await params).id);
  return answerFile(async (actor) => {
    const { bytes, fileName, format } = await getRegulationFile(actor, id);
    return attachmentResponse(bytes, fileName, format);
  });
}
