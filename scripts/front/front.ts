import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Duplex } from "node:stream";
import { errorFacts, report } from "../../lib/core/log.ts";
import { answerJson, answerText, closeSocket } from "./answer.ts";
import { refusalOf } from "./gate.ts";
import { answerPause, answerTooBig, isFileSent, isForReading } from "./pause-page.ts";
import type { Readiness } from "./readiness.ts";
import { cleanRequestHeaders, clientAddress } from "./request-headers.ts";
import { contentSecurityPolicy, DOWNLOAD_POLICY, guardResponse } from "./response-headers.ts";
import type { FrontSettings } from "./settings.ts";

/** What stands behind the front: the app, and whether it can work. */
export type Behind = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Only in development: the bundler's own connection to the browser. */
  upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | null;
  readiness: () => Promise<Readiness>;
};

/** A server that lets through only what belongs to this program and marks every answer with the security headers. */
export function createFront(settings: FrontSettings, behind: Behind) {
  let open = 0;
  let draining = false;

  const listener: RequestListener = (request, response) => {
    open += 1;
    response.once("close", () => {
      open -= 1;
    });
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    serve(request, response, path).catch((error: unknown) => {
      report({ event: "error", reference: "", path, ...errorFacts(error) });
      if (response.headersSent) response.destroy();
      else answerText(response, 500, "Internal error");
    });
  };

  async function serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const nonce = randomBytes(16).toString("base64");
    const policy = path.startsWith("/api/export/") ? DOWNLOAD_POLICY : contentSecurityPolicy(nonce, settings);
    guardResponse(response, path, policy, settings);

    const refused = refusalOf(request, settings);
    if (refused) {
      report({ event: "request.refused", status: refused.status, address: clientAddress(request, settings) });
      if (refused.status === 413 && isFileSent(request)) {
        return answerTooBig(request, response, settings.appUrl, nonce);
      }
      return answerText(response, refused.status, refused.text, refused.headers);
    }
    if (path === "/healthz") return answerJson(response, 200, { alive: true });
    if (draining) {
      response.setHeader("Connection", "close");
      if (isForReading(request)) return answerPause(response, "restart", nonce);
      return answerText(response, 503, "Restarting, please try again", { "Retry-After": "20" });
    }
    if (path === "/readyz") return answerReadiness(response);
    if (isForReading(request) && (await behind.readiness()).database === "unreachable") {
      return answerPause(response, "outage", nonce);
    }

    cleanRequestHeaders(request, settings, policy, nonce);
    await behind.handle(request, response);
  }

  async function answerReadiness(response: ServerResponse): Promise<void> {
    const readiness = await behind.readiness();
    answerJson(response, readiness.ready ? 200 : 503, readiness);
  }

  const server = listenFor(settings, listener);
  server.on("upgrade", (request, socket: Duplex, head) => {
    const isOurs = settings.development && refusalOf(request, settings) === null && request.url?.startsWith("/_next/");
    if (isOurs && behind.upgrade) behind.upgrade(request, socket, head);
    else closeSocket(socket, "400 Bad Request");
  });

  return {
    server,
    /** Lets what runs finish, refuses what comes, and resolves when nothing is left or the time is over. */
    async drain(limitMs: number): Promise<void> {
      draining = true;
      server.close();
      const deadline = Date.now() + limitMs;
      while (open > 0 && Date.now() < deadline) {
        server.closeIdleConnections();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      server.closeAllConnections();
    },
  };
}

function listenFor({ certificate }: FrontSettings, listener: RequestListener): Server {
  const limits = { requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 30_000, maxHeaderSize: 16_384 };
  const server = certificate
    ? createTlsServer({ ...limits, ...tlsOptions(certificate) }, listener)
    : createServer(limits, listener);
  server.on("connect", (_request, socket) => closeSocket(socket, "405 Method Not Allowed"));
  server.on("checkExpectation", listener);
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    // Browsers open connections ahead: an answer on an unused one would be taken for that to the next request.
    if (["ECONNRESET", "ERR_HTTP_REQUEST_TIMEOUT"].includes(error.code ?? "")) socket.destroy();
    else if (error.code === "HPE_INVALID_METHOD") closeSocket(socket, "405 Method Not Allowed");
    else if (error.code === "HPE_HEADER_OVERFLOW") closeSocket(socket, "431 Request Header Fields Too Large");
    else closeSocket(socket, "400 Bad Request");
  });
  return server;
}

function tlsOptions({ certFile, keyFile }: { certFile: string; keyFile: string }) {
  return { minVersion: "TLSv1.2" as const, cert: readFileSync(certFile), key: readFileSync(keyFile) };
}
