import { answerUpload } from "@/app/api/uploads/answer-upload";
import { PICTURE_LIMITS } from "@/lib/core/files/picture-reader/reading";
import { idIn } from "@/lib/core/page";
import { attachPhotoAction } from "@/lib/features/meetings/actions";

/** Takes a photo of the notebook of a meeting in, and sends the browser back for the next one. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const meetingId = idIn((await params).id);
  const page = `/meetings/${meetingId}/photos`;
  return answerUpload(request, {
    form: page,
    words: "meetings",
    mostBytes: PICTURE_LIMITS.bytes,
    keep: ({ bytes }) => attachPhotoAction({ meetingId, bytes }),
    next: () => `${page}?done=photoAttached`,
  });
}
