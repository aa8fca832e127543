import { describe, expect, it } from "vitest";
import { chosenCookies, preferencesFrom } from "@/lib/core/i18n/preferences";
import { localPathOr } from "@/lib/core/local-path";

function sent(entries: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return form;
}

describe("preferences", () => {
  it("are Vietnamese, normal size and the device's colours where nothing is known", () => {
    expect(preferencesFrom(() => undefined)).toEqual({ locale: "vi", textSize: "100", theme: "system" });
    expect(preferencesFrom(() => "<script>")).toEqual({ locale: "vi", textSize: "100", theme: "system" });
  });

  it("come from the cookies", () => {
    const jar: Record<string, string> = { locale: "en", "text-size": "130", theme: "dark" };
    expect(preferencesFrom((name) => jar[name])).toEqual({ locale: "en", textSize: "130", theme: "dark" });
  });

  it("are set only to known values", () => {
    expect(chosenCookies(sent({ locale: "en" }))).toEqual([{ cookie: "locale", value: "en" }]);
    expect(chosenCookies(sent({ textSize: "999", theme: "dark", other: "x" }))).toEqual([
      { cookie: "theme", value: "dark" },
    ]);
  });
});

describe("the way back", () => {
  it("stays inside the product", () => {
    expect(localPathOr("/members?page=2&q=thi%E1%BB%87p", "/")).toBe("/members?page=2&q=thi%E1%BB%87p");
  });

  it.each([
    "https://example.org/",
    "//example.org",
    "/\\example.org",
    "/\t/example.org",
    "/..//example.org",
    "/.//example.org",
    "javascript:alert(1)",
    "members",
    "",
    null,
  ])("refuses %s", (value) => {
    expect(localPathOr(value, "/home")).toBe("/home");
  });
});
