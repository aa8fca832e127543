import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { refusalOf } from "@/scripts/front/gate";
import { readFrontSettings } from "@/scripts/front/settings";

const behindProxy = { APP_URL: "https://dangbo.example.vn", TRUSTED_PROXIES: "10.0.0.1" };

function ask(method: string, proto: string, remoteAddress = "::ffff:10.0.0.1") {
  const headers = { "x-forwarded-proto": proto, origin: "https://dangbo.example.vn" };
  const headersDistinct = { host: ["dangbo.example.vn"] };
  const request = { method, url: "/members?q=a", headers, headersDistinct, socket: { remoteAddress } };
  const settings = readFrontSettings(behindProxy);
  if (typeof settings === "string") throw new Error(settings);
  return refusalOf(request as unknown as IncomingMessage, settings);
}

it("sends a page that came in the clear to https, and takes no form that did", () => {
  expect(ask("GET", "http")).toMatchObject({
    status: 308,
    headers: { Location: "https://dangbo.example.vn/members?q=a" },
  });
  expect(ask("POST", "http")).toMatchObject({ status: 403 });
  expect(ask("GET", "https")).toBeNull();
  expect(ask("POST", "https")).toBeNull();
});

it("believes that from its own proxy only", () => {
  expect(ask("GET", "http", "10.0.0.9")).toBeNull();
});
