import { answerMembersFile } from "@/components/members/export-members";

export function GET(request: Request): Promise<Response> {
  return answerMembersFile(request, "csv");
}
