import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** The way back from a record to the list it is in. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="back-link" prefetch={false}>
      <Icon name="back" />
      {children}
    </Link>
  );
}
