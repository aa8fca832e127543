import { foldText } from "@/lib/core/text/fold";

const LIKE_SPECIAL = /[\\%_]/gu;

/**
 * The stored text that a search looks through: name and extras folded, each word with a space before it,
 * so that looking for a `searchTerms` term finds the beginnings of words.
 */
export function searchText(name: string, extras: readonly (string | null)[] = []): string {
  return searchTerms([name, ...extras].filter((part) => part !== null).join(" ")).join("");
}

/** The words of a query, folded, each with a space before it and once only; a text fits when it contains every one. */
export function searchTerms(query: string): string[] {
  const words = foldText(query).split(" ");
  return [...new Set(words)].filter((word) => word !== "").map((word) => ` ${word}`);
}

/** Whether the stored search text has, for every word of the query, a word that begins so; true for an empty query. */
export function matchesAllWords(stored: string, query: string): boolean {
  return searchTerms(query).every((term) => stored.includes(term));
}

/** The term with `\`, `%` and `_` escaped, for a LIKE whose escape character is the backslash. */
export function escapeLike(term: string): string {
  return term.replace(LIKE_SPECIAL, "\\$&");
}
