import "server-only";
import { toDbDate } from "@/lib/core/day";
import { sealNumber } from "@/lib/core/identity";
import { nameKey } from "@/lib/core/text/fold";
import { searchText } from "@/lib/core/text/search";
import { sortKey } from "@/lib/core/text/sort-key";
import type { EditMemberInput, EditRegisterEntryInput } from "@/lib/features/members/schema";

type Personal = Omit<EditMemberInput, "id" | "version">;
type Register = Omit<EditRegisterEntryInput, "id" | "version">;

const profileKeys = [
  "birthOn",
  "birthCountry",
  "birthProvince",
  "birthPlace",
  "homeCountry",
  "homeProvince",
  "homePlace",
  "admittedAt",
  "officialAt",
  "firstIntroducer",
  "secondIntroducer",
  "youthUnionOn",
  "recruitedOn",
  "enlistedOn",
  "dischargedOn",
  "otherOrganizations",
  "familyClass",
  "occupation",
  "education",
  "qualification",
  "profession",
  "academicTitle",
  "theoryLevel",
  "foreignLanguages",
  "informatics",
  "rewards",
] as const satisfies readonly (keyof Personal)[];

const sensitiveKeys = [
  "ethnicity",
  "religion",
  "phone",
  "permanentCountry",
  "permanentProvince",
  "permanentResidence",
  "temporaryResidence",
  "health",
  "invalidGrade",
  "policyFamily",
] as const satisfies readonly (keyof Personal)[];

function pick<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

/** The columns of the three tables that hold what everyone who keeps the record may edit. */
export function personalColumns(input: Personal) {
  const { fullName, otherName, sex } = input;
  const keys = { nameKey: nameKey(fullName), sortKey: sortKey(fullName), searchText: searchText(fullName, [otherName]) };
  return {
    member: { fullName, otherName, sex, ...keys },
    profile: pick(input, profileKeys),
    sensitive: pick(input, sensitiveKeys),
  };
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
