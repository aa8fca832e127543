import { type ReactNode, useId } from "react";

/** How far something is, as a bar under words that say it in numbers. */
export function Progress({ label, done, total }: { label: ReactNode; done: number; total: number }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <progress id={id} className="progress" value={done} max={Math.max(total, 1)} />
    </div>
  );
}
