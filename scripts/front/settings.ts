/** How the front listens and what it believes; everything comes from the environment and is checked once. */
export type FrontSettings = {
  appUrl: URL;
  address: string;
  port: number;
  development: boolean;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies: ReadonlySet<string>;
  certificate: { certFile: string; keyFile: string } | null;
};

const LOOPBACK = new Set(["127.0.0.1", "::1", "[::1]", "localhost"]);

type Environment = Record<string, string | undefined>;

/** The settings, or a sentence that says what is wrong with them. */
export function readFrontSettings(environment: Environment): FrontSettings | string {
  const port = Number(environment.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return `PORT=${environment.PORT} is no port number.`;

  const address = environment.HOST ?? "127.0.0.1";
  const appUrl = parseAppUrl(environment.APP_URL ?? `http://localhost:${port}`);
  if (!appUrl) return "APP_URL must be a plain address such as https://dangbo.example.vn, without a path.";

  if (!LOOPBACK.has(address) && appUrl.protocol !== "https:") {
    return `Listening on ${address} lets other machines in, so APP_URL must be an https address (with TLS_CERT_FILE and TLS_KEY_FILE, or behind a proxy that has them); without HOST this program listens to this machine only.`;
  }
  if (!LOOPBACK.has(appUrl.hostname) && appUrl.protocol !== "https:") {
    return `APP_URL=${appUrl.origin} is no secure address: browsers keep nobody signed in there. Use an https address, or http://localhost:${port} on this machine.`;
  }
  const { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile } = environment;
  if (Boolean(certFile) !== Boolean(keyFile))
    return "TLS_CERT_FILE and TLS_KEY_FILE belong together: set both or none.";

  return {
    appUrl,
    address,
    port,
    development: environment.NODE_ENV === "development",
    trustedProxies: new Set(
      (environment.TRUSTED_PROXIES ?? "")
        .split(",")
        .map((item) => item.trim())
        .filter(Boolean),
    ),
    certificate: certFile && keyFile ? { certFile, keyFile } : null,
  };
}

function parseAppUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return isPlain && ["http:", "https:"].includes(url.protocol) ? url : null;
}
