/** The five colours of ratings; every one is also told apart by a word and, on paper, by a hatch. */
export type ChartLevel = "excellent" | "good" | "completed" | "failed" | "none";

export type StackPart = { level: ChartLevel; label: string; value: number; href?: string };

export type Segment = { part: StackPart; start: number; x: string; width: string };

/** Where each part that is not zero lies on a bar of 100 %. */
export function segments(parts: readonly StackPart[]): Segment[] {
  const total = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.value, 0),
  );
  const percent = (value: number) => (value / total) * 100;
  let start = 0;
  return parts.flatMap((part) => {
    if (part.value === 0) return [];
    const from = start;
    start += part.value;
    return [{ part, start: from, x: `${percent(from)}%`, width: `${percent(part.value)}%` }];
  });
}
