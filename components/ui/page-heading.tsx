import type { ReactNode } from "react";

/** The one first-level heading of a page. */
export function PageHeading({ children }: { children: ReactNode }) {
  return <h1>{children}</h1>;
}
