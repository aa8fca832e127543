import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { wordFile } from "@/lib/core/files/word/write-word";
import { readAs } from "@/lib/core/query";
import { documentTags, type LoopCode, type TagCode } from "@/lib/features/documents/catalogue/tags";
import { canKeepTemplates, canReadTemplates } from "@/lib/features/documents/policy";
import {
  findOwnVersion,
  findTemplate,
  getBuiltIn,
  type TemplateFile,
} from "@/lib/features/documents/queries/find-template";
import { findOwnFile, listOwnVersions, type OwnVersion } from "@/lib/features/documents/queries/own-templates";
import { paperWords } from "@/lib/features/documents/queries/paper-words";
import { documentKinds } from "@/lib/features/documents/schema";

/** A kind of document and the template in force today: the committee's own one, or the shipped one by the document it follows. */
export type TemplateLine = {
  readonly kind: DocumentKind;
  readonly own: OwnVersion | null;
  readonly document: string;
  readonly isConfirmed: boolean;
};

/** The templates of every kind. Refuses with FORBIDDEN who reads none. */
export async function listTemplates(actor: Actor): Promise<TemplateLine[]> {
  authorize(canReadTemplates(actor));
  return readAs(actor, async (tx) => {
    const versions = await listOwnVersions(tx, actor);
    return documentKinds.map((kind) =>
      lineOf(
        kind,
        versions.filter((one) => one.kind === kind),
        actor.today,
      ),
    );
  });
}

function lineOf(kind: DocumentKind, versions: readonly OwnVersion[], on: Day): TemplateLine {
  const { document, certainty } = getBuiltIn(kind, on);
  return { kind, own: findOwnVersion(versions, on), document, isConfirmed: certainty === "CONFIRMED" };
}

/** A placeholder by its name in the templates, and the code of what it means. */
export type TagLine = { readonly name: string; readonly code: TagCode | LoopCode };

/** One kind: its template in force, every version of the committee's own, and the placeholders it knows. */
export type TemplateView = TemplateLine & {
  readonly versions: readonly OwnVersion[];
  readonly fields: readonly TagLine[];
  readonly loops: readonly (TagLine & { readonly fields: readonly TagLine[] })[];
  readonly can: { readonly keep: boolean; readonly restore: boolean };
};

/** One kind of document with its templates. Refuses with FORBIDDEN who reads none. */
export async function getTemplate(actor: Actor, kind: DocumentKind): Promise<TemplateView> {
  authorize(canReadTemplates(actor));
  return readAs(actor, async (tx) => {
    const versions = await listOwnVersions(tx, actor, kind);
    const { fields, loops } = documentTags[kind];
    const keep = canKeepTemplates(actor);
    return {
      ...lineOf(kind, versions, actor.today),
      versions,
      fields: fields.map(tagLine),
      loops: loops.map(({ code, fields: columns }) => ({ ...tagLine(code), fields: columns.map(tagLine) })),
      can: { keep, restore: keep && versions[0]?.fileName !== null && versions.length > 0 },
    };
  });
}

function tagLine(code: TagCode | LoopCode): TagLine {
  return { code, name: paperWords.tags[code] };
}

/** A template as a file: 0 is the shipped one, null the one in force today. Refuses with NOT_FOUND a version without a file. */
export async function getTemplateFile(actor: Actor, kind: DocumentKind, version: number | null): Promise<TemplateFile> {
  authorize(canReadTemplates(actor));
  if (version === null) return findTemplate(actor, kind, actor.today);
  if (version === 0) return { bytes: wordFile(getBuiltIn(kind, actor.today).lines), version };
  const bytes = await readAs(actor, (tx) => findOwnFile(tx, actor, kind, version));
  if (!bytes) throw notFound();
  return { bytes, version };
}

const report = z.object({
  found: z.array(z.string()),
  unknown: z.array(z.string()),
  misplaced: z.array(z.string()),
  faults: z.array(
    z.object({
      kind: z.enum(["UNCLOSED_TAG", "UNOPENED_TAG", "UNCLOSED_LOOP", "UNOPENED_LOOP", "CROSSED_LOOPS", "OTHER"]),
      near: z.string(),
    }),
  ),
});

/** A template that was sent in: what was found in it, and whether it can be accepted. */
export type TemplateCheckView = z.output<typeof report> & {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly isFaultless: boolean;
};

/** What was found in a template that the actor sent in; NOT_FOUND for everybody else, and once it has been accepted. */
export function getTemplateCheck(actor: Actor, id: string): Promise<TemplateCheckView> {
  return readAs(actor, async (tx) => {
    const row = await tx.templateCheck.findFirst({
      where: { committeeId: actor.committeeId, accountId: actor.accountId ?? "", id },
      select: { id: true, kind: true, fileName: true, report: true, bytes: true },
    });
    if (!row) throw notFound();
    const { bytes, ...check } = row;
    return { ...check, ...report.parse(row.report), isFaultless: bytes !== null };
  });
}
