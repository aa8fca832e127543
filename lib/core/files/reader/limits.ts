const MEGABYTE = 1024 * 1024;

/** How much of a file is read at most; more is refused, before and while it inflates. Declared sizes are not believed. */
export const LIMITS = {
  bytes: 5 * MEGABYTE,
  inflatedBytes: 60 * MEGABYTE,
  entries: 200,
  rows: 5000,
  /* Titles above a table and signatures under it. */
  rowsAround: 200,
  columns: 60,
  sheets: 20,
  cellLength: 10_000,
  heapMegabytes: 192,
  answerBytes: 48 * MEGABYTE,
  milliseconds: 20_000,
} as const;
