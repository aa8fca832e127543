import { describe, expect, it } from "vitest";
import { memberListInput } from "@/lib/features/members/schema";
import { saveViewInput } from "@/lib/features/saved-views/schema";

const kept = (list: string) => saveViewInput.parse({ name: "Nữ", list }).list;

describe("what a saved view keeps of a list's address", () => {
  it("is its filters, order, columns and day, and never the page that was open", () => {
    expect(kept("page=3&sex=FEMALE&cols=branch%2Csex&sort=birth&on=2022-12-31&q=l%C3%B2")).toBe(
      "q=l%C3%B2&on=2022-12-31&sex=FEMALE&sort=birth&cols=branch%2Csex",
    );
  });

  it("is nothing that a list of members does not know", () => {
    expect(kept("done=edited&evil=1&sex=")).toBe("");
  });

  it("is read without complaint after the product has forgotten a filter's value", () => {
    expect(memberListInput.parse(Object.fromEntries(new URLSearchParams("sex=OTHER&sort=moon&ageTo=x")))).toMatchObject(
      {
        sex: null,
        sort: "name",
        ageTo: null,
      },
    );
  });
});
