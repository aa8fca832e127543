import { answerUpload } from "@/app/api/uploads/answer-upload";
import { ATTACHMENT_LIMITS } from "@/lib/core/files/attachment-reader/reading";
import { idIn } from "@/lib/core/page";
import { attachEvidenceAction } from "@/lib/features/tasks/actions";

/** Takes a file in that shows what was done of a task, and sends the browser back for the next one. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const taskId = idIn((await params).id);
  const page = `/tasks/${taskId}/evidence`;
  return answerUpload(request, {
    form: page,
    words: "tasks",
    mostBytes: ATTACHMENT_LIMITS.bytes,
    keep: (upload) => attachEvidenceAction({ taskId, ...upload }),
    next: () => `${page}?done=evidenceAttached`,
  });
}
