import { attachmentResponse, pictureResponse } from "@/lib/core/files/attachment-file";
import { idIn } from "@/lib/core/page";
import { getEvidenceFile } from "@/lib/features/tasks/queries/list-evidence";
import { answerFile } from "../../answer-download";

/** A file that shows what was done of a task, or with `size=small` the thumbnail of a photo, for who reads the task. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idIn((await params).id);
  const size = new URL(request.url).searchParams.get("size") === "small" ? "small" : "whole";
  return answerFile(async (actor) => {
    const { bytes, fileName, format } = await getEvidenceFile(actor, id, size);
    if (format === "JPG") return pictureResponse(bytes, `minh-chung_${id}.jpg`, format);
    return attachmentResponse(bytes, fileName, format);
  });
}
