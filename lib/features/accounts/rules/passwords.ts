import type { Obstacle } from "@/lib/core/obstacle";
import { foldText } from "@/lib/core/text/fold";
import { frequentPasswords } from "./frequent-passwords";

/** How long a password is, in characters. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** What the password must not give away: the names around its owner and the owner's years of birth. */
export type PasswordSurroundings = {
  readonly username: string;
  readonly names: readonly string[];
  readonly birthYears: readonly string[];
};

const FORBIDDEN_WORDS = ["dang", "chibo", "bithu"];
const SHORTEST_NAME = 4;
const SHORTEST_USERNAME = 3;

/* What the names of bodies begin with; only the name behind it can be recognised. */
const TITLES =
  /^(dang bo|dang uy|chi bo|ban chap hanh|xa|phuong|thi tran|huyen uy|tinh uy|huyen|tinh|thanh pho|ban|thon|to|cum|truong|tieu hoc|trung hoc co so|thcs|mam non|tram y te|y te) /u;

const lettersOf = (text: string) => foldText(text).replace(/[^a-z0-9]/gu, "");

/** The part of a body's name that is its own: "Chi bo ban Na An" is recognised by "naan". Null where too little is left. */
export function recognisablePart(name: string): string | null {
  let rest = foldText(name).replace(/[^a-z0-9 ]/gu, "");
  while (TITLES.test(rest)) rest = rest.replace(TITLES, "");
  const letters = rest.replaceAll(" ", "");
  return letters.length >= SHORTEST_NAME ? letters : null;
}

/**
 * Why this cannot be a new password: too short or long, common, or with words that anybody would try first. No demands on
 * kinds of characters; every character counts as typed, after NFC.
 */
export function passwordObstacle(password: string, around: PasswordSurroundings): Obstacle | null {
  const length = [...password.normalize("NFC")].length;
  if (length < PASSWORD_LENGTH.min || length > PASSWORD_LENGTH.max) {
    return refused("passwordLength", { min: PASSWORD_LENGTH.min, max: PASSWORD_LENGTH.max, length });
  }
  const letters = lettersOf(password);
  if (isMonotonous(letters) || frequentPasswords().has(letters)) return refused("passwordCommon");

  const username = lettersOf(around.username);
  if (username.length >= SHORTEST_USERNAME && letters.includes(username)) return refused("passwordHasUsername");
  const word = FORBIDDEN_WORDS.find((one) => letters.includes(one));
  if (word) return refused("passwordHasWord", { word });
  const name = around.names.find((one) => {
    const part = recognisablePart(one);
    return part !== null && letters.includes(part);
  });
  if (name) return refused("passwordHasName", { name });
  return around.birthYears.some((year) => letters.includes(year)) ? refused("passwordHasBirthYear") : null;
}

/** Whether the password was typed the same way both times. */
export function repetitionObstacle(password: string, repeated: string): Obstacle | null {
  if (password.normalize("NFC") === repeated.normalize("NFC")) return null;
  return { reason: "accounts.errors.passwordsDiffer", field: "repeatedPassword" };
}

/* Fewer than four different letters or digits, or nothing that is one. */
function isMonotonous(letters: string): boolean {
  return letters.length > 0 && new Set(letters).size < 4;
}

function refused(what: string, params?: Obstacle["params"]): Obstacle {
  return { reason: `accounts.errors.${what}`, params, field: "password" };
}
