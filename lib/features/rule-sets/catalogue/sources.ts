/** Official or several independent sources say so. */
export function confirmed<T>(value: T, citation: string | null) {
  return { value, citation, certainty: "CONFIRMED" as const };
}

/** One source says so. */
export function singleSource<T>(value: T, citation: string | null) {
  return { value, citation, certainty: "SINGLE_SOURCE" as const };
}

/** Commonly held, without a source that was read. */
export function unconfirmed<T>(value: T, citation: string | null) {
  return { value, citation, certainty: "UNCONFIRMED" as const };
}

/** Concluded from other values. */
export function inferred<T>(value: T, citation: string | null) {
  return { value, citation, certainty: "INFERRED" as const };
}
