import "server-only";
import type { Actor } from "@/lib/core/actor";
import { requireNoObstacle } from "@/lib/core/errors";
import { type TableFile, xlsxFile } from "@/lib/core/files/table-file";
import { formatIn } from "@/lib/core/i18n/format";
import { readAs } from "@/lib/core/query";
import { documentTags } from "@/lib/features/documents/catalogue/tags";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import { getRegisterOf } from "@/lib/features/documents/queries/list-register";
import { getPaperHead } from "@/lib/features/documents/queries/paper-head";
import { type Filling, getTagName, paperWords } from "@/lib/features/documents/queries/paper-words";
import { listRegisterCells, type RegisterDepth } from "@/lib/features/documents/queries/register-words";
import { getTakenSerial, type TakenFile } from "@/lib/features/documents/queries/taken-serial";
import { type RegisterAsk, registerSizeObstacle } from "@/lib/features/documents/rules/register-entry";

const format = formatIn("vi");
const columns = documentTags.MEMBER_REGISTER.loops.flatMap((loop) => loop.fields);
const WIDTHS = [5, 24, 14, 20, 24, 18, 14, 18, 16, 22, 22, 12, 18, 16];

/** How a register is taken away: which one, as which file, and with how much in it. */
export type RegisterOrder = RegisterAsk & { readonly format: "docx" | "xlsx"; readonly depth: RegisterDepth };

/** The register 7-HSĐV as a file; refuses as `getRegisterOf`, and with RULE more rows than a file of the kind serves. */
export async function getRegisterFile(
  actor: Actor,
  order: RegisterOrder,
  trace: Pick<TakenFile, "serial" | "params">,
): Promise<FilledDocument> {
  const { on, branchId, depth } = order;
  const [{ branch, people }, { organisation }] = await Promise.all([
    readAs(actor, (tx) => getRegisterOf(tx, actor, order)),
    getPaperHead(actor, on),
  ]);
  requireNoObstacle(registerSizeObstacle(people.length, order.format));
  const taken = {
    kind: "MEMBER_REGISTER",
    on,
    subjectId: null,
    memberIds: people.map(({ id }) => id),
    isWhole: branchId === null,
    serial: trace.serial,
    params: { ...trace.params, rows: people.length, branch },
  } as const;
  const fields = {
    onDay: format.day(on),
    registerOf: branch ?? organisation ?? null,
    memberCount: format.number(people.filter(({ isPresent }) => isPresent).length),
  };
  const rows = people.map((person, place) => listRegisterCells(person, place, on, depth));
  if (order.format === "docx") {
    return getFilledDocument(actor, { ...taken, fields, loops: { registerRows: rows } });
  }
  const serial = await getTakenSerial(actor, { ...taken, format: "xlsx" });
  const table = { ...tableOf(fields, rows), serial, stamp: stampOf(actor) };
  return { bytes: await xlsxFile(table), serial };
}

type Heading = { onDay: string; registerOf: string | null; memberCount: string };

function tableOf({ onDay, registerOf, memberCount }: Heading, rows: readonly Filling["fields"][]) {
  const { sheet, title } = paperWords.register;
  const named = title
    .replace("{of}", registerOf ?? "")
    .replace("{on}", onDay)
    .replace("{count}", memberCount);
  return {
    sheet,
    head: [paperWords.kinds.MEMBER_REGISTER, named],
    columns: columns.map((code, place) => ({
      header: getTagName(code),
      kind: "text" as const,
      width: WIDTHS[place] ?? 12,
    })),
    rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
  };
}

function stampOf({ displayName }: Actor): TableFile["stamp"] {
  const { by, at } = paperWords.register;
  return [
    [by, displayName],
    [at, format.moment(new Date())],
  ];
}
