import { answerBadgePaper } from "../answer-badge-paper";

export function GET(request: Request): Promise<Response> {
  return answerBadgePaper(request, { kind: "BADGE_LIST", name: "danh-sach-huy-hieu" });
}
