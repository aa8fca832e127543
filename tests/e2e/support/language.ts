import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { people, secretaries } from "./people";

type Locale = "vi" | "en";

/* Words in Latin letters that are right on a Vietnamese page: things called so everywhere, and the sample's user names. */
const NAMES = new Set<string>([
  "docx",
  "pdf",
  "jpg",
  "png",
  "excel",
  "libreoffice",
  "csv",
  "word",
  "xlsx",
  "xls",
  "ods",
  "web",
  "chrome",
  "safari",
  "linux",
  "ctrl",
  "chibo",
  ...people,
  ...secretaries,
]);
/* What the sample's people typed into their records, which every language shows as it stands. */
const TYPED = new Set(["Quản trị", "Công an", "Không"]);

/* An address stands as it is in every language. */
const ADDRESS = /https?:\S+|(?<!\S)\/\S+/g;

/* Such as CSV and TTr, which stands for a proposal. */
const ABBREVIATION = /^\p{Lu}{2}/u;
const ACCENTED = /[^ -~\s]/u;
const SYLLABLE = /^(ngh|ng|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdghklmnpqrstvx])?(i|y)?[aeiouy]{1,3}(ch|nh|ng|[cmnpt])?$/;
/* English words that could be Vietnamese syllables without accents, yet are none. */
const ENGLISH = new Set(["the", "to", "or", "on", "no", "not", "it", "at", "see"]);

/** Every text that the page shows or reads out in its own language. */
export function visibleTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const language = document.documentElement.lang;
    const isOwn = (element: Element | null) => element?.closest("[lang]")?.getAttribute("lang") === language;
    const isSilent = (element: Element) => ["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"].includes(element.tagName);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [document.title];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && isOwn(parent) && !isSilent(parent)) texts.push(walker.currentNode.textContent ?? "");
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (isOwn(element)) texts.push(element.getAttribute(name) ?? "");
      }
    }
    return texts.map((text) => text.trim()).filter((text) => text !== "");
  });
}

/** The words on a Vietnamese page that are no Vietnamese; a sentence that was not translated always has some. */
export function wordsNotVietnamese(texts: readonly string[]): string[] {
  const plain = texts.map((text) => text.normalize("NFC").replace(ADDRESS, ""));
  const words = plain.flatMap((text) => text.match(/[\p{L}\d]+/gu) ?? []);
  return [...new Set(words.filter((word) => !isVietnamese(word)))];
}

/** The sentences of a language's catalogue that stand on the page, without those that both languages share. */
export function sentencesOf(locale: Locale, texts: readonly string[]): string[] {
  const shared = sentences(locale === "vi" ? "en" : "vi");
  const foreign = sentences(locale);
  const isForeign = (text: string) => foreign.has(text) && !shared.has(text) && !TYPED.has(text);
  return [...new Set(texts.filter((text) => isForeign(text) && (locale === "en" || ACCENTED.test(text))))];
}

function isVietnamese(word: string): boolean {
  const lower = word.toLowerCase();
  if (ACCENTED.test(word) || word.length === 1 || /\d/.test(word) || ABBREVIATION.test(word)) return true;
  return NAMES.has(lower) || (SYLLABLE.test(lower) && !ENGLISH.has(lower));
}

const catalogues = new Map<Locale, ReadonlySet<string>>();

function sentences(locale: Locale): ReadonlySet<string> {
  const known = catalogues.get(locale) ?? readSentences(`lib/core/i18n/messages/${locale}`);
  catalogues.set(locale, known);
  return known;
}

function readSentences(folder: string): ReadonlySet<string> {
  return new Set(readdirSync(folder).flatMap((file) => textsIn(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")))));
}

function textsIn(messages: unknown): string[] {
  if (typeof messages === "string") return messages.includes("{") ? [] : [messages];
  return typeof messages === "object" && messages !== null ? Object.values(messages).flatMap(textsIn) : [];
}
