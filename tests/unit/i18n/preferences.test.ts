import { describe, expect, it } from "vitest";
import { chosenPreferences, preferenceCookiesOf, preferencesFrom } from "@/lib/core/i18n/preferences";
import { localPathOr } from "@/lib/core/local-path";

function sent(entries: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return form;
}

describe("preferences", () => {
  it("are Vietnamese, normal size and the device's colours where nothing is known", () => {
    const usual = { locale: "vi", textSize: "100", theme: "system", shortcuts: "on", columns: "" };
    expect(preferencesFrom(() => undefined)).toEqual(usual);
    expect(preferencesFrom(() => "<script>")).toEqual(usual);
  });

  it("come from the cookies", () => {
    const jar: Record<string, string> = {
      ...{ locale: "en", "text-size": "130", theme: "dark", shortcuts: "off", columns: "sex,birth" },
    };
    const read = { locale: "en", textSize: "130", theme: "dark", shortcuts: "off", columns: "sex,birth" };
    expect(preferencesFrom((name) => jar[name])).toEqual(read);
  });

  it("are set only to known values", () => {
    expect(chosenPreferences(sent({ locale: "en" }))).toEqual({ locale: "en" });
    expect(chosenPreferences(sent({ textSize: "999", theme: "dark", other: "x" }))).toEqual({ theme: "dark" });
    expect(preferenceCookiesOf({ textSize: "115" })).toEqual([{ cookie: "text-size", value: "115" }]);
  });

  it("hold the ticked columns in their order, moved by one place at a time", () => {
    const ticked = (act: Record<string, string>) => {
      const form = sent(act);
      for (const name of ["", "branch", "birth", "status"]) form.append("columns", name);
      return chosenPreferences(form).columns;
    };
    expect(ticked({})).toBe("branch,birth,status");
    expect(ticked({ move: "birth up" })).toBe("birth,branch,status");
    expect(ticked({ move: "birth down" })).toBe("branch,status,birth");
    expect(ticked({ move: "branch up" })).toBe("branch,birth,status");
    expect(ticked({ move: "status down" })).toBe("branch,birth,status");
    expect(ticked({ move: "nobody up" })).toBe("branch,birth,status");
    expect(ticked({ reset: "yes" })).toBe("");
    expect(chosenPreferences(sent({ columns: "a;b" })).columns).toBe("");
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
