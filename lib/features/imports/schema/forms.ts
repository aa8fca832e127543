import { z } from "zod";
import { RowDecision, RowOutcome } from "@/lib/core/db/generated/enums";
import { choice, count, dayField, id, optionalId, optionalText, several, version } from "@/lib/core/fields";
import { IMPORT_FIELDS, type ImportField, isImportField } from "@/lib/features/imports/schema/fields";

const fieldNames = Object.keys(IMPORT_FIELDS).filter((name): name is ImportField => name in IMPORT_FIELDS);

/** A file as the upload's route read it. */
export const uploadInput = z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) });

/** What a column is taken for; empty where it is left out. Several columns come as a list, in their order. */
const meaning = z.union([z.literal("").transform(() => null), z.enum(fieldNames)], { error: "refusals.fields.choose" });

export const chooseColumnsInput = z.strictObject({
  id: id(),
  version: version(),
  tableIndex: count(0, 50),
  meaning: z.union([meaning.transform((one) => [one]), z.array(meaning)]),
  fallbackBranchId: optionalId(),
  newcomersFrom: dayField(),
});
export type ChooseColumnsInput = z.output<typeof chooseColumnsInput>;

export const chooseTableInput = z.strictObject({ id: id(), version: version(), tableIndex: count(0, 50) });
export type ChooseTableInput = z.output<typeof chooseTableInput>;

/** A decision as the form sends it: what, and for the same person which member. */
const decided = z.string({ error: "refusals.fields.choose" }).transform((chosen, context) => {
  const [kind = "", memberId = null] = chosen.split(":");
  const parsed = z
    .object({ decision: choice(RowDecision), memberId: z.uuid().nullable() })
    .safeParse({ decision: kind, memberId });
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: "refusals.fields.choose", params: { key: "refusals.fields.choose" } });
  return z.NEVER;
});

export const decideRowInput = z.strictObject({ id: id(), line: count(1, 100_000), choice: decided });
export type DecideRowInput = z.output<typeof decideRowInput>;

export const decideRowsInput = z.strictObject({ id: id(), decision: choice(RowDecision) });
export type DecideRowsInput = z.output<typeof decideRowsInput>;

/* A page of 25 members, each with every column. */
const MOST_CELLS = 1500;

/** A cell of the file by its line and its field. */
const cell = z.string().transform((told, context) => {
  const [line = "", field = ""] = told.split(":");
  if (/^\d{1,6}$/u.test(line) && isImportField(field)) return { line: Number(line), field };
  context.addIssue({ code: "custom", message: "refusals.fields.choose", params: { key: "refusals.fields.choose" } });
  return z.NEVER;
});

export const acceptCellsInput = z.strictObject({
  id: id(),
  lines: several(count(1, 100_000)),
  accepted: several(cell, MOST_CELLS),
});
export type AcceptCellsInput = z.output<typeof acceptCellsInput>;

export const importInput = z.strictObject({ id: id(), version: version() });
export type ImportInput = z.output<typeof importInput>;

export const importIdInput = importInput.omit({ version: true });

export const undoImportInput = z.strictObject({ id: id(), version: version(), reason: optionalText(500) });
export type UndoImportInput = z.output<typeof undoImportInput>;

/** The address of the rows that came out alike. */
export const outcomeRowsInput = z.object({
  outcome: z.enum(RowOutcome),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(25), z.literal(50), z.literal(100)]))
    .catch(25),
});
