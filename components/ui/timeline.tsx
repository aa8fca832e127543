import type { ReactNode } from "react";

export type TimelineEntry = { id: string; title: ReactNode; date: ReactNode; by?: ReactNode; body?: ReactNode };

/** What happened, newest first as given; only dates that are known, never a made-up time. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="font-semibold">{entry.title}</p>
          <p className="text-ink-2 text-small">
            {entry.date}
            {entry.by && <> · {entry.by}</>}
          </p>
          {entry.body && <div className="mt-1">{entry.body}</div>}
        </li>
      ))}
    </ol>
  );
}
