import { randomUUID } from "node:crypto";
import { type Action, type Answer, type Form, formData, send } from "./request";

/** What was sent that must not be taken, and what is wrong with it. */
export type Bad = { readonly what: string; readonly sent: unknown };

const FORGED = ["role", "status", "branchId", "decidedBy", "version", "id", "createdAt", "constructor", "toString"];
/** What a client can post in the place of a form. */
export const noForms: readonly Bad[] = [
  { what: "null", sent: null },
  { what: "nothing", sent: undefined },
  { what: "a number", sent: 7 },
  { what: "text", sent: "x" },
  { what: "an object", sent: {} },
  { what: "a map", sent: new Map([["a", "b"]]) },
];
const file = () => new File(["x"], "x.txt", { type: "text/plain" });

/** Keys that no form has, some of which every object has. */
export function badKeys(form: Form): Bad[] {
  return FORGED.filter((name) => !(name in form)).map((name) => ({
    what: `the unknown key ${name}`,
    sent: formData({ ...form, [name]: "x" }),
  }));
}

/** Each control sent twice, and as a file. */
export function badTypes(form: Form, several: readonly string[]): Bad[] {
  return Object.entries(form).flatMap(([name, value]) => {
    const one = Array.isArray(value) ? (value[0] ?? "") : value;
    const twice = { what: `${name} twice`, sent: formData({ ...form, [name]: [one, one] }) };
    const asFile = { what: `${name} as a file`, sent: formData({ ...form, [name]: file() }) };
    return several.includes(name) ? [asFile] : [twice, asFile];
  });
}

const NO_IDS = ["", "null", '{"not":null}', "00000000-0000-0000-0000-00000000000g"];
const isId = (value: unknown) => typeof value === "string" && /^[0-9a-f-]{36}$/u.test(value);

/** What stands where an id should; one that may be left out may be empty. */
export function badIds(form: Form, optional: readonly string[]): Bad[] {
  const ids = Object.entries(form).filter(([, value]) => isId(value));
  return ids.flatMap(([name]) =>
    NO_IDS.filter((value) => value !== "" || !optional.includes(name)).map((value) => ({
      what: `${name} as ${value}`,
      sent: formData({ ...form, [name]: value }),
    })),
  );
}

/** Ids of nothing, and of the same thing in another register; versions that nobody has seen. */
export function strangers(form: Form, other: Form): Bad[] {
  const named = Object.keys(form).filter((name) => isId(form[name]));
  const single = named.flatMap((name) => [
    { what: `${name} of nothing`, sent: formData({ ...form, [name]: randomUUID() }) },
    { what: `${name} of another register`, sent: formData({ ...form, [name]: other[name] ?? "" }) },
  ]);
  const whole = { what: "the form of another register", sent: formData(other) };
  const versions =
    "version" in form && form.version !== "" ? ["0", "99", "-1", "1.5", "1e9", "99999999999999", ""] : [];
  const stale = versions.map((version) => ({ what: `version ${version}`, sent: formData({ ...form, version }) }));
  const namesNobody = named.length === 0 && !Object.keys(form).some((name) => /[0-9a-f-]{36}/u.test(name));
  return [...single, ...(namesNobody ? [] : [whole]), ...stale];
}

/** Sends one after the other; each answer beside what was wrong. */
export async function tryAll(
  action: Action,
  bound: readonly unknown[],
  bad: readonly Bad[],
): Promise<[string, Answer][]> {
  const answers: [string, Answer][] = [];
  for (const { what, sent } of bad) answers.push([what, await send(action, bound, sent)]);
  return answers;
}

/** The answers that are not as they should be. */
export const told = (answers: readonly [string, Answer][], is: (answer: Answer) => boolean) =>
  answers
    .filter(([, answer]) => !is(answer))
    .map(([what, answer]) => `${what}: ${JSON.stringify(answer).slice(0, 300)}`);

/** Refused before the command by a sentence beside a field or above the form. */
export const hasErrors = (answer: Answer) =>
  answer.status === "invalid" && Object.keys(answer.fieldErrors).length + answer.formErrors.length > 0;
