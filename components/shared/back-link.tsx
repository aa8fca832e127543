import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** The way back from a record to the list it is in. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="back-link" prefetch={false}>
      <ChevronLeft aria-hidden="true" />
      {children}
    </Link>
  );
}
