import type { WriteMinutesInput } from "@/lib/features/meetings/schema";
import type { DraftEntries } from "@/lib/features/meetings/schema/minutes-draft";

/** The stored text under the names of the form's controls, without the empty ones. */
export function entriesOf({ conclusion, items }: Pick<WriteMinutesInput, "conclusion" | "items">): DraftEntries {
  const stored = [
    ["conclusion", conclusion] as const,
    ...items.flatMap(({ position, ...parts }) =>
      Object.entries(parts).map(([part, value]) => [`${part}-${position}`, value] as const),
    ),
  ];
  return Object.fromEntries(stored.flatMap(([control, value]) => (value === null ? [] : [[control, String(value)]])));
}

/** Whether a draft says anything else than what is stored: a part that was added, changed or emptied. */
export function differsFrom(stored: DraftEntries, draft: DraftEntries): boolean {
  return [...new Set([...Object.keys(stored), ...Object.keys(draft)])].some(
    (control) => stored[control] !== draft[control],
  );
}

/** How many items the form of a draft has: as many as the highest place in it. */
export function placesIn(draft: DraftEntries): number {
  return Math.max(0, ...Object.keys(draft).map((control) => Number(control.split("-")[1] ?? 0)));
}
