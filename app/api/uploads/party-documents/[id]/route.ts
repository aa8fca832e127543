import { z } from "zod";
import { answerUpload } from "@/app/api/uploads/answer-upload";
import { addressOf } from "@/lib/core/address";
import { ATTACHMENT_LIMITS } from "@/lib/core/files/attachment-reader/reading";
import { idIn } from "@/lib/core/page";
import { attachFileAction } from "@/lib/features/party-documents/actions";

/** Takes a file of a Party document in, and sends the browser back to the document. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const documentId = idIn((await params).id);
  const replacesId = z.uuid().nullable().catch(null).parse(new URL(request.url).searchParams.get("replaces"));
  const page = `/party-documents/${documentId}`;
  return answerUpload(request, {
    form: addressOf(`${page}/files`, { replaces: replacesId }),
    words: "partyDocuments",
    mostBytes: ATTACHMENT_LIMITS.bytes,
    keep: (upload) => attachFileAction({ documentId, replacesId, ...upload }),
    next: () => `${page}?done=fileAttached`,
  });
}
