import "server-only";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import type { WordValues } from "@/lib/core/files/word/fill-word";
import { messages } from "@/lib/core/i18n/namespaces";
import { documentTags, type LoopCode, type TagCode } from "@/lib/features/documents/catalogue/tags";

type Fields = Readonly<Partial<Record<TagCode, string | null>>>;

/** What a document says: texts by the codes of its placeholders, and rows by those of its loops. What is left out is not known. */
export type Filling = {
  readonly fields: Fields;
  readonly loops: Readonly<Partial<Record<LoopCode, readonly Fields[]>>>;
};

/** The words of the documents themselves, in Vietnamese whatever the language of the screen. */
export const paperWords = messages.vi.documents;

/** What a placeholder or loop is called in a template. */
export function getTagName(code: TagCode | LoopCode): string {
  return paperWords.tags[code];
}

/** The values for a template of that kind: every placeholder it knows and no other; a loop without rows gets one to write on. */
export function getWordValues(kind: DocumentKind, { fields, loops }: Filling): WordValues {
  const known = documentTags[kind];
  const named = (codes: readonly TagCode[], row: Fields): WordValues =>
    Object.fromEntries(codes.map((code) => [getTagName(code), row[code] ?? null]));
  const tables = known.loops.map(({ code, fields: columns }) => {
    const rows = loops[code] ?? [];
    return [getTagName(code), (rows.length > 0 ? rows : [{}]).map((row) => named(columns, row))];
  });
  return { ...named(known.fields, fields), ...Object.fromEntries(tables) };
}
