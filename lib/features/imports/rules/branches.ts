import { foldText } from "@/lib/core/text/fold";

/** A branch as a roster may name it. */
export type NamedBranch = { readonly id: string; readonly name: string };

const ABOVE = /\s*(?:[,;>/(\u2013\u2014]|\s-\s|\btruc thuoc\b|\bthuoc\b|\bdang bo\b|\bdang uy\b).*$/u;
const KINDS = /\b(chi bo|chi uy|cb|thon|ban|cum ban|tieu khu|tdp|to dan pho|xa)\b/gu;

/**
 * The branch that a text of a roster names: by its whole name, or by the part of it that tells it from the others, with or
 * without the bodies above it. Null where none or more than one fits.
 */
export function branchNamed(text: string, branches: readonly NamedBranch[]): NamedBranch | null {
  const whole = foldText(text);
  const own = whole.replace(ABOVE, "").trim();
  return (
    only(branches.filter((branch) => foldText(branch.name) === whole)) ??
    only(branches.filter((branch) => foldText(branch.name) === own)) ??
    only(branches.filter((branch) => bare(foldText(branch.name)) === bare(own) && bare(own) !== ""))
  );
}

function bare(name: string): string {
  return name.replace(KINDS, " ").replace(/\s+/gu, " ").trim();
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}
