/** What a template's tags may be called: letter case, spaces and the way accents are stored make no difference. */
export function tagKey(tag: string): string {
  return tag.normalize("NFC").replace(/\s+/gu, " ").trim().toLocaleLowerCase("vi");
}

/** How the filler reads a template: braces as tags, whole paragraphs as loops, no other brackets chosen by the template. */
export const TAG_READING = {
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
  stripInvalidXMLChars: true,
  syntax: { changeDelimiterPrefix: null },
} as const;
