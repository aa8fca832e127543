import { messages } from "@/lib/core/i18n/namespaces";
import type { BookWords } from "@/lib/features/imports/rules/book";

/** The words of a branch's book, Vietnamese in every language of the screen so that it reads back the same. */
export function bookWords(): BookWords {
  const { imports, members } = messages.vi;
  const { sex, education, qualification, theory } = members;
  return {
    heads: imports.template.book.columns,
    choices: { sex, education, qualification, theoryLevel: theory },
  };
}
