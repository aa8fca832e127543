/** What a template's tags may be called: letter case, spaces and the way accents are stored make no difference. */
export function tagKey(tag: string): string {
  return tag.normalize("NFC").replace(/\s+/gu, " ").trim().toLocaleLowerCase("vi");
}
