import type { Interval } from "@/lib/core/day/interval";
import type { Certainty } from "@/lib/features/rule-sets/schema";

/** A dated version of one kind of rules, as shipped. */
export type Entry<Kind extends string, Parameters> = Interval & {
  readonly kind: Kind;
  /** Stable name, unique in the catalogue; never reused for other values. */
  readonly code: string;
  /** Numbers of the documents, as data. */
  readonly document: string;
  /** How sure `startsOn` and `endsOn` are; they are the days of the documents. */
  readonly datesCertainty: Certainty;
  readonly parameters: Parameters;
};
