import { answerOrderedFile } from "../../answer-members-file";

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerOrderedFile((await params).id);
}
