import { getRatingSummary } from "@/lib/features/ratings/queries/get-round-paper";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { answerDownload } from "../../answer-download";

/** The summary of a year's ratings, as Word or, where asked, as Excel. */
export async function GET(request: Request, { params }: { params: Promise<{ period: string }> }): Promise<Response> {
  const period = ratingPeriod((await params).period);
  const kind = new URL(request.url).searchParams.get("as") === "xlsx" ? "xlsx" : "docx";
  return answerDownload(async (actor) => {
    const { bytes, serial } = await getRatingSummary(actor, period, kind);
    return { bytes, name: `tong-hop-xep-loai_${period}_${serial}`, kind };
  });
}
