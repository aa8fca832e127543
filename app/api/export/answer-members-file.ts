import { getMemberFileWords } from "@/components/members/members-file-words";
import type { Actor } from "@/lib/core/actor";
import { textIn } from "@/lib/core/address";
import { type Day, parseDay } from "@/lib/core/day";
import { csvFile, type TableFile, xlsxFile } from "@/lib/core/files/table-file";
import { foldText } from "@/lib/core/text/fold";
import { getMembersFile } from "@/lib/features/members/queries/get-members-file";
import { getOrderedFile, getOrderedTable } from "@/lib/features/members/queries/get-ordered-file";
import type { MemberFilters } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";
import { getRegister } from "@/lib/features/organization/queries/register";
import { answerDownload } from "./answer-download";

/** Answers the download of a list of members: the same address as the list, the same scope, as a file. */
export async function answerMembersFile(request: Request, format: "xlsx" | "csv"): Promise<Response> {
  return answerFile(format, async (actor) => {
    const asked = new URL(request.url).searchParams;
    const query = Object.fromEntries([...asked.keys()].map((name) => [name, asked.getAll(name)]));
    const list = Object.keys(query).map((name) => [name, textIn(query, name)]);
    const { on: typed, ...filters } = memberListInput.parse(Object.fromEntries(list));
    const parsed = parseDay(typed);
    const on = parsed.kind === "day" ? parsed.day : actor.today;
    const { place, words } = await wordsFor(actor, on, filters);
    return { file: await getMembersFile(actor, filters, on, { format, words }), on, place };
  });
}

/** Answers the download of a file that was ordered with its purpose. */
export async function answerOrderedFile(id: string): Promise<Response> {
  return answerFile("xlsx", async (actor) => {
    const { on, year, branch } = await getOrderedFile(actor, id);
    const { place, words } = await wordsFor(actor, on, { year, branch });
    return { file: await getOrderedTable(actor, id, words), on, place };
  });
}

/* The names of branches are told only of a list that is narrowed to one. */
async function wordsFor(actor: Actor, on: Day, { year, branch }: Pick<MemberFilters, "year" | "branch">) {
  const [register, branches] = await Promise.all([
    getRegister(actor, on),
    branch === null ? [] : listBranchChoices(actor, on),
  ]);
  const place = foldText(register.short ?? "").replaceAll(" ", "-") || "dang-bo";
  const words = await getMemberFileWords({ body: register.name ?? "", by: actor.displayName, on, year, branches });
  return { place, words };
}

type Made = { readonly file: TableFile; readonly on: Day; readonly place: string };

function answerFile(format: "xlsx" | "csv", make: (actor: Actor) => Promise<Made>): Promise<Response> {
  return answerDownload(async (actor) => {
    const { file, on, place } = await make(actor);
    const bytes = format === "xlsx" ? await xlsxFile(file) : csvFile(file);
    return { bytes, name: `dang-vien_${place}_${on}_${file.serial}`, kind: format };
  });
}
