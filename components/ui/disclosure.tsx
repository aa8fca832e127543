import type { ReactNode } from "react";

/** Something folded away that opens without JavaScript. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
