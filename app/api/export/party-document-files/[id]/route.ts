import { attachmentResponse } from "@/lib/core/files/attachment-file";
import { idIn } from "@/lib/core/page";
import { getFile } from "@/lib/features/party-documents/queries/list-files";
import { answerFile } from "../../answer-download";

/** A file of a Party document, for who reads the document. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idIn((await params).id);
  return answerFile(async (actor) => {
    const { bytes, fileName, format } = await getFile(actor, id);
    return attachmentResponse(bytes, fileName, format);
  });
}
