import { getRejectedFileWords } from "@/components/imports/rejected-file-words";
import { noteRefusal } from "@/lib/core/access-refusal";
import { findActor } from "@/lib/core/auth/require-actor";
import { DomainError } from "@/lib/core/errors";
import { csvFile, downloadResponse, odsFile, xlsxFile } from "@/lib/core/files/table-file";
import { idIn } from "@/lib/core/page";
import { getRejectedFile } from "@/lib/features/imports/queries/get-rejected-file";

const writers = { XLSX: xlsxFile, ODS: odsFile, CSV: csvFile };
const kinds = { XLSX: "xlsx", ODS: "ods", CSV: "csv" } as const;

/** The rows of an import that need a repair, as the same kind of file with a column of errors. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return new Response(null, { status: 401 });
  const words = await getRejectedFileWords(actor.displayName);
  try {
    const { file, format } = await getRejectedFile(actor, idIn((await params).id), words);
    return downloadResponse(await writers[format](file), words.name, kinds[format]);
  } catch (error) {
    await noteRefusal(actor, error);
    if (error instanceof DomainError) return new Response(null, { status: error.code === "FORBIDDEN" ? 403 : 404 });
    throw error;
  }
}
