import { getRatingSummary } from "@/lib/features/ratings/queries/get-round-paper";
import { ratingYear } from "@/lib/features/ratings/schema";
import { answerDownload } from "../../answer-download";

/** The summary of a year's ratings, as Word or, where asked, as Excel. */
export async function GET(request: Request, { params }: { params: Promise<{ year: string }> }): Promise<Response> {
  const year = ratingYear((await params).year);
  const kind = new URL(request.url).searchParams.get("as") === "xlsx" ? "xlsx" : "docx";
  return answerDownload(async (actor) => {
    const { bytes, serial } = await getRatingSummary(actor, year, kind);
    return { bytes, name: `tong-hop-xep-loai_${year}_${serial}`, kind };
  });
}
