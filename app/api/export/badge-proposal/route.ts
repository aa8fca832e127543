import { answerBadgePaper } from "../answer-badge-paper";

export function GET(request: Request): Promise<Response> {
  return answerBadgePaper(request, { kind: "BADGE_PROPOSAL", name: "to-trinh-huy-hieu" });
}
