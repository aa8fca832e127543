import "server-only";
import { toDbDate } from "@/lib/core/day";
import { sealNumber } from "@/lib/core/identity";
import { nameKey } from "@/lib/core/text/fold";
import { searchText } from "@/lib/core/text/search";
import { sortKey } from "@/lib/core/text/sort-key";
import type { EditMemberInput, EditRegisterEntryInput } from "@/lib/features/members/schema";

type Personal = Omit<EditMemberInput, "id" | "version">;
type Register = Omit<EditRegisterEntryInput, "id" | "version">;

/** The columns of the three tables that hold what everyone who keeps the record may edit. */
export function personalColumns(input: Personal) {
  const { fullName, otherName, sex, ethnicity, religion, phone, ...rest } = input;
  const { permanentCountry, permanentProvince, permanentResidence, temporaryResidence, ...others } = rest;
  const { health, invalidGrade, policyFamily, ...more } = others;
  const { economicSituation, historicalNotes, foreignRelations, pastDiscipline, ...profile } = more;
  const keys = {
    nameKey: nameKey(fullName),
    sortKey: sortKey(fullName),
    searchText: searchText(fullName, [otherName]),
  };
  const residence = { permanentCountry, permanentProvince, permanentResidence, temporaryResidence };
  return {
    member: { fullName, otherName, sex, ...keys },
    profile,
    sensitive: {
      ...{ ethnicity, religion, phone, ...residence, health, invalidGrade, policyFamily },
      ...{ economicSituation, historicalNotes, foreignRelations, pastDiscipline },
    },
  };
}

/** Splits what is entered for a new member into the personal part and the office's part. */
export function splitEntry(entry: Personal & Register): { personal: Personal; register: Register } {
  const { cardNumber, oldCardNumber, cardIssuedBy, cardIssuedOn, recordNumber, ...rest } = entry;
  const { admittedOn, ceremonyOn, officialOn, officialDecidedOn, idNumber, oldIdNumber, ...personal } = rest;
  const card = { cardNumber, oldCardNumber, cardIssuedBy, cardIssuedOn, recordNumber };
  const dates = { admittedOn, ceremonyOn, officialOn, officialDecidedOn };
  return { personal, register: { ...card, ...dates, idNumber, oldIdNumber } };
}

/** The columns that only the office keeps, as the database takes them. */
export function registerColumns(input: Register) {
  return {
    cardNumber: input.cardNumber,
    oldCardNumber: input.oldCardNumber,
    cardIssuedBy: input.cardIssuedBy,
    cardIssuedOn: toDbDate(input.cardIssuedOn),
    recordNumber: input.recordNumber,
    admittedOn: toDbDate(input.admittedOn),
    ceremonyOn: toDbDate(input.ceremonyOn),
    officialOn: toDbDate(input.officialOn),
    officialDecidedOn: toDbDate(input.officialDecidedOn),
  };
}

/** The encrypted columns of the ID numbers given; null where none is given. */
export function identityColumns(memberId: string, numbers: { idNumber: string | null; oldIdNumber: string | null }) {
  if (!numbers.idNumber && !numbers.oldIdNumber) return null;
  const current = numbers.idNumber ? sealNumber(memberId, numbers.idNumber) : null;
  const old = numbers.oldIdNumber ? sealNumber(memberId, numbers.oldIdNumber) : null;
  return {
    keyId: current?.keyId ?? old?.keyId ?? "",
    ...(current && { idNumber: current.cipher, idNumberHash: current.hash, idNumberTail: current.tail }),
    ...(old && { oldIdNumber: old.cipher, oldIdNumberHash: old.hash, oldIdNumberTail: old.tail }),
  };
}
