import "server-only";
import { type AuditChange, changedValues } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { nameKey } from "@/lib/core/text/fold";
import { searchText } from "@/lib/core/text/search";
import { sortKey } from "@/lib/core/text/sort-key";
import { patchRows } from "@/lib/features/members/commands/many-rows";
import { writeIdentities } from "@/lib/features/members/commands/write-identities";
import { canEditMember, canEditRegisterFields } from "@/lib/features/members/policy";
import type { KnownMember } from "@/lib/features/members/queries/known-members";
import { memberDatesObstacle, memberNumberObstacle } from "@/lib/features/members/rules";
import { editMemberInput, editRegisterEntryInput } from "@/lib/features/members/schema";

type Values = Readonly<Record<string, string | null>>;

/** A member as known when the new values were made, and these, by field, as text; null empties a field. */
export type Rewriting = { readonly member: KnownMember; readonly values: Values };

/** A rewriting with its rows ready to be written, proven by the schema and the rules of the members. */
export type PreparedRewriting = ReturnType<typeof preparedRewriting>;

const REGISTER = editRegisterEntryInput.shape;
const FIELDS = new Map(Object.entries({ ...editMemberInput.shape, ...REGISTER }));
const NAMES = ["fullName", "otherName", "sex"];
const SENSITIVE = [
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
];
const IDENTITY = ["idNumber", "oldIdNumber"];

/** Makes a rewriting ready. Refuses values that cannot be true (RULE). */
export function preparedRewriting({ member, values }: Rewriting, today: Day) {
  const { id, version, branchId } = member;
  const parsed: Values = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, parsedField(field, value)]),
  );
  proveTrue({ ...member.values, ...parsed }, parsed, today);
  const { fullName, otherName } = { ...member.values, ...parsed };
  const isRenamed = "fullName" in parsed || "otherName" in parsed;
  const keys = isRenamed && fullName ? keysOf(fullName, otherName ?? null) : {};
  const others = [...NAMES, ...SENSITIVE, ...IDENTITY];
  const of = (fields: readonly string[]) => pick(parsed, (name) => fields.includes(name));
  return {
    id,
    version,
    branchId,
    isOfRegister: Object.keys(values).some((field) => field in REGISTER),
    member: { id, version: version + 1, ...of(NAMES), ...keys },
    profile: { memberId: id, ...pick(parsed, (name) => !others.includes(name)) },
    sensitive: { memberId: id, ...of(SENSITIVE) },
    identity: { memberId: id, idNumber: parsed.idNumber ?? null, oldIdNumber: parsed.oldIdNumber ?? null },
    audited: changedValues(member.values, { ...parsed, ...tailsOf(parsed) }),
  };
}

/**
 * Edits many members in the running command, each only in the fields named, by the same schema and rules as one: a step for
 * commands that bring a whole roster. Answers what the audit says of each. Refuses all of them where one has changed since
 * (CONFLICT), is not the actor's to edit (FORBIDDEN) or not there (NOT_FOUND).
 */
export async function writeRewritings(
  context: CommandContext,
  rewritings: readonly PreparedRewriting[],
): Promise<AuditChange[]> {
  for (const { branchId, isOfRegister } of rewritings) {
    authorize(canEditMember(context.actor, branchId));
    if (isOfRegister) authorize(canEditRegisterFields(context.actor));
  }
  await proveUnchanged(context, rewritings);
  await patchRows(
    context,
    "Member",
    "id",
    rewritings.map((one) => one.member),
  );
  await patchRows(
    context,
    "MemberProfile",
    "memberId",
    rewritings.map((one) => one.profile),
  );
  await patchRows(
    context,
    "MemberSensitive",
    "memberId",
    rewritings.map((one) => one.sensitive),
  );
  await writeIdentities(
    context,
    rewritings.map((one) => one.identity),
  );
  return rewritings.flatMap(({ id, audited }) => (audited ? [{ record: "Member", recordId: id, ...audited }] : []));
}

/* Every edit and every move of a member takes the record's next version. */
async function proveUnchanged({ tx, actor }: CommandContext, rewritings: readonly PreparedRewriting[]): Promise<void> {
  const ids = rewritings.map(({ id }) => id);
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
    SELECT id, version FROM "Member" WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ANY (${ids}::uuid[])
    ORDER BY id FOR UPDATE`;
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  for (const { id, version } of rewritings) {
    const current = versions.get(id);
    if (current === undefined) throw notFound();
    if (current !== version) throw new DomainError("CONFLICT", "refusals.conflict");
  }
}

/** The value as the forms' schema takes it: an unknown field or an unfit value is an error of the caller. */
function parsedField(field: string, value: string | null): string | null {
  const schema = FIELDS.get(field);
  if (!schema || field === "id" || field === "version") throw new RangeError(`no field ${field}`);
  const parsed = schema.parse(value ?? "");
  return typeof parsed === "number" ? String(parsed) : parsed;
}

function proveTrue(values: Values, changed: Values, today: Day): void {
  const { birthOn, admittedOn, youthUnionOn } = values;
  if (!birthOn || !admittedOn) throw notFound();
  const dayOr = (text: string | null | undefined) => (text ? day(text) : null);
  const dates = {
    birthOn: partialDay(birthOn),
    youthUnionOn: youthUnionOn ? partialDay(youthUnionOn) : null,
    admittedOn: day(admittedOn),
    ceremonyOn: dayOr(values.ceremonyOn),
    officialOn: dayOr(values.officialOn),
    officialDecidedOn: dayOr(values.officialDecidedOn),
    cardIssuedOn: dayOr(values.cardIssuedOn),
  };
  requireNoObstacle(memberDatesObstacle(dates, today));
  const { cardNumber = null, oldCardNumber = null, recordNumber = null, idNumber = null, oldIdNumber = null } = changed;
  requireNoObstacle(memberNumberObstacle({ cardNumber, oldCardNumber, recordNumber, idNumber, oldIdNumber }));
}

function keysOf(fullName: string, otherName: string | null) {
  return { nameKey: nameKey(fullName), sortKey: sortKey(fullName), searchText: searchText(fullName, [otherName]) };
}

/* The audit never holds a number of a citizen in clear. */
function tailsOf(parsed: Values): Values {
  const told = IDENTITY.filter((field) => field in parsed);
  return Object.fromEntries(told.map((field) => [field, parsed[field] ? `…${parsed[field].slice(-3)}` : null]));
}

function pick(values: Values, isWanted: (name: string) => boolean): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isWanted(name)));
}
