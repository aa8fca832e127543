/** How the filler reads a template: braces as tags, whole paragraphs as loops, no other brackets chosen by the template. */
export const TAG_READING = {
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
  stripInvalidXMLChars: true,
  syntax: { changeDelimiterPrefix: null },
} as const;
