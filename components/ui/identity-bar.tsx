import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/page-heading";

type IdentityBarProps = { name: ReactNode; tags?: ReactNode; facts?: readonly ReactNode[]; actions?: ReactNode };

/** Whose record this is: name as the page's heading, status in words, the facts that tell people apart. */
export function IdentityBar({ name, tags, facts = [], actions }: IdentityBarProps) {
  return (
    <div className="card">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <PageHeading>{name}</PageHeading>
            {tags}
          </div>
          {facts.length > 0 && (
            <ul className="mt-1 flex flex-wrap gap-x-5 text-ink-2">
              {facts.map((fact, place) => (
                <li key={place}>{fact}</li>
              ))}
            </ul>
          )}
        </div>
        {actions}
      </div>
    </div>
  );
}
