/** The numbers a pager shows: first, last, and the neighbours of the current page; null stands for a gap. */
export function pageNumbers(current: number, last: number): (number | null)[] {
  const wanted = [1, current - 1, current, current + 1, last];
  const shown = [...new Set(wanted)].filter((page) => page >= 1 && page <= last);
  return shown.flatMap((page, place) => {
    const before = shown[place - 1] ?? 0;
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? [null, page] : [page];
  });
}

/** Which rows a page of so many rows shows, the last page where the asked one is past it; `to` is the first row no longer. */
export function rowsOfPage(
  total: number,
  page: number,
  size: number | "all",
): { page: number; from: number; to: number } {
  if (size === "all") return { page: 1, from: 0, to: total };
  const shown = Math.min(Math.max(1, page), Math.max(1, Math.ceil(total / size)));
  return { page: shown, from: (shown - 1) * size, to: Math.min(total, shown * size) };
}
