import { readdirSync, readFileSync } from "node:fs";
import type { Locale } from "@/lib/core/i18n/locale";

const folder = new URL("../../../lib/core/i18n/messages/", import.meta.url);

/** The names of the files a language has, without `.json`. */
export function cataloguesOf(locale: Locale): string[] {
  return readdirSync(new URL(`${locale}/`, folder))
    .map((file) => file.replace(/\.json$/, ""))
    .sort();
}

/** Every message of a file, by its whole key. */
export function messagesOf(locale: Locale, name: string): Map<string, string> {
  return flat(JSON.parse(readFileSync(new URL(`${locale}/${name}.json`, folder), "utf8")), name);
}

/** Every message of a language, by its whole key. */
export function allMessagesOf(locale: Locale): Map<string, string> {
  return new Map(cataloguesOf(locale).flatMap((name) => [...messagesOf(locale, name)]));
}

function flat(node: unknown, path: string): Map<string, string> {
  if (typeof node === "string") return new Map([[path, node]]);
  if (typeof node !== "object" || node === null) throw new TypeError(`Not a message: ${path}`);
  return new Map(Object.entries(node).flatMap(([key, child]) => [...flat(child, `${path}.${key}`)]));
}
