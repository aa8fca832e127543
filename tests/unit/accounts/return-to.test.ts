import { expect, it, vi } from "vitest";

vi.mock("@/lib/core/auth/config", () => ({ giveSessionCookie: vi.fn<() => void>() }));
const { pageAfterSignIn } = await import("@/lib/core/auth/doorstep");

it.each([
  ["/members?q=an", "/members?q=an"],
  ["/assignments?on=2022-12-31", "/assignments?on=2022-12-31"],
])("goes back to %s", (asked, path) => {
  expect(pageAfterSignIn(asked)).toBe(path);
});

it.each([
  undefined,
  "",
  "members",
  "//evil.example",
  "/\\evil.example",
  "/%5cevil.example",
  "/%2F%2Fevil.example",
  "/\t/evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "\\\\evil.example",
  "/sign-in?returnTo=/members",
  "/sign-out",
  "/redeem",
])("goes to the first page instead of %s", (asked) => {
  expect(pageAfterSignIn(asked)).toBe("/");
});
