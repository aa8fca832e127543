import type { ReactNode } from "react";

type PartyPaperProps = {
  /** The body above, then the body that issues. */
  bodies: readonly string[];
  party: string;
  number: string;
  placeAndDay: string;
  heading: string;
  /** Who signs: on whose behalf, then the title. */
  signature: readonly string[];
  recipients: { title: string; lines: readonly string[] };
  children: ReactNode;
};

/** A paper in the layout of Party documents: head, number, place and day, heading, text, recipients and signature. */
export function PartyPaper(props: PartyPaperProps) {
  const { bodies, party, number, placeAndDay, heading, signature, recipients, children } = props;
  return (
    <article className="paper" lang="vi">
      <div className="paper-head">
        <div>
          {bodies.map((body, place) => (
            <p key={body} className={place === bodies.length - 1 ? "paper-body" : "uppercase"}>
              {body}
            </p>
          ))}
          <p aria-hidden="true">*</p>
          <p>{number}</p>
        </div>
        <div>
          <p className="paper-party">{party}</p>
          <p className="mt-4 italic">{placeAndDay}</p>
        </div>
      </div>
      <h2 className="paper-heading">{heading}</h2>
      <div className="paper-text">{children}</div>
      <div className="paper-foot">
        <div>
          <p className="underline">{recipients.title}</p>
          {recipients.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div className="text-center">
          {signature.map((line, place) => (
            <p key={line} className={place === 0 ? "font-bold uppercase" : "uppercase"}>
              {line}
            </p>
          ))}
        </div>
      </div>
    </article>
  );
}
