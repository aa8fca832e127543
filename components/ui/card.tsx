import { type ReactNode, useId } from "react";

type CardProps = { title?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A framed part of a page, a region of its own when it has a title. */
export function Card({ title, actions, children }: CardProps) {
  const id = useId();
  if (!title) return <div className="card">{children}</div>;
  return (
    <section className="card" aria-labelledby={id}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-h3">
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
