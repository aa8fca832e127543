import type { ReactNode } from "react";

type FieldsetProps = { id?: string; legend: ReactNode; hint?: ReactNode; children: ReactNode };

/** A part of a form under its own heading. */
export function Fieldset({ id, legend, hint, children }: FieldsetProps) {
  return (
    <fieldset id={id} className="grid gap-5">
      <legend className="mb-3 text-h3 font-bold">{legend}</legend>
      {hint && <p className="field-hint -mt-3">{hint}</p>}
      {children}
    </fieldset>
  );
}
