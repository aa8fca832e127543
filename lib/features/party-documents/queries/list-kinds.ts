import type { PartyDocumentKind } from "@/lib/core/db/generated/enums";
import { abbreviationOf, documentKinds } from "@/lib/features/party-documents/rules/number";

/** A kind of paper and how it is abbreviated. */
export type KindName = { readonly kind: PartyDocumentKind; readonly abbreviation: string };

/** All kinds in the order in which the Party lists them. */
export function listKinds(): readonly KindName[] {
  return documentKinds.map((kind) => ({ kind, abbreviation: abbreviationOf(kind) }));
}
