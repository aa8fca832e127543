import type { Day } from "@/lib/core/day";
import { type Interval, inForceOn } from "@/lib/core/day/interval";
import { PartyDocumentKind } from "@/lib/core/db/generated/enums";
import { searchText } from "@/lib/core/text/search";

/* As papers write them (QĐ 399-QĐ/TW 2026, HD 05-HD/VPTW 2026): letters with a stroke or a dot are written out by code. */
const ABBREVIATIONS: Readonly<Record<PartyDocumentKind, string>> = {
  RESOLUTION: "NQ",
  DIRECTIVE: "CT",
  DECISION: "Q\u0110",
  CONCLUSION: "KL",
  STATUTE: "QC",
  REGULATION: "Qy\u0110",
  GUIDANCE: "HD",
  NOTICE: "TB",
  REPORT: "BC",
  PLAN: "KH",
  PROGRAMME: "CTr",
  SUBMISSION: "TTr",
  OFFICIAL_LETTER: "CV",
  MINUTES: "BB",
  SCHEME: "\u0110A",
  OPTIONS: "PA",
};
const COMMITTEE = "\u0110U";

/** All kinds in the order in which the Party lists them. */
export const documentKinds = Object.values(PartyDocumentKind);

/** How papers of that kind are abbreviated. */
export function abbreviationOf(kind: PartyDocumentKind): string {
  return ABBREVIATIONS[kind];
}

/** The sign of the committee's own papers of a kind, as it stands after the number. */
export function ownSign(kind: PartyDocumentKind): string {
  return `${ABBREVIATIONS[kind]}/${COMMITTEE}`;
}

/** Number and sign as papers write them: a number below ten with a zero before it, then a hyphen (HD 05-HD/VPTW 2026). */
export function numberAndSign({ number, sign }: { readonly number: number; readonly sign: string }): string {
  return `${String(number).padStart(2, "0")}-${sign}`;
}

/** A typed sign without the hyphen that stands between it and the number. */
export function bareSign(typed: string): string {
  return typed.replace(/^[-\u2010-\u2015\s]+/u, "");
}

/**
 * The number after the highest one given for a kind in a term; numbering begins at 1 (QĐ 399-QĐ/TW 2026: per kind and term), or where
 * the register goes on from a register on paper.
 */
export function nextNumber(highest: number | null, first = 1): number {
  return highest === null ? first : highest + 1;
}

/** The term in which a paper of that day is numbered; null where none was in force. */
export function termOn<Term extends Interval>(terms: readonly Term[], on: Day): Term | null {
  return inForceOn(terms, on)[0] ?? null;
}

/* Between the parts of a sign nobody types the same signs. */
const BETWEEN = /[-/.,:;()"'\u2010-\u2015\u201C\u201D\u00AB\u00BB]+/gu;

/** What is looked for in the register, and where: words alone, whatever stands between them. */
export function searchedWords(text: string): string {
  return text.replace(BETWEEN, " ");
}

/** The stored text that a search of the register looks through: number with and without zero, sign, subject line and issuer. */
export function documentSearchText(document: {
  readonly number: number;
  readonly sign: string;
  readonly subjectLine: string;
  readonly issuer: string;
}): string {
  const { number, subjectLine, issuer } = document;
  const parts = [String(number), numberAndSign(document), subjectLine, issuer];
  return searchText(searchedWords(parts.join(" ")));
}
