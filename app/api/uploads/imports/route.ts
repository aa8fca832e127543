import { answerUpload } from "@/app/api/uploads/answer-upload";
import { LIMITS } from "@/lib/core/files/reader/limits";
import { stageUploadAction } from "@/lib/features/imports/actions";

/** Takes a roster in, and sends the browser on to its columns. */
export function POST(request: Request): Promise<Response> {
  return answerUpload(request, {
    form: "/imports/new",
    words: "imports",
    mostBytes: LIMITS.bytes,
    keep: stageUploadAction,
    next: (id) => `/imports/${id}/columns`,
  });
}
