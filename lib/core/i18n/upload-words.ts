import { type Query, textIn } from "@/lib/core/address";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";

/** The parts of the catalogues with words for taking files in. */
export type UploadFeature = "documents" | "imports" | "meetings" | "partyDocuments" | "tasks" | "workingRegulations";

/**
 * Promises the words with which the feature takes a file in, from `upload` and `refusals` of its part of the catalogues, and why
 * the last file was refused: null where the query brings no reason that such a file can have.
 */
export async function getUploadWords(feature: UploadFeature, query: Query) {
  const translate = await getAnyKeyTranslator();
  const told = (word: "file" | "hint" | "submit" | "sending" | "none" | "refusedTitle") =>
    translate(`${feature}.upload.${word}`);
  const reason = textIn(query, "refused");
  const isReason = new RegExp(
    `^(${feature}\\.(refusals|errors|upload)|refusals(\\.constraints)?)\\.[A-Za-z_]{3,30}$`,
    "u",
  ).test(reason);
  return {
    words: {
      file: told("file"),
      hint: told("hint"),
      submit: told("submit"),
      sending: told("sending"),
      none: told("none"),
      refusedTitle: told("refusedTitle"),
      tooBig: translate(`${feature}.refusals.TOO_BIG`),
    },
    refused: isReason ? translate(reason) : null,
  };
}
