import { z } from "zod";
import { id, several, version } from "@/lib/core/fields";
import { editMemberInput } from "@/lib/features/members/schema";

/**
 * The fields that many members can sensibly share. Never the branch, a status or a date of Party life, which have commands
 * of their own, and nothing that is one person's: names, numbers, telephones, a life's history.
 */
export const bulkFields = [
  "ethnicity",
  "religion",
  "education",
  "qualification",
  "theoryLevel",
  "occupation",
  "profession",
  "foreignLanguages",
  "informatics",
  "familyClass",
  "policyFamily",
  "homeProvince",
  "homePlace",
  "permanentProvince",
  "permanentResidence",
  "temporaryResidence",
] as const;
export type BulkField = (typeof bulkFields)[number];

/** The address of the page that prepares a bulk edit; no field is chosen at first. */
export const bulkFieldInput = z.enum(bulkFields).nullable().catch(null);

/** Whom a bulk edit is about: all that the list finds, or those who are ticked. */
export const bulkReaches = ["CHOSEN", "ALL"] as const;

export const prepareBulkEditInput = z
  .strictObject({
    list: z.string().max(2000),
    field: z.enum(bulkFields, { error: "refusals.fields.choose" }),
    reach: z.enum(bulkReaches, { error: "refusals.fields.choose" }),
    members: several(id()),
    value: z.string({ error: "refusals.fields.required" }),
  })
  .transform((input, context) => {
    const parsed = editMemberInput.shape[input.field].safeParse(input.value);
    if (!parsed.success) {
      for (const { message, path: _path, ...issue } of parsed.error.issues) {
        const params = issue.code === "custom" ? issue.params : undefined;
        context.addIssue({ code: "custom", message, path: ["value"], params: params ?? { key: message } });
      }
      return z.NEVER;
    }
    if (parsed.data === null) {
      context.addIssue({ code: "custom", message: "refusals.fields.required", path: ["value"] });
      return z.NEVER;
    }
    return { ...input, value: parsed.data };
  });
export type PrepareBulkEditInput = z.output<typeof prepareBulkEditInput>;

export const bulkEditInput = z.strictObject({ id: id(), version: version() });
export type BulkEditInput = z.output<typeof bulkEditInput>;
