import { type Day, day } from "@/lib/core/day";
import memberForm from "@/lib/features/documents/catalogue/texts/member-form.json";
import type { DocumentKind } from "@/lib/features/documents/schema";
import type { Certainty } from "@/lib/features/rule-sets/schema";

/** A template that ships with the product: its text line by line, the document its form follows and from when, and how sure that is. */
export type BuiltIn = {
  readonly document: string;
  readonly startsOn: Day;
  readonly certainty: Certainty;
  readonly lines: readonly string[];
};

/* Which fields 2-HSĐV has is known, their order only nearly, and no difference between the two versions is. */
const memberForms: readonly BuiltIn[] = [
  { document: "HD 12-HD/BTCTW", startsOn: day("2022-01-18"), certainty: "UNCONFIRMED", lines: memberForm.lines },
  { document: "HD 38-HD/BTCTW", startsOn: day("2025-09-29"), certainty: "UNCONFIRMED", lines: memberForm.lines },
];

/** The shipped templates of each kind of document, the oldest first. */
export const builtIns: Readonly<Record<DocumentKind, readonly BuiltIn[]>> = { MEMBER_FORM: memberForms };
