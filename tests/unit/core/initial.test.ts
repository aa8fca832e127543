import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialOf } from "@/lib/core/text/initial";

describe("the letter a given name begins with", () => {
  it.each([
    ["Hà Thị Ẩm", "Â"],
    ["Quàng Thị Én Vàng", "V"],
    ["Lò Văn Én", "E"],
    ["Đinh Thị Ấm", "Â"],
    ["Vì Văn Đức", "Đ"],
    ["Lường Văn Dương", "D"],
    ["Cầm Thị Ước", "Ư"],
    ["Lò Văn Ôn", "Ô"],
    ["Lò Thị Ơn", "Ơ"],
    ["Mùi Thị Ảnh", "A"],
    ["Mùi Văn ắng", "Ă"],
  ])("of %s is %s", (name, letter) => {
    expect(initialOf(name)).toBe(letter);
    expect(initialOf(name.normalize("NFD"))).toBe(letter);
  });

  it("is one capital letter or nothing, however the name is written", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect([...initialOf(`${name} An`)]).toEqual(["A"]);
      }),
    );
    expect(initialOf("")).toBe("");
  });
});
