import type { ReactNode } from "react";

/** A part of a form under its own heading. */
export function Fieldset({ legend, hint, children }: { legend: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="grid gap-5">
      <legend className="mb-3 text-h3 font-bold">{legend}</legend>
      {hint && <p className="field-hint -mt-3">{hint}</p>}
      {children}
    </fieldset>
  );
}
