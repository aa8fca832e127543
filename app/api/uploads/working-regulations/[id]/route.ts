import { answerUpload } from "@/app/api/uploads/answer-upload";
import { ATTACHMENT_LIMITS } from "@/lib/core/files/attachment-reader/reading";
import { idIn } from "@/lib/core/page";
import { attachPaperAction } from "@/lib/features/working-regulations/actions";

/** Takes the paper of a version of working regulations in, and sends the browser back to the branch's regulations. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const regulationId = idIn((await params).id);
  return answerUpload(request, {
    form: `/branches/working-regulations/${regulationId}/file`,
    words: "workingRegulations",
    mostBytes: ATTACHMENT_LIMITS.bytes,
    keep: (upload) => attachPaperAction({ regulationId, ...upload }),
    next: (branchId) => `/branches/${branchId}/working-regulations?done=fileAttached`,
  });
}
