import "server-only";
import { z } from "zod";
import type { ImportField } from "@/lib/features/imports/schema/fields";
import { IMPORT_FIELDS } from "@/lib/features/imports/schema/fields";

const fieldNames = Object.keys(IMPORT_FIELDS).filter((name): name is ImportField => name in IMPORT_FIELDS);
const field = z.enum(fieldNames).nullable();

const tables = z.array(
  z.object({
    sheet: z.string(),
    firstLine: z.number(),
    columns: z.array(z.array(z.string())),
    hasGroups: z.boolean(),
    rows: z.number(),
    leftOut: z.array(z.number()),
  }),
);

const group = z.object({
  kind: z.string(),
  field,
  column: z.number().nullable(),
  lines: z.array(z.number()),
  details: z.array(z.string().nullable()),
});

const converted = z.object({ TCVN3: z.number(), VNI: z.number(), APART: z.number(), formulas: z.number() });
const counts = z.record(z.enum(["ADD", "UPDATE", "SAME", "SKIP", "DECIDE", "REPAIR", "FOREIGN"]), z.number());

/** Lines of one kind of remark, as they are kept. */
export type StagedGroup = z.output<typeof group>;

/** What the JSON columns of an import hold. */
export type StagedFacts = ReturnType<typeof getStagedFacts>;

/** The JSON columns of an import, as they were written. */
export function getStagedFacts(row: {
  tables: unknown;
  converted: unknown;
  meanings: unknown;
  repairs: unknown;
  notices: unknown;
  counts: unknown;
}) {
  return {
    tables: tables.parse(row.tables),
    converted: converted.parse(row.converted),
    meanings: z.array(field).parse(row.meanings),
    repairs: z.array(group).parse(row.repairs),
    notices: z.array(group).parse(row.notices),
    counts: counts.nullable().parse(row.counts),
  };
}
