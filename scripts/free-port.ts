import { createServer } from "node:net";

/** Whether nothing listens on this port of the loopback address. */
export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** The first free port from `first` on. */
export async function findFreePort(first: number, last = first + 200): Promise<number> {
  for (let port = first; port <= last; port++) {
    if (await isPortFree(port)) return port;
  }
  throw new Error(`no free port between ${first} and ${last}`);
}
