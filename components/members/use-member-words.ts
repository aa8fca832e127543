import { useTranslations } from "next-intl";
import { Education, Qualification, Sex, TheoryLevel } from "@/lib/core/db/generated/enums";

/** What a member's status in a list can be. */
export const memberStatuses = ["OFFICIAL", "PROBATIONARY", "EXEMPT", "SUSPENDED", "INTERRUPTED"] as const;

/** What a member's result of a year can be. */
export const memberLevels = ["EXCELLENT", "GOOD", "COMPLETED", "FAILED", "NOT_RATED"] as const;

const keysOf = <T extends string>(values: readonly T[], word: (value: T) => string) =>
  Object.fromEntries(values.map((value) => [value, word(value)]));

/** The words of every code on a member's record, by code, in the language of the page. */
export function useMemberWords() {
  return memberWords(useTranslations("members"));
}

/** As `useMemberWords`, where the translator is at hand. */
export function memberWords(t: ReturnType<typeof useTranslations<"members">>) {
  return {
    sex: keysOf(Object.values(Sex), (value) => t(`sex.${value}`)),
    education: keysOf(Object.values(Education), (value) => t(`education.${value}`)),
    qualification: keysOf(Object.values(Qualification), (value) => t(`qualification.${value}`)),
    theory: keysOf(Object.values(TheoryLevel), (value) => t(`theory.${value}`)),
    status: keysOf(memberStatuses, (value) => t(`status.${value}`)),
    levels: keysOf(memberLevels, (value) => t(`levelsShort.${value}`)),
  };
}

/** Codes and their words as the options of a form control. */
export function optionsOf(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
