import "server-only";
import type { Actor } from "@/lib/core/actor";
import { requireNoObstacle } from "@/lib/core/errors";
import { type FileColumn, type TableFile, xlsxFile } from "@/lib/core/files/table-file";
import { formatIn } from "@/lib/core/i18n/format";
import { readAs } from "@/lib/core/query";
import { documentTags } from "@/lib/features/documents/catalogue/tags";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import { getRegisterOf, type Register } from "@/lib/features/documents/queries/list-register";
import { getPaperHead } from "@/lib/features/documents/queries/paper-head";
import { getTagName, paperWords } from "@/lib/features/documents/queries/paper-words";
import { listRegisterCells, type RegisterDepth } from "@/lib/features/documents/queries/register-words";
import { getTakenSerial, type TakenFile } from "@/lib/features/documents/queries/taken-serial";
import { type RegisterAsk, registerSizeObstacle } from "@/lib/features/documents/rules/register-entry";

const format = formatIn("vi");
const WIDTHS = [5, 24, 14, 20, 24, 18, 14, 18, 16, 22, 22, 12, 18, 16];

/** How a register is taken away: which one, as which file, and with how much in it. */
export type RegisterOrder = RegisterAsk & { readonly format: "docx" | "xlsx"; readonly depth: RegisterDepth };

/** The register 7-HSĐV as a file; refuses as `getRegisterOf`, and with RULE more rows than a file of the kind serves. */
export async function getRegisterFile(
  actor: Actor,
  order: RegisterOrder,
  trace: Pick<TakenFile, "serial" | "params">,
): Promise<FilledDocument> {
  const register = await readAs(actor, (tx) => getRegisterOf(tx, actor, order));
  requireNoObstacle(registerSizeObstacle(register.people.length, order.format));
  const { branch, people } = register;
  const params = { ...trace.params, rows: people.length, branch };
  const isWhole = order.branchId === null;
  const rows = people.map((person, place) => listRegisterCells(person, place, order.on, order.depth));
  if (order.format === "docx") {
    return getFilledDocument(actor, {
      kind: "MEMBER_REGISTER",
      on: order.on,
      subjectId: null,
      ...trace,
      params,
      isWhole,
      fields: headOf(register, order),
      loops: { registerRows: rows },
    });
  }
  const taken = { kind: "MEMBER_REGISTER", format: "xlsx", on: order.on, subjectId: null, isWhole } as const;
  const serial = await getTakenSerial(actor, { ...taken, ...trace, params });
  const columns = documentTags.MEMBER_REGISTER.loops.flatMap((loop) => loop.fields);
  const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
  return { bytes: await xlsxFile(await tableOf(actor, register, order, { serial, cells })), serial };
}

function headOf({ branch, people }: Register, { on }: RegisterOrder) {
  return {
    onDay: format.day(on),
    registerOf: branch ?? paperWords.register.whole,
    memberCount: format.number(people.filter(({ isPresent }) => isPresent).length),
  };
}

async function tableOf(
  actor: Actor,
  register: Register,
  order: RegisterOrder,
  { serial, cells }: { serial: string; cells: TableFile["rows"] },
): Promise<TableFile> {
  const { organisation } = await getPaperHead(actor, order.on);
  const { registerOf, onDay, memberCount } = headOf(register, order);
  const columns = documentTags.MEMBER_REGISTER.loops.flatMap((loop) => loop.fields);
  const { sheet, title, by, at } = paperWords.register;
  const moment = format.moment(new Date());
  const named = title.replace("{of}", registerOf).replace("{on}", onDay).replace("{count}", memberCount);
  return {
    sheet,
    serial,
    head: [organisation ?? "", paperWords.kinds.MEMBER_REGISTER, named],
    stamp: [
      [by, actor.displayName],
      [at, moment],
    ],
    columns: columns.map(
      (code, place): FileColumn => ({
        header: getTagName(code),
        kind: "text",
        width: WIDTHS[place] ?? 12,
      }),
    ),
    rows: cells,
  };
}
