import { idIn } from "@/lib/core/page";
import { getMemberForm } from "@/lib/features/documents/queries/get-member-form";
import { answerDownload } from "../../answer-download";

/** The member form 2-HSĐV of one member as a Word document. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idIn((await params).id);
  return answerDownload(async (actor) => {
    const { bytes, serial } = await getMemberForm(actor, id);
    return { bytes, name: `phieu-dang-vien_${actor.today}_${serial}`, kind: "docx" };
  });
}
