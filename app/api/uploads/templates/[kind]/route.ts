import { notFound } from "next/navigation";
import { answerUpload } from "@/app/api/uploads/answer-upload";
import { TEMPLATE_LIMITS } from "@/lib/core/files/template-reader/reading";
import { checkUploadAction } from "@/lib/features/documents/actions";
import { kindIn } from "@/lib/features/documents/schema";

/** Takes a template in, and sends the browser on to what was found in it. */
export async function POST(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const address = (await params).kind;
  const kind = kindIn(address);
  if (!kind) notFound();
  const page = `/documents/${address}`;
  return answerUpload(request, {
    form: page,
    words: "documents",
    mostBytes: TEMPLATE_LIMITS.bytes,
    keep: (upload) => checkUploadAction({ kind, ...upload }),
    next: (id) => `${page}/checks/${id}`,
  });
}
