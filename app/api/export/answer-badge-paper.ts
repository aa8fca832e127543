import { isDay } from "@/lib/core/day";
import { notFound } from "@/lib/core/errors";
import { getBadgePaper } from "@/lib/features/documents/queries/get-badge-paper";
import { answerDownload } from "./answer-download";

/** Answers the download of a paper of the award day that the address names. */
export async function answerBadgePaper(
  request: Request,
  paper: { kind: Parameters<typeof getBadgePaper>[1]; name: string },
): Promise<Response> {
  return answerDownload(async (actor) => {
    const on = new URL(request.url).searchParams.get("on") ?? "";
    if (!isDay(on)) throw notFound();
    const { bytes, serial } = await getBadgePaper(actor, paper.kind, on);
    return { bytes, name: `${paper.name}_${on}_${serial}`, kind: "docx" };
  });
}
