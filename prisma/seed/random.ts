/** A source of invented choices that comes out the same at every filling. */
export type Random = {
  /** A whole number from `from` to `to`, both included. */
  between: (from: number, to: number) => number;
  /** One of the list. */
  pick: <T>(list: readonly T[]) => T;
  /** True `percent` times out of a hundred. */
  chance: (percent: number) => boolean;
};

/** Promises the same sequence for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    between,
    pick: (list) => {
      const chosen = list[between(0, list.length - 1)];
      if (chosen === undefined) throw new RangeError("Nothing to pick from");
      return chosen;
    },
    chance: (percent) => next() * 100 < percent,
  };
}
