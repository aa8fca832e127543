import { idIn } from "@/lib/core/page";
import { getLetterPaper } from "@/lib/features/documents/queries/get-letter-paper";
import { answerDownload } from "../../answer-download";

/** The letter of introduction of a transfer as a Word document. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idIn((await params).id);
  return answerDownload(async (actor) => {
    const { bytes, serial } = await getLetterPaper(actor, id);
    return { bytes, name: `giay-gioi-thieu_${actor.today}_${serial}`, kind: "docx" };
  });
}
