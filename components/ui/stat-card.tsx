import Link from "next/link";
import type { ReactNode } from "react";

type StatCardProps = { value: ReactNode; label: ReactNode; note?: ReactNode; href?: string };

/** A number with its word; with `href` the number opens the list it counts. */
export function StatCard({ value, label, note, href }: StatCardProps) {
  const content = (
    <>
      <span className="stat-number">{value}</span>
      <span className="block">{label}</span>
      {note && <span className="field-hint block">{note}</span>}
    </>
  );
  if (href === undefined) return <div className="card stat">{content}</div>;
  return (
    <Link href={href} className="card stat block" prefetch={false}>
      {content}
    </Link>
  );
}

/** Cards side by side, as many in a row as fit. */
export function StatCards({ children }: { children: ReactNode }) {
  return <div className="stats">{children}</div>;
}
