import { z } from "zod";
import { DocumentKind } from "@/lib/core/db/generated/enums";
import { choice, dayField, id, optionalId, text } from "@/lib/core/fields";

/** The kinds of documents, in the order of the list. */
export const documentKinds = Object.values(DocumentKind);

/** A kind as an address writes it. */
export function kindAddress(kind: DocumentKind): string {
  return kind.toLowerCase().replaceAll("_", "-");
}

/** The kind that an address names; null where it names none. */
export function kindIn(address: string): DocumentKind | null {
  return documentKinds.find((kind) => kindAddress(kind) === address) ?? null;
}

/** A file as the upload's route read it, and the kind of document it is to be the template of. */
export const checkTemplateInput = z.strictObject({
  kind: choice(DocumentKind),
  name: z.string(),
  bytes: z.instanceof(Uint8Array),
});
export type CheckTemplateInput = z.output<typeof checkTemplateInput>;

export const acceptTemplateInput = z.strictObject({ id: id(), startsOn: dayField() });
export type AcceptTemplateInput = z.output<typeof acceptTemplateInput>;

export const restoreBuiltInInput = z.strictObject({ kind: choice(DocumentKind), startsOn: dayField() });
export type RestoreBuiltInInput = z.output<typeof restoreBuiltInInput>;

/** The kinds of files a register is given as. */
export const registerFormats = ["docx", "xlsx"] as const;

export const orderMemberFormInput = z.strictObject({ memberId: id(), purpose: text(500) });
export type OrderMemberFormInput = z.output<typeof orderMemberFormInput>;

export const orderRegisterInput = z.strictObject({
  branchId: optionalId(),
  on: dayField(),
  format: z.enum(registerFormats, { error: "refusals.fields.choose" }),
  purpose: text(500),
});
export type OrderRegisterInput = z.output<typeof orderRegisterInput>;
