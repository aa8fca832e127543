import { answerRatingPaper } from "../../answer-rating-paper";

export function GET(request: Request, { params }: { params: Promise<{ period: string }> }): Promise<Response> {
  return answerRatingPaper(request, params, { kind: "RATING_PROPOSAL", name: "bao-cao-de-nghi-xep-loai" });
}
