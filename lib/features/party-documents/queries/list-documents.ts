import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate, yearOf } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { DocumentAudience, DocumentDirection, PartyDocumentKind } from "@/lib/core/db/generated/enums";
import type { PartyDocumentWhereInput } from "@/lib/core/db/generated/models";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { searchTerms } from "@/lib/core/text/search";
import { canListDocuments, canRegisterDocuments } from "@/lib/features/party-documents/policy";
import { getDocumentScope } from "@/lib/features/party-documents/queries/document-scope";
import { type KindName, listKinds } from "@/lib/features/party-documents/queries/list-kinds";
import { numberAndSign, searchedWords } from "@/lib/features/party-documents/rules/number";
import type { DocumentFilter } from "@/lib/features/party-documents/schema";

const SIZES = { "25": 25, "50": 50, "100": 100, all: 1000 } as const;

/** A paper as the register lists it; `sign` is number and sign as papers write them. */
export type DocumentLine = {
  readonly id: string;
  readonly direction: DocumentDirection;
  readonly kind: PartyDocumentKind;
  readonly sign: string;
  readonly issuedOn: Day;
  readonly issuer: string;
  readonly subjectLine: string;
  readonly audience: DocumentAudience;
  readonly isAnnulled: boolean;
};

/** A page of the register, and the page it is. `years` are those in which there are papers, the last first. */
export type DocumentPage = {
  readonly lines: readonly DocumentLine[];
  readonly total: number;
  readonly page: number;
  readonly years: readonly number[];
  readonly kinds: readonly KindName[];
  readonly can: { readonly register: boolean };
};

/** The papers that the reader sees, the newest first unless asked otherwise. Refuses with NOT_FOUND who reads no papers. */
export async function listDocuments(actor: Actor, filter: DocumentFilter): Promise<DocumentPage> {
  if (!canListDocuments(actor)) throw notFound();
  const scope = getDocumentScope(actor);
  return readAs(actor, async (tx) => {
    const where = { AND: [scope, ...conditionsOf(filter)] };
    const total = await tx.partyDocument.count({ where });
    const size = SIZES[filter.size];
    const page = Math.min(filter.page, Math.max(1, Math.ceil(total / size)));
    const order = filter.order === "newest" ? "desc" : "asc";
    const rows = await tx.partyDocument.findMany({
      where,
      orderBy: [{ issuedOn: order }, { number: order }, { id: "asc" }],
      take: size,
      skip: (page - 1) * size,
      select: documentLine,
    });
    return {
      lines: rows.map(getDocumentLine),
      total,
      page,
      years: await listYears(tx, scope),
      kinds: listKinds(),
      can: { register: canRegisterDocuments(actor) },
    };
  });
}

const documentLine = {
  id: true,
  direction: true,
  kind: true,
  number: true,
  sign: true,
  issuedOn: true,
  issuer: true,
  subjectLine: true,
  audience: true,
  annulledOn: true,
} as const;

type LineRow = Omit<DocumentLine, "issuedOn" | "isAnnulled"> & {
  readonly number: number;
  readonly issuedOn: Date;
  readonly annulledOn: Date | null;
};

function getDocumentLine({ number, sign, issuedOn, annulledOn, ...row }: LineRow): DocumentLine {
  return {
    ...row,
    sign: numberAndSign({ number, sign }),
    issuedOn: fromDbDate(issuedOn),
    isAnnulled: annulledOn !== null,
  };
}

function conditionsOf({ q, direction, kind, year }: DocumentFilter): PartyDocumentWhereInput[] {
  return [
    ...searchTerms(searchedWords(q)).map((term) => ({ searchText: { contains: term } })),
    direction === null ? {} : { direction },
    kind === null ? {} : { kind },
    year === null ? {} : { issuedOn: { gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) } },
  ];
}

async function listYears(tx: Tx, where: PartyDocumentWhereInput): Promise<number[]> {
  const rows = await tx.partyDocument.findMany({ where, distinct: ["issuedOn"], select: { issuedOn: true } });
  return [...new Set(rows.map(({ issuedOn }) => yearOf(fromDbDate(issuedOn))))].sort((a, b) => b - a);
}
