import lists from "./frequent-passwords.json";

let known: ReadonlySet<string> | undefined;

/* Longer than the shortest password that is allowed; shorter ones are refused for their length. */
const SHORTEST = 12;

/**
 * The passwords that people choose most readily, as letters and digits without accents or signs: well-known whole ones, and
 * every frequent word with every frequent tail, alone, doubled, and between two tails. Made from our own word lists after
 * such habits, not a count of passwords that have leaked.
 */
export function frequentPasswords(): ReadonlySet<string> {
  known ??= new Set([...lists.whole, ...combinations()].filter((entry) => entry.length >= SHORTEST));
  return known;
}

function* combinations(): Generator<string> {
  for (const word of lists.words) {
    yield word + word;
    yield word + word + word;
    for (const tail of lists.tails) {
      yield word + tail;
      yield tail + word;
      yield word + word + tail;
      yield word + tail + tail;
      yield word + tail + word;
      yield tail + word + tail;
    }
  }
}
