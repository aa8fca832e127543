/** A part of a whole with its percentage in tenths, rounded half up (905 is 90.5 %); null where the whole is empty. */
export type Share = {
  readonly numerator: number;
  readonly denominator: number;
  readonly percentTenths: number | null;
};

/** The share of two counts, in whole numbers throughout. Refuses counts that are negative, broken or too large. */
export function shareOf(numerator: number, denominator: number): Share {
  const isCount = (count: number) => Number.isInteger(count) && Number.isSafeInteger(count * 2000) && count >= 0;
  if (!isCount(numerator) || !isCount(denominator) || numerator > denominator) {
    throw new RangeError(`Not a share: ${numerator} of ${denominator}`);
  }
  const percentTenths = denominator === 0 ? null : Math.floor((numerator * 2000 + denominator) / (denominator * 2));
  return { numerator, denominator, percentTenths };
}
