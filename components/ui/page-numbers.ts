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
