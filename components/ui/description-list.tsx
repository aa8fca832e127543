import type { ReactNode } from "react";

export type Fact = { term: ReactNode; value: ReactNode; action?: ReactNode };

/** Terms and values of a record; an empty value shows a dash. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact, place) => (
        // The facts of a record stand in a fixed order.
        <div key={place}>
          <dt>{fact.term}</dt>
          <dd>{fact.value === "" || fact.value === null || fact.value === undefined ? "–" : fact.value}</dd>
          {fact.action && <dd className="facts-action">{fact.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
