"use client";

import type { KeyboardEvent, ReactNode } from "react";

const steps: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Lets the arrows walk from cell to cell of the table inside, and Space open a cell as Enter does. */
export function MatrixKeys({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  function walk(event: KeyboardEvent<HTMLElement>) {
    const cell = event.target instanceof Element ? event.target.closest("td") : null;
    if (cell === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps[event.key];
    const link = step ? linkFrom(cell, step) : event.key === " " ? cell.querySelector("a") : null;
    if (link === null) return;
    event.preventDefault();
    if (step) link.focus();
    else link.click();
  }

  return (
    <section className="matrix" aria-labelledby={labelledBy} tabIndex={0} onKeyDown={walk}>
      {children}
    </section>
  );
}

/* The next cell in that direction that has something to open. */
function linkFrom(cell: HTMLTableCellElement, [down, right]: readonly [number, number]): HTMLAnchorElement | null {
  const rows = [...(cell.closest("tbody")?.rows ?? [])];
  let row = rows.findIndex((one) => one.contains(cell)) + down;
  let column = cell.cellIndex + right;
  while (rows[row]?.cells[column]) {
    const link = rows[row]?.cells[column]?.querySelector("a");
    if (link) return link;
    row += down;
    column += right;
  }
  return null;
}
