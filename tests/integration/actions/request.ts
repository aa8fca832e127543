import { encode } from "next-auth/jwt";
import { createTranslator } from "next-intl";
import type { ActionState } from "@/lib/core/action-state";
import type { Actor } from "@/lib/core/actor";
import { SESSION_COOKIE } from "@/lib/core/auth/session-cookie";
import { messages } from "@/lib/core/i18n/namespaces";

/*
 * The request around a server action, for tests that call the action itself: the framework's cookies, headers and translations
 * are stood in for, everything behind them is the product's own.
 */

const jar = new Map<string, string>();

/** Stands in for `next/headers`. */
export const requestParts = {
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) ?? "" } : undefined),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    has: (name: string) => jar.has(name),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => void jar.delete(name),
  }),
  headers: async () => new Headers({ "x-sodb-address": "127.0.0.1", "user-agent": "tests" }),
};

/** Stands in for `next-intl/server`, with the real Vietnamese catalogue. */
export const translations = {
  getTranslations: async () => createTranslator({ locale: "vi", messages: messages.vi }),
};

/** Every request from here on is this person's; nobody's without one. */
export async function signInRequests(actor: Actor | null): Promise<void> {
  jar.clear();
  if (!actor) return;
  const token = { session: actor.sessionToken };
  jar.set(SESSION_COOKIE, await encode({ token, secret: process.env.AUTH_SECRET ?? "", salt: SESSION_COOKIE }));
}

/** What an action answered: a state, or where it led. */
export type Answer = ActionState | { readonly status: "led"; readonly to: string };

/** A server action, whatever is bound to it before the state and the form. */
export type Action = (...args: never[]) => Promise<ActionState>;

/** Calls the action as a browser would. Anything but a state or a way on is an error of the product and is thrown. */
export async function send(action: Action, bound: readonly unknown[], sent: unknown): Promise<Answer> {
  try {
    const answer: ActionState = await Reflect.apply(action, undefined, [...bound, { status: "idle" }, sent]);
    return answer;
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    const to = /^NEXT_REDIRECT;[a-z]*;(.*);\d+;$/u.exec(digest)?.[1];
    if (to === undefined) throw error;
    return { status: "led", to };
  }
}

/** The values of a form by control; a list for a control sent several times. */
export type Form = Readonly<Record<string, string | File | readonly (string | File)[]>>;

export function formData(form: Form): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(form))
    for (const one of Array.isArray(value) ? value : [value]) data.append(name, one);
  return data;
}

/** Whether the action did what it was asked. */
export const isDone = (answer: Answer) => answer.status === "done" || answer.status === "led";
