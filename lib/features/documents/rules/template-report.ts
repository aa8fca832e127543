import type { TagFault, TagSeen } from "@/lib/core/files/template-reader/reading";
import type { Obstacle } from "@/lib/core/obstacle";
import { tagKey } from "@/lib/core/text/tag-key";

/** The names of the placeholders that a kind of document knows: alone, and by loop those of its rows. */
export type KnownTags = {
  readonly fields: readonly string[];
  readonly loops: readonly { readonly name: string; readonly fields: readonly string[] }[];
};

/**
 * What was found in a template: placeholders that will be filled, those that no document of the kind knows, those that stand where they
 * mean nothing (a column of a table outside its loop, a loop without `#`), and the faults of the braces.
 */
export type TemplateReport = {
  readonly found: readonly string[];
  readonly unknown: readonly string[];
  readonly misplaced: readonly string[];
  readonly faults: readonly TagFault[];
};

type Verdict = "found" | "unknown" | "misplaced";
type Judged = { readonly tag: string; readonly verdict: Verdict };

/** Judges the tags of a template by what the kind of document knows; each is named once, in the order of the template. */
export function templateReport(
  { tags, faults }: { readonly tags: readonly TagSeen[]; readonly faults: readonly TagFault[] },
  known: KnownTags,
): TemplateReport {
  const judged = judge(tags, known, known.fields);
  const named = (verdict: Verdict) => {
    const all = judged.filter((one) => one.verdict === verdict).map(({ tag }) => tag);
    return all.filter((tag, place) => all.findIndex((other) => tagKey(other) === tagKey(tag)) === place);
  };
  return { found: named("found"), unknown: named("unknown"), misplaced: named("misplaced"), faults };
}

function judge(tags: readonly TagSeen[], known: KnownTags, here: readonly string[]): Judged[] {
  const isIn = (names: readonly string[], tag: string) => names.some((name) => tagKey(name) === tagKey(tag));
  const everywhere = [...known.fields, ...known.loops.flatMap(({ name, fields }) => [name, ...fields])];
  return tags.flatMap(({ tag, kind, inside }): Judged[] => {
    const loop = known.loops.find(({ name }) => tagKey(name) === tagKey(tag));
    const elsewhere: Verdict = isIn(everywhere, tag) ? "misplaced" : "unknown";
    if (kind === "FIELD") return [{ tag, verdict: isIn(here, tag) ? "found" : elsewhere }];
    if (kind === "LOOP" && loop && here === known.fields) {
      return [{ tag, verdict: "found" }, ...judge(inside, known, [...known.fields, ...loop.fields])];
    }
    return [{ tag, verdict: elsewhere }, ...judge(inside, known, here)];
  });
}

/** Why a template cannot be accepted: something in it would not be filled, or nothing would. */
export function reportObstacle({ found, unknown, misplaced, faults }: TemplateReport): Obstacle | null {
  if (unknown.length + misplaced.length + faults.length > 0) return { reason: "documents.errors.templateFaulty" };
  return found.length > 0 ? null : { reason: "documents.errors.templateEmpty" };
}
