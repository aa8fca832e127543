import { bookWords } from "@/components/imports/book-words";
import { noteRefusal } from "@/lib/core/access-refusal";
import { findActor } from "@/lib/core/auth/require-actor";
import { DomainError } from "@/lib/core/errors";
import { downloadResponse } from "@/lib/core/files/table-file";
import { bookFile } from "@/lib/core/files/template-file";
import { messages } from "@/lib/core/i18n/namespaces";
import { idIn } from "@/lib/core/page";
import { getBranchBook } from "@/lib/features/imports/queries/get-branch-book";
import { refusedFile } from "../refused-file";

/** The book of a branch, to be edited in a spreadsheet and brought back. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return new Response(null, { status: 401 });
  const { sheet, name } = messages.vi.imports.template.book;
  try {
    const branchId = idIn(new URL(request.url).searchParams.get("branch") ?? "");
    const { columns, rows } = await getBranchBook(actor, branchId, bookWords());
    return downloadResponse(await bookFile(sheet, columns, rows), `${name}_${actor.today}`, "xlsx");
  } catch (error) {
    await noteRefusal(actor, error);
    if (error instanceof DomainError) return refusedFile(error);
    throw error;
  }
}
