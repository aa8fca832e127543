/** The order a column is in now, and the address that sorts by it. */
export type ColumnSort = { href: string; direction?: "ascending" | "descending" };

/** How wide the rows are set. */
export type Density = "roomy" | "normal" | "compact";

/**
 * What a column becomes when rows turn into cards on phones: `title` is the name on top (and the row's header),
 * `fact` shows with its label, `status` without, `wide` is left out.
 */
export type CardRole = "title" | "fact" | "status" | "wide";
