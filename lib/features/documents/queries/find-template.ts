import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { wordFile } from "@/lib/core/files/word/write-word";
import { readAs } from "@/lib/core/query";
import { type BuiltIn, builtIns } from "@/lib/features/documents/catalogue/built-in";
import { findOwnFile, listOwnVersions, type OwnVersion } from "@/lib/features/documents/queries/own-templates";
import { ownVersionOn, versionOn } from "@/lib/features/documents/rules/versions";

/** A template as a file; the version of the committee's own one, 0 where it is the shipped one. */
export type TemplateFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly version: number };

/** The shipped template of a kind for a day. */
export function getBuiltIn(kind: DocumentKind, on: Day): BuiltIn {
  const builtIn = versionOn(builtIns[kind], on);
  if (!builtIn) throw new Error(`no template for ${kind}`);
  return builtIn;
}

/** The committee's own version in force on a day; null where it is the shipped one. */
export function findOwnVersion(versions: readonly OwnVersion[], on: Day): OwnVersion | null {
  const own = ownVersionOn(versions, on);
  return own?.fileName ? own : null;
}

/** The template by which a document of that kind is made on a day: the committee's own one, else the shipped one. */
export function findTemplate(actor: Actor, kind: DocumentKind, on: Day): Promise<TemplateFile> {
  return readAs(actor, async (tx) => {
    const own = findOwnVersion(await listOwnVersions(tx, actor, kind), on);
    const bytes = own && (await findOwnFile(tx, actor, kind, own.version));
    if (own && bytes) return { bytes, version: own.version };
    return { bytes: wordFile(getBuiltIn(kind, on).lines), version: 0 };
  });
}
