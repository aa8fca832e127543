import { letterOf } from "./telex.ts";

/* VNI fonts (VNI-Times): a letter, and its marks as a second character, seen as Latin-1. */
const MARKS = "F9s F8f FBr F5x EFj E2^ E1^s E0^f E5^r E3^x E4^j EA( E9(s E8(f FA(r FC(x EB(j";
const LETTERS = "EDis ECif E6ir F3ix F2ij EEyj F1d- F4o+ F6u+ CDIs CCIf C6Ir D3Ix D2Ij CEYj D1D- D4O+ D6U+";

const marks = new Map(entriesOf(MARKS).flatMap(([sign, name]) => [[sign, name] as const, [sign.toUpperCase(), name]]));
const letters = new Map(entriesOf(LETTERS));
const PIECE =
  /([aeiouyAEIOUY\u00F4\u00F6\u00D4\u00D6])([\u00C0-\u00C5\u00C8-\u00CB\u00CF\u00D5\u00D8-\u00DC\u00E0-\u00E5\u00E8-\u00EB\u00EF\u00F5\u00F8-\u00FC])|[\u00C0-\u00FF]/gu;

/** The text as it was meant when it was typed in a VNI font. */
export function fromVni(text: string): string {
  return text.replace(PIECE, (piece: string, base: string | undefined, mark: string | undefined) => {
    const named = mark === undefined ? undefined : marks.get(mark);
    if (base === undefined || named === undefined) return letterOf(letters.get(piece) ?? piece);
    return letterOf((letters.get(base) ?? base) + named);
  });
}

function entriesOf(list: string): [string, string][] {
  return list.split(" ").map((entry) => [String.fromCharCode(parseInt(entry.slice(0, 2), 16)), entry.slice(2)]);
}
