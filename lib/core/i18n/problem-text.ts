import { getTranslations } from "next-intl/server";
import type { ActionMessage, Problem } from "@/lib/core/action-state";

/** The sentence of any key of the catalogues, for keys that travel as data. */
export type AnyKeyTranslator = (key: string, params?: Record<string, string | number>) => string;

/** Promises a translator for keys known only at run time; an unknown key is an error. */
export async function getAnyKeyTranslator(): Promise<AnyKeyTranslator> {
  const translate: unknown = await getTranslations();
  if (!isTranslator(translate)) throw new TypeError("The catalogues are not loaded.");
  return translate;
}

/** Promises the problems with their sentences in the language of the request, in the order given. */
export async function withText(problems: readonly Problem[]): Promise<ActionMessage[]> {
  const translate = await getAnyKeyTranslator();
  return problems.map((problem) => ({ ...problem, text: translate(problem.key, problem.params) }));
}

function isTranslator(value: unknown): value is AnyKeyTranslator {
  return typeof value === "function";
}
