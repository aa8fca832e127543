import { bookWords } from "@/components/imports/book-words";
import { bookFile } from "@/lib/core/files/template-file";
import { messages } from "@/lib/core/i18n/namespaces";
import { idIn } from "@/lib/core/page";
import { getBranchBook } from "@/lib/features/imports/queries/get-branch-book";
import { answerDownload } from "../answer-download";

/** The book of a branch, to be edited in a spreadsheet and brought back. */
export function GET(request: Request): Promise<Response> {
  const branch = new URL(request.url).searchParams.get("branch") ?? "";
  return answerDownload(async (actor) => {
    const { columns, rows } = await getBranchBook(actor, idIn(branch), bookWords());
    const { sheet, name } = messages.vi.imports.template.book;
    return { bytes: await bookFile(sheet, columns, rows), name: `${name}_${actor.today}`, kind: "xlsx" };
  });
}
