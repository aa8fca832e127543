import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** A short answer of the front's own, in plain text. */
export function answerText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.writeHead(status);
  response.end(`${text}\n`);
}

/** A short answer in JSON, for programs that watch this one. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.writeHead(status);
  response.end(JSON.stringify(body));
}

/** Ends a connection that never became a request, with a status line and nothing else. */
export function closeSocket(socket: Duplex, status: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const headers =
    "Connection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Length: 0";
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`, () => socket.destroy());
}
