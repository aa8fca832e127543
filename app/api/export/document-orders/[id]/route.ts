import { idIn } from "@/lib/core/page";
import { getOrderedDocumentFile } from "@/lib/features/documents/queries/get-ordered-document";
import { answerDownload } from "../../answer-download";

/** A document that was ordered with its purpose, for who ordered it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idIn((await params).id);
  return answerDownload(async (actor) => {
    const { bytes, serial, format } = await getOrderedDocumentFile(actor, id);
    return { bytes, name: `van-ban_${actor.today}_${serial}`, kind: format };
  });
}
