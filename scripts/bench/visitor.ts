import { type Ask, send } from "./load";

/** A person at a browser without JavaScript: where, and with which cookies. */
export type Visitor = { origin: string; cookies: string };

/** The request for a page as the visitor. */
export function pageAsk({ origin, cookies }: Visitor, path: string): Ask {
  return { url: origin + path, headers: { cookie: cookies } };
}

/** Reads the form of a page and makes the request that sends it, some of its fields filled in anew. */
export async function formAsk(visitor: Visitor, path: string, typed: Record<string, string>): Promise<Ask> {
  const page = await send(pageAsk(visitor, path));
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
  const fields = [...formFields(mainForm(page.body.toString()))];
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, typed[name] ?? value);
  for (const [name, value] of Object.entries(typed)) if (!data.has(name)) data.append(name, value);
  const encoded = new Response(data);
  return {
    url: visitor.origin + path,
    headers: {
      cookie: visitor.cookies,
      origin: visitor.origin,
      "content-type": encoded.headers.get("content-type") ?? "",
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  };
}

/** The request that signs a person in. */
export function signInAsk(origin: string, username: string, password: string): Promise<Ask> {
  return formAsk({ origin, cookies: "" }, "/sign-in", { username, password });
}

/** Signs a person in; refuses when no session comes of it. */
export async function signIn(origin: string, username: string, password: string): Promise<Visitor> {
  const answer = await send(await signInAsk(origin, username, password));
  const cookies = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");
  if (answer.status !== 303 || !cookies) throw new Error(`signing in answered ${answer.status}`);
  return { origin, cookies };
}

function mainForm(html: string): string {
  const main = html.slice(Math.max(0, html.indexOf("<main")));
  const form = /<form[^>]*enctype="multipart\/form-data"[^>]*>([\s\S]*?)<\/form>/i.exec(main)?.[1];
  if (form === undefined) throw new Error("the page has no form");
  return form;
}

function* formFields(form: string): Generator<[string, string]> {
  for (const [, attributes = ""] of form.matchAll(/<input([^>]*)>/g)) {
    const name = attribute(attributes, "name");
    const isChoice = /type="(checkbox|radio)"/.test(attributes);
    if (name && (!isChoice || /\schecked/.test(attributes))) yield [name, attribute(attributes, "value") ?? "on"];
  }
  for (const [, attributes = "", options = ""] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? "";
    yield [attribute(attributes, "name") ?? "", attribute(chosen, "value") ?? ""];
  }
  for (const [, attributes = "", text = ""] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    yield [attribute(attributes, "name") ?? "", plain(text)];
  }
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : plain(value);
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}
