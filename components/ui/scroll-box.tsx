import type { ReactNode } from "react";

/** A frame that scrolls sideways with mouse, finger and keyboard. */
export function ScrollBox({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    <div className="scroll-box" role="region" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </div>
  );
}
