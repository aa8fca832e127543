/** By what people are told apart; numbers of citizens as their keyed hashes. */
export type PersonKeys = {
  readonly nameKey: string;
  readonly birthOn: string | null;
  readonly branchId: string | null;
  readonly cardNumber: string | null;
  readonly oldCardNumber: string | null;
  readonly idHash: string | null;
  readonly oldIdHash: string | null;
  /** The member whose record the row was made from, in a workbook of the register. */
  readonly recordId: string | null;
};

/** A member of the register who may be the person of a row. */
export type KnownPerson = Omit<PersonKeys, "recordId"> & { readonly id: string };

/** Who a row is about: nobody known, surely somebody, or one of those a person has to decide between. */
export type Match =
  | { readonly kind: "NONE" }
  | { readonly kind: "SURE"; readonly id: string }
  | { readonly kind: "DOUBTFUL"; readonly ids: readonly string[] };

const NUMBERS = ["cardNumber", "oldCardNumber", "idHash", "oldIdHash"] as const;

/**
 * Who a row is about. Sure: one member has one of its numbers and the same name; or one member of the same branch has the
 * same name and birth date and no other number. Doubtful: anything that speaks for a member and leaves a doubt.
 */
export function matchOf(row: PersonKeys, known: readonly KnownPerson[]): Match {
  const byNumber = known.filter((person) => NUMBERS.some((number) => isShared(row[number], person[number])));
  if (byNumber.length > 0) {
    const [only, other] = byNumber;
    return only && !other && only.nameKey === row.nameKey ? { kind: "SURE", id: only.id } : doubtful(byNumber);
  }
  const namesakes = known.filter((person) => person.nameKey === row.nameKey);
  const same = namesakes.filter((person) => mayBeBorn(row.birthOn, person.birthOn));
  const here = same.filter((person) => isSameBranch(row, person));
  const [only, other] = here;
  if (only && !other && !contradicts(row, only) && isKnownWell(row, only)) return { kind: "SURE", id: only.id };
  return same.length > 0 ? doubtful(same) : { kind: "NONE" };
}

/** Whether two partial dates can be the same day; an unknown one can be any. */
export function mayBeBorn(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  return one.startsWith(other) || other.startsWith(one);
}

/** The keys under which two rows of one file are about the same person. */
export function keysInFile(row: PersonKeys): string[] {
  if (row.recordId !== null) return [`record:${row.recordId}`];
  const numbers = NUMBERS.flatMap((number) => (row[number] === null ? [] : [`${number}:${row[number]}`]));
  const isNameEnough = row.birthOn !== null && row.birthOn.length === 10;
  return isNameEnough ? [...numbers, `name:${row.nameKey}|${row.birthOn}`] : numbers;
}

function doubtful(people: readonly KnownPerson[]): Match {
  return { kind: "DOUBTFUL", ids: people.map((person) => person.id) };
}

function isShared(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

function contradicts(row: PersonKeys, person: KnownPerson): boolean {
  return NUMBERS.some((number) => row[number] !== null && person[number] !== null && row[number] !== person[number]);
}

function isSameBranch(row: PersonKeys, person: KnownPerson): boolean {
  return row.branchId === null || row.branchId === person.branchId;
}

/* Only the year, or no date at all, is enough within one named branch. */
function isKnownWell(row: PersonKeys, person: KnownPerson): boolean {
  const isWholeDay = row.birthOn !== null && row.birthOn === person.birthOn && row.birthOn.length === 10;
  return isWholeDay || row.branchId !== null;
}

/** Whose the numbers of a row are already. */
export function ownersOfNumbers(row: PersonKeys, known: readonly KnownPerson[]): string[] {
  const owners = known.filter((person) => NUMBERS.some((number) => isShared(row[number], person[number])));
  return owners.map((person) => person.id);
}
