import { describe, expect, it } from "vitest";
import { deviceName } from "@/lib/core/auth/device-name";
import { hashCode, newCode } from "@/lib/core/auth/one-time-code";
import { sessionLimits } from "@/lib/core/auth/session-limits";
import { afterAccountAttempt, afterAddressAttempt } from "@/lib/core/auth/throttle-steps";

describe("failed attempts", () => {
  it("cost nothing, then doubling pauses, then an hour", () => {
    const pauses = Array.from({ length: 12 }, (_, n) => afterAccountAttempt(n + 1).pauseSeconds);
    expect(pauses).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 3600, 3600, 3600]);
  });

  it("are looked at no more than ten times", () => {
    const admitted = Array.from({ length: 12 }, (_, n) => afterAccountAttempt(n + 1).admitted);
    expect(admitted.indexOf(false)).toBe(10);
  });

  it("slow an address from the thirtieth on, never longer than a minute", () => {
    expect([1, 29, 30, 31, 36, 500].map(afterAddressAttempt)).toEqual([0, 0, 1, 2, 60, 60]);
  });
});

describe("a session", () => {
  const day = 24 * 3600;
  it.each([
    ["O", "shared", 1800, 36_000],
    ["A", "shared", 900, 36_000],
    ["OA", "own", 900, 36_000],
    ["B", "shared", 1800, 36_000],
    ["B", "own", 30 * day, 30 * day],
    ["BC", "own", 30 * day, 30 * day],
    ["C", "own", 1800, 36_000],
    ["OB", "own", 1800, 36_000],
    ["LB", "own", 1800, 36_000],
    ["", "own", 1800, 36_000],
  ] as const)(
    "with the rights %s on a %s device lasts %d and %d seconds",
    (rights, device, idleSeconds, absoluteSeconds) => {
      expect(sessionLimits(rights, device)).toEqual({ idleSeconds, absoluteSeconds });
    },
  );
});

describe("a one-time code", () => {
  it("is three groups of letters that cannot be mistaken", () => {
    const codes = Array.from({ length: 200 }, newCode);
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{4}(-[A-HJKMNP-TV-Z2-9]{4}){2}$/);
    expect(new Set(codes).size).toBe(200);
  });

  it("is the same code however it is typed", () => {
    const hash = (typed: string) => Buffer.from(hashCode(typed)).toString("hex");
    expect(hash(" abcd efgh2345")).toBe(hash("ABCD-EFGH-2345"));
    expect(hash("ABCD-EFGH-2346")).not.toBe(hash("ABCD-EFGH-2345"));
  });
});

describe("a device", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge · Windows",
    ],
    ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome · Android"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari · iPhone"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"],
    ["curl/8", ""],
  ])("is named in two words: %s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});
