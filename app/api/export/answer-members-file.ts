import { getMemberFileWords } from "@/components/members/members-file-words";
import { noteRefusal } from "@/lib/core/access-refusal";
import { findActor } from "@/lib/core/auth/require-actor";
import { parseDay } from "@/lib/core/day";
import { DomainError } from "@/lib/core/errors";
import { csvFile, downloadResponse, xlsxFile } from "@/lib/core/files/table-file";
import { foldText } from "@/lib/core/text/fold";
import { getMembersFile } from "@/lib/features/members/queries/get-members-file";
import { memberListInput } from "@/lib/features/members/schema";
import { getRegister } from "@/lib/features/organization/queries/register";

/** Answers the download of a list of members: the same address as the list, the same scope, as a file. */
export async function answerMembersFile(request: Request, format: "xlsx" | "csv"): Promise<Response> {
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return new Response(null, { status: 401 });
  const { on: typed, ...filters } = memberListInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  const parsed = parseDay(typed);
  const on = parsed.kind === "day" ? parsed.day : actor.today;
  const register = await getRegister(actor, on);
  const facts = { body: register.name ?? "", by: actor.displayName, on, year: filters.year };
  try {
    const file = await getMembersFile(actor, filters, on, { format, words: await getMemberFileWords(facts) });
    const place = foldText(register.short ?? "").replaceAll(" ", "-") || "dang-bo";
    const bytes = format === "xlsx" ? await xlsxFile(file) : csvFile(file);
    return downloadResponse(bytes, `dang-vien_${place}_${on}`, format);
  } catch (error) {
    await noteRefusal(actor, error);
    if (error instanceof DomainError) return new Response(null, { status: error.code === "FORBIDDEN" ? 403 : 404 });
    throw error;
  }
}
