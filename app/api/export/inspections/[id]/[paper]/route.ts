import { notFound } from "@/lib/core/errors";
import { idIn } from "@/lib/core/page";
import { getCasePaper } from "@/lib/features/inspections/queries/get-case-paper";
import { casePaperNamed } from "@/lib/features/inspections/schema/papers";
import { answerDownload } from "../../../answer-download";

type CasePaperParams = { params: Promise<{ id: string; paper: string }> };

/** A paper of a case as a Word document. The file's name tells nothing of the case. */
export async function GET(_request: Request, { params }: CasePaperParams): Promise<Response> {
  const { id, paper } = await params;
  const inspectionId = idIn(id);
  return answerDownload(async (actor) => {
    const kind = casePaperNamed(paper);
    if (kind === null) throw notFound();
    const { bytes, serial } = await getCasePaper(actor, inspectionId, kind);
    return { bytes, name: `${paper}_${actor.today}_${serial}`, kind: "docx" };
  });
}
