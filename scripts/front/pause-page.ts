import type { IncomingMessage, ServerResponse } from "node:http";
import en from "../../lib/core/i18n/messages/en/pause.json" with { type: "json" };
import vi from "../../lib/core/i18n/messages/vi/pause.json" with { type: "json" };

/** Why nothing can be shown for the moment. */
export type Pause = "outage" | "restart";

const STYLE =
  "body{font:1.125rem/1.6 sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1f2328;background:#fff}" +
  "h1{font-size:1.375rem;margin:0}section+section{margin-top:2rem}a{color:#8c0e15}";

/** Whether a person would see the answer as a page. */
export function isForReading({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && (headers.accept ?? "").includes("text/html");
}

/** A page that needs neither the app nor the database, in both languages, with a link that asks again. */
export function answerPause(response: ServerResponse, pause: Pause, nonce: string): void {
  const section = (lang: string, words: typeof vi) =>
    `<section lang="${lang}"><h1>${words[pause].title}</h1><p>${words[pause].explain}</p><a href="">${words.retry}</a></section>`;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Retry-After", "20");
  response.writeHead(503);
  response.end(
    `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${vi[pause].title}</title><style nonce="${nonce}">${STYLE}</style><body><main>${section("vi", vi)}${section("en", en)}</main>`,
  );
}
