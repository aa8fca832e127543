import type { IncomingMessage, ServerResponse } from "node:http";
import en from "../../lib/core/i18n/messages/en/pause.json" with { type: "json" };
import vi from "../../lib/core/i18n/messages/vi/pause.json" with { type: "json" };

/** Why nothing can be shown for the moment. */
export type Pause = "outage" | "restart";

/* How long a browser may go on sending what is not taken. */
const STILL_SENDING_MS = 60_000;

const STYLE =
  "body{font:1.125rem/1.6 sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1f2328;background:#fff}" +
  "h1{font-size:1.375rem;margin:0}section+section{margin-top:2rem}a{color:#8c0e15}";

/** Whether a person would see the answer as a page. */
export function isForReading({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && (headers.accept ?? "").includes("text/html");
}

/** A page that needs neither the app nor the database, in both languages, with a link that asks again. */
export function answerPause(response: ServerResponse, pause: Pause, nonce: string): void {
  response.setHeader("Retry-After", "20");
  answerPage(response, { status: 503, told: pause, link: "retry", href: "" }, nonce);
}

/** Whether somebody has sent a file from a form and would see the answer as a page. */
export function isFileSent({ method, url = "", headers }: IncomingMessage): boolean {
  return method === "POST" && url.startsWith("/api/uploads/") && (headers.accept ?? "").includes("text/html");
}

/**
 * Says that a file is too large, with the way back to the form it came from. The rest of the file is read and thrown away for a while:
 * a browser that is still sending would not see an answer on a connection that ends.
 */
export function answerTooBig(request: IncomingMessage, response: ServerResponse, appUrl: URL, nonce: string): void {
  const from = request.headers.referer ?? "";
  const back = URL.canParse(from) ? new URL(from) : appUrl;
  const href = back.origin === appUrl.origin ? back.pathname + back.search : "/";
  answerPage(response, { status: 413, told: "tooBig", link: "back", href }, nonce);
  request.resume();
  setTimeout(() => request.destroy(), STILL_SENDING_MS).unref();
}

type Page = { status: number; told: Pause | "tooBig"; link: "retry" | "back"; href: string };

function answerPage(response: ServerResponse, { status, told, link, href }: Page, nonce: string): void {
  const section = (lang: string, words: typeof vi) =>
    `<section lang="${lang}"><h1>${words[told].title}</h1><p>${words[told].explain}</p><a href="${escaped(href)}">${words[link]}</a></section>`;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.writeHead(status);
  response.end(
    `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${vi[told].title}</title><style nonce="${nonce}">${STYLE}</style><body><main>${section("vi", vi)}${section("en", en)}</main>`,
  );
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
