import { answerRegister } from "../answer-register";

export function GET(request: Request): Promise<Response> {
  return answerRegister(request, "docx");
}
