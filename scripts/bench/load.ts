import { Agent, type IncomingHttpHeaders, request } from "node:http";

/** One request of a load: where to, and what with. */
export type Ask = { url: string; headers: Record<string, string>; body?: Buffer };

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; milliseconds: number };

/** What a load of many requests came to; an error is an answer that the load did not expect, or none. */
export type Load = { errors: number; bytes: number; times: number[]; seconds: number };

/** One load, or several of the same screen, in figures. */
export type LoadResult = { count: number; errors: number; p50: number; p95: number; perSecond: number; bytes: number };

/** Sends one request and reads the whole answer. */
export function send(ask: Ask, agent?: Agent): Promise<Answer> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(ask.url, { method: ask.body ? "POST" : "GET", headers: ask.headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
          milliseconds: performance.now() - startedAt,
        }),
      );
    });
    sent.on("error", reject);
    sent.end(ask.body);
  });
}

/** Sends the requests over so many connections, each taking the next as soon as it has its answer. */
export async function load(asks: readonly Ask[], connections: number, expected: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let errors = 0;
  let bytes = 0;
  let next = 0;
  const startedAt = performance.now();

  async function work(): Promise<void> {
    for (let ask = asks[next++]; ask; ask = asks[next++]) {
      const answer = await send(ask, agent).catch(() => null);
      if (answer?.status !== expected) errors += 1;
      times.push(answer?.milliseconds ?? 0);
      bytes = Math.max(bytes, answer?.body.length ?? 0);
    }
  }
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();

  return { errors, bytes, times, seconds: (performance.now() - startedAt) / 1000 };
}

/** Tells loads of the same screen as one. */
export function resultOf(loads: readonly Load[]): LoadResult {
  const times = loads.flatMap((one) => one.times).toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    count: times.length,
    errors: loads.reduce((sum, one) => sum + one.errors, 0),
    p50: at(0.5),
    p95: at(0.95),
    perSecond: times.length / loads.reduce((sum, one) => sum + one.seconds, 0),
    bytes: Math.max(...loads.map((one) => one.bytes)),
  };
}
