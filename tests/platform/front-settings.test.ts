import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress } from "@/scripts/front/request-headers";
import { type FrontSettings, readFrontSettings } from "@/scripts/front/settings";

function settingsOf(environment: Record<string, string>): FrontSettings {
  const settings = readFrontSettings(environment);
  if (typeof settings === "string") throw new Error(settings);
  return settings;
}

describe("how the front listens", () => {
  it("listens to this machine only, unless told otherwise", () => {
    expect(settingsOf({})).toMatchObject({ address: "127.0.0.1", port: 3000, certificate: null });
    expect(settingsOf({ PORT: "3100" }).appUrl.origin).toBe("http://localhost:3100");
  });

  it("refuses to let other machines in without https", () => {
    expect(readFrontSettings({ HOST: "0.0.0.0" })).toContain("https");
    expect(readFrontSettings({ HOST: "0.0.0.0", APP_URL: "http://dangbo.example.vn" })).toContain("https");
    expect(settingsOf({ HOST: "0.0.0.0", APP_URL: "https://dangbo.example.vn" }).address).toBe("0.0.0.0");
  });

  it("refuses a plain address that browsers would not send the session to", () => {
    expect(readFrontSettings({ APP_URL: "http://dangbo.example.vn" })).toContain("https");
    expect(settingsOf({ APP_URL: "http://127.0.0.1:3000" }).appUrl.hostname).toBe("127.0.0.1");
  });

  it.each([
    [{ PORT: "0" }],
    [{ PORT: "abc" }],
    [{ APP_URL: "dangbo" }],
    [{ APP_URL: "ftp://dangbo.example.vn" }],
    [{ APP_URL: "https://dangbo.example.vn/path" }],
    [{ APP_URL: "https://user@dangbo.example.vn" }],
    [{ APP_URL: "https://dangbo.example.vn", TLS_CERT_FILE: "a.pem" }],
  ])("says what is wrong with %o", (environment) => {
    expect(readFrontSettings(environment)).toBeTypeOf("string");
  });
});

describe("where a request comes from", () => {
  const from = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } }) as unknown as IncomingMessage;

  it("is the peer, whatever it says", () => {
    expect(clientAddress(from("::ffff:10.0.0.7", "6.6.6.6"), settingsOf({}))).toBe("10.0.0.7");
  });

  it("is what a trusted proxy saw, not what the client told the proxy", () => {
    const settings = settingsOf({ TRUSTED_PROXIES: "10.0.0.1, 10.0.0.2" });
    expect(clientAddress(from("10.0.0.1", "6.6.6.6, 10.9.9.9, 10.0.0.2"), settings)).toBe("10.9.9.9");
    expect(clientAddress(from("10.0.0.1"), settings)).toBe("10.0.0.1");
  });
});
