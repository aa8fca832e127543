import { answerMembersFile } from "../answer-members-file";

export function GET(request: Request): Promise<Response> {
  return answerMembersFile(request, "xlsx");
}
