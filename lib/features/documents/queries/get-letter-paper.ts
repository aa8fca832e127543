import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { formatIn } from "@/lib/core/i18n/format";
import { messages } from "@/lib/core/i18n/namespaces";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import { getLetter, type LetterView } from "@/lib/features/transfers/queries/get-letter";

const format = formatIn("vi");

/** The letter of introduction of a transfer as a Word document; refuses as `getLetter` does. */
export async function getLetterPaper(actor: Actor, transferId: string): Promise<FilledDocument> {
  const letter = await getLetter(actor, transferId);
  const { name, birthOn, admittedOn, officialOn, cardNumber, effectiveOn, lastDay } = letter;
  return getFilledDocument(actor, {
    kind: kindOf(letter),
    on: letter.on,
    subjectId: transferId,
    memberIds: [],
    isWhole: false,
    serial: null,
    params: { member: name, letterNumber: letter.number },
    fields: {
      letterNumber: letter.number,
      sender: letter.from,
      addressee: letter.to,
      fullName: name,
      birthOn: birthOn && format.partialDay(birthOn),
      admittedOn: admittedOn && format.day(admittedOn),
      officialOn: officialOn && format.day(officialOn),
      stage: messages.vi.members.status[officialOn ? "OFFICIAL" : "PROBATIONARY"],
      cardNumber,
      movesOn: format.longDay(effectiveOn),
      lastDay: lastDay && format.longDay(lastDay),
    },
    loops: {},
  });
}

function kindOf({ kind, direction }: LetterView): DocumentKind {
  if (kind === "TEMPORARY") return "LETTER_TEMPORARY";
  return direction === "WITHIN" ? "LETTER_WITHIN" : "LETTER_OUT";
}
