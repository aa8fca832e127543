import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { ColumnSort } from "@/components/ui/table-sort";

type HeadCellProps = { header: ReactNode; numeric?: boolean; sort?: ColumnSort };

/** A column's head; with `sort` it is a link, and says the order in force. */
export function HeadCell({ header, numeric, sort }: HeadCellProps) {
  const alignment = numeric ? "num" : undefined;
  if (sort === undefined) {
    return (
      <th scope="col" className={alignment}>
        {header}
      </th>
    );
  }
  return (
    <th scope="col" className={alignment} aria-sort={sort.direction ?? "none"}>
      <Link href={sort.href} prefetch={false}>
        {header}
        <Icon name={sort.direction ?? "sortable"} className="size-4" />
      </Link>
    </th>
  );
}
