import { templateColumns } from "@/components/imports/template-columns";
import { findActor } from "@/lib/core/auth/require-actor";
import { downloadResponse } from "@/lib/core/files/table-file";
import { templateFile } from "@/lib/core/files/template-file";
import { messages } from "@/lib/core/i18n/namespaces";
import { scopesOf } from "@/lib/core/policy-table";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

/** The national file as an empty workbook, with the branches of the register to choose from. */
export async function GET(): Promise<Response> {
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return new Response(null, { status: 401 });
  if (scopesOf(actor, "rosterImport", "create").length === 0) return new Response(null, { status: 403 });
  const branches = await listBranchChoices(actor, actor.today);
  const { template } = messages.vi.imports;
  const bytes = await templateFile(template.sheet, templateColumns(branches.map(({ name }) => name)));
  return downloadResponse(bytes, template.name, "xlsx");
}
