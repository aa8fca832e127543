import { randomUUID } from "node:crypto";
import { badIds, badKeys, badTypes, hasErrors, noForms, strangers, told, tryAll } from "./bad-sendings";
import { countEvents, fingerprint } from "./fingerprint";
import type { FormCase, FormWorld, Person } from "./form-case";
import { type Action, type Form, formData, isDone, send, signInRequests } from "./request";

/** One form on trial: filled in for the register, and for another one. Every trial answers with the faults it has found. */
export type Trial = {
  readonly action: Action;
  readonly of: FormCase;
  readonly world: FormWorld;
  readonly bound: readonly unknown[];
  readonly form: Form;
  readonly foreign: Form;
};

export async function openTrial(action: Action, of: FormCase, world: FormWorld, foreign: FormWorld): Promise<Trial> {
  const form = await of.fillIn(world);
  return { action, of, world, bound: of.bound?.(world) ?? [], form, foreign: await of.fillIn(foreign) };
}

const isEmpty = (form: Form) => Object.keys(form).length === 0;
const isVersioned = (form: Form) => "version" in form && form.version !== "";

/** The tables that are not as they were. */
async function written(before: Readonly<Record<string, string>>): Promise<string[]> {
  const after = await fingerprint();
  return Object.keys(after)
    .filter((table) => after[table] !== before[table])
    .map((table) => `${table} was written`);
}

/** Unknown keys, wrong types, no form at all, ids of nothing and of another register, versions that nobody has seen. */
export async function tryBadSendings({ action, of, world, bound, form, foreign }: Trial): Promise<string[]> {
  await signInRequests(world.actors[of.by]);
  const before = await fingerprint();
  const malformed = [...badKeys(form), ...badTypes(form, of.several ?? []), ...badIds(form, of.optional ?? [])];
  const senseless = isEmpty(form) ? malformed : [...malformed, ...noForms];
  const unknown = of.writes === "NOTHING" ? [] : strangers(form, foreign);
  return [
    ...told(await tryAll(action, bound, senseless), hasErrors),
    ...told(await tryAll(action, bound, unknown), (answer) => !isDone(answer)),
    ...(await written(before)),
  ];
}

/** The valid form, sent by everybody who may not, and by who has not signed in. */
export async function tryOtherPeople({ action, of, world, bound, form }: Trial): Promise<string[]> {
  const before = await fingerprint();
  const may: readonly Person[] = [of.by, ...(of.also ?? [])];
  const done: string[] = [];
  for (const [who, actor] of Object.entries(world.actors).filter(([one]) => !may.some((person) => person === one))) {
    await signInRequests(actor);
    if (isDone(await send(action, bound, formData(form)))) done.push(`done by ${who}`);
  }
  await signInRequests(null);
  const visitor = await send(action, bound, formData(form));
  if (isDone(visitor)) done.push("done without a session");
  return [...done, ...(await written(before))];
}

/** The form of a branch's own secretary, filled in about the branch next to it. */
export async function tryNextBranch({ action, of, world, bound, form }: Trial): Promise<string[]> {
  if (!of.also?.includes("secretary") || of.writes === "NOTHING" || isEmpty(form)) return [];
  const theirs = await of.fillIn({ ...world, branchId: world.otherBranchId, otherBranchId: world.branchId });
  const before = await fingerprint();
  await signInRequests(world.actors.secretary);
  const answer = await send(action, bound, formData(theirs));
  return [...(isDone(answer) ? ["done in another branch"] : []), ...(await written(before))];
}

/** The valid form: done once with one event, answered alike when it comes again, refused when its key carries another one. */
export async function tryOnce({ action, of, world, bound, form }: Trial): Promise<string[]> {
  await signInRequests(world.actors[of.by]);
  const formKey = randomUUID();
  const untouched = await fingerprint();
  const events = await countEvents(world.committeeId);
  const first = await send(action, bound, formData({ ...form, formKey }));
  if (!isDone(first)) return [`not done: ${JSON.stringify(first)}`];
  if (of.writes === "NOTHING") return written(untouched);

  const faults: string[] = [];
  const more = (await countEvents(world.committeeId)) - events;
  if (more !== 1) faults.push(`${more} events`);
  const after = await fingerprint();
  const again = await send(action, bound, formData({ ...form, formKey }));
  if (JSON.stringify(again) !== JSON.stringify(first)) faults.push(`answered otherwise: ${JSON.stringify(again)}`);
  const otherwise = of.otherwise ?? (isVersioned(form) ? { version: "9" } : null);
  const reused = otherwise && (await send(action, bound, formData({ ...form, ...otherwise, formKey })));
  if (reused && !(reused.status === "refused" && reused.reason.key === "refusals.formKeyReused"))
    faults.push(`the same key with other content: ${JSON.stringify(reused)}`);
  if (isVersioned(form) && isDone(await send(action, bound, formData(form)))) faults.push("the same step twice");
  return [...faults, ...(await written(after))];
}
