import "server-only";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { documentTags } from "@/lib/features/documents/catalogue/tags";
import { paperWords } from "@/lib/features/documents/queries/paper-words";
import type { KnownTags } from "@/lib/features/documents/rules/template-report";

/** The names of the placeholders that a kind of document knows. */
export function getKnownTags(kind: DocumentKind): KnownTags {
  const { fields, loops } = documentTags[kind];
  return {
    fields: fields.map((code) => paperWords.tags[code]),
    loops: loops.map(({ code, fields: columns }) => ({
      name: paperWords.tags[code],
      fields: columns.map((column) => paperWords.tags[column]),
    })),
  };
}
