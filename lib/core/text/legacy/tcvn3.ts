import { letterOf } from "./telex.ts";

/* TCVN 5712:1993 (the "ABC" fonts, .VnTime): one byte a letter, seen as Latin-1. Capital letters with tones have no codes. */
const CODES =
  "A1A( A2A^ A3E^ A4O^ A5O+ A6U+ A7D- A8a( A9a^ AAe^ ABo^ ACo+ ADu+ AEd- " +
  "B5af B6ar B7ax B8as B9aj BBa(f BCa(r BDa(x BEa(s C6a(j C7a^f C8a^r C9a^x CAa^s CBa^j " +
  "CCef CEer CFex D0es D1ej D2e^f D3e^r D4e^x D5e^s D6e^j D7if D8ir DCix DDis DEij " +
  "DFof E1or E2ox E3os E4oj E5o^f E6o^r E7o^x E8o^s E9o^j EAo+f EBo+r ECo+x EDo+s EEo+j " +
  "EFuf F1ur F2ux F3us F4uj F5u+f F6u+r F7u+x F8u+s F9u+j FAyf FByr FCyx FDys FEyj";

const letters = new Map(
  CODES.split(" ").map((entry) => [String.fromCharCode(parseInt(entry.slice(0, 2), 16)), letterOf(entry.slice(2))]),
);
const CODED = /[\u00A1-\u00FE]/gu;

const FIRST_LETTER = /(?<=^|\s)\p{L}/gu;

/**
 * The text as it was meant when it was typed in an ABC font. Capitals with tones were typed in a font of their own with the
 * small letters' codes, so a text in capitals, or a name, gets back the ones it had.
 */
export function fromTcvn3(text: string): string {
  const read = text.replace(CODED, (code) => letters.get(code) ?? code);
  if (/[A-Z].*[A-Z]/u.test(text) && !/[a-z]/u.test(text)) return read.toUpperCase();
  const isName = /(^|\s)[A-Z]/u.test(text) && !/(^|\s)[a-z]/u.test(text);
  return isName ? read.replace(FIRST_LETTER, (letter) => letter.toUpperCase()) : read;
}
