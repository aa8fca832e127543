import type { ReactNode } from "react";

export type Tone = "ok" | "warn" | "err" | "info" | "draft" | "neutral";

/** A status in a word; the colour only repeats it. Never a link. */
export function Tag({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
