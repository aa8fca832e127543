import type { Remark } from "@/lib/features/imports/rules/entry";
import type { ImportField } from "@/lib/features/imports/schema/fields";

/** The lines of a file that need the same repair, or of which the same is told: one heading on the check page. */
export type RemarkGroup<Kind extends string = string> = {
  readonly kind: Kind;
  readonly field: ImportField | null;
  readonly column: number | null;
  readonly lines: number[];
  /** What each line's sentence names besides its cell, in the order of the lines. */
  readonly details: (string | null)[];
};

type Told<Kind> = { readonly line: number; readonly remarks: readonly Remark<Kind>[] };

/** The remarks of all rows by kind and column, the largest group first. */
export function remarkGroups<Kind extends string>(rows: readonly Told<Kind>[]): RemarkGroup<Kind>[] {
  const groups = new Map<string, { first: Remark<Kind>; lines: number[]; details: (string | null)[] }>();
  for (const { line, remarks } of rows) {
    for (const remark of remarks) {
      const key = `${remark.kind} ${remark.field} ${remark.column}`;
      const group = groups.get(key) ?? { first: remark, lines: [], details: [] };
      group.lines.push(line);
      group.details.push(remark.detail ?? null);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(({ first: { kind, field, column }, lines, details }) => ({ kind, field, column, lines, details }))
    .toSorted((one, other) => other.lines.length - one.lines.length);
}

/** The groups after some lines were judged anew. */
export function regrouped<Kind extends string>(
  groups: readonly RemarkGroup<Kind>[],
  rows: readonly Told<Kind>[],
): RemarkGroup<Kind>[] {
  const anew = new Set(rows.map((row) => row.line));
  const others = groups.flatMap(({ lines, details, ...remark }) =>
    lines.flatMap((line, index) => {
      const detail = details[index] ?? undefined;
      return anew.has(line) ? [] : [{ line, remarks: [{ ...remark, detail }] }];
    }),
  );
  return remarkGroups([...others, ...rows].toSorted((one, other) => one.line - other.line));
}
