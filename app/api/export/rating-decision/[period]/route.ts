import { isDay } from "@/lib/core/day";
import { notFound } from "@/lib/core/errors";
import { getRatingDecision } from "@/lib/features/ratings/queries/get-round-paper";
import { ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { answerDownload } from "../../answer-download";

/** The decision on ratings that the address names by its number and day. */
export async function GET(request: Request, { params }: { params: Promise<{ period: string }> }): Promise<Response> {
  const period = ratingPeriod((await params).period);
  const asked = new URL(request.url).searchParams;
  return answerDownload(async (actor) => {
    const [number, on] = [asked.get("number") ?? "", asked.get("on") ?? ""];
    if (!isDay(on)) throw notFound();
    const { bytes, serial } = await getRatingDecision(actor, period, { number, on });
    return { bytes, name: `quyet-dinh-xep-loai_${period}_${serial}`, kind: "docx" };
  });
}
