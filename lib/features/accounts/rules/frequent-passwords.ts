import lists from "./frequent-passwords.json";

let known: ReadonlySet<string> | undefined;

/* Longer than the shortest password that is allowed; shorter ones are refused for their length. */
const SHORTEST = 12;

/**
 * The passwords that people choose most readily, as letters and digits without accents or signs: well-known whole ones, and
 * every frequent word with every frequent tail, alone, doubled, and between two tails. Every entry of a public list of the
 * 30,000 most common passwords that has twelve letters or digits is among them; the Vietnamese habits are our own list.
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
