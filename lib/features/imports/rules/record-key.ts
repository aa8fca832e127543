/** A member's record as a workbook of the register names it: whose, and in which version it was taken out. */
export type RecordKey = { readonly id: string; readonly version: number };

const FORM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})$/u;

/** The record as one hidden cell of the workbook holds it. */
export function recordKeyText({ id, version }: RecordKey): string {
  return `${id}.${version}`;
}

/** The record that a cell names; null where it names none. */
export function recordKeyOf(text: string): RecordKey | null {
  const [, id, version] = FORM.exec(text.trim()) ?? [];
  return id === undefined ? null : { id, version: Number(version) };
}
