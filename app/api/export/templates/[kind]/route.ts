import { notFound } from "@/lib/core/errors";
import { getTemplateFile } from "@/lib/features/documents/queries/templates";
import { kindIn } from "@/lib/features/documents/schema";
import { answerDownload } from "../../answer-download";

/** A template as a Word document: the one in force, or the version that the address names (0 is the shipped one). */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const address = (await params).kind;
  const asked = new URL(request.url).searchParams.get("version");
  return answerDownload(async (actor) => {
    const kind = kindIn(address);
    if (!kind || (asked !== null && !/^\d{1,6}$/u.test(asked))) throw notFound();
    const { bytes, version } = await getTemplateFile(actor, kind, asked === null ? null : Number(asked));
    return { bytes, name: `mau-${address}_${version}`, kind: "docx" };
  });
}
