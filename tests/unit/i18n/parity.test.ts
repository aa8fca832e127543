import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/core/i18n/locale";
import { messages } from "@/lib/core/i18n/namespaces";
import { allMessagesOf, cataloguesOf } from "./catalogues";
import { icuArguments } from "./icu-arguments";

const vi = allMessagesOf("vi");
const en = allMessagesOf("en");

describe("the catalogues", () => {
  it("are the same files in both languages, and all of them are loaded", () => {
    const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(cataloguesOf("en")).toEqual(cataloguesOf("vi"));
    expect(Object.keys(messages.vi).map(kebab).sort()).toEqual(cataloguesOf("vi"));
  });

  it("hold the same keys in both languages", () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
  });

  it("fill every sentence with the same arguments in both languages", () => {
    const differing = [...vi].filter(
      ([key, text]) => String(icuArguments(text)) !== String(icuArguments(en.get(key) ?? "")),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each(locales)("can be formatted in %s", (locale) => {
    const broken: string[] = [];
    for (const [key, text] of allMessagesOf(locale)) {
      const translate = createTranslator({
        locale,
        messages: { one: text },
        timeZone: "Asia/Ho_Chi_Minh",
        onError: () => broken.push(key),
      });
      const values = icuArguments(text).map((argument) => [
        argument.split(":")[0],
        argument.endsWith(":text") ? "x" : 2,
      ]);
      const tags = [...text.matchAll(/<(\w+)>/g)].map((found) => [found[1], (words: string) => words]);
      translate.markup("one", Object.fromEntries([...values, ...tags]));
    }
    expect(broken).toEqual([]);
  });

  it("leave nothing empty", () => {
    expect([...vi, ...en].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });
});

describe("the Vietnamese sentences", () => {
  it("call the person đồng chí, and never raise their voice", () => {
    const rude = [...vi].filter(([, text]) => /(^|[\s.,;])bạn([\s.,;]|$)/iu.test(text) || text.includes("!"));
    expect(rude.map(([key]) => key)).toEqual([]);
  });

  it("are composed letters and follow the spelling Đảng ủy", () => {
    const odd = [...vi].filter(([, text]) => text !== text.normalize("NFC") || /Đảng uỷ|đảng ủy|đảng uỷ/u.test(text));
    expect(odd.map(([key]) => key)).toEqual([]);
  });
});

describe("reading ICU arguments", () => {
  it("finds those inside plural branches too", () => {
    expect(icuArguments("{name}: {count, plural, one {# of {total}} other {items}}")).toEqual([
      "count:plural",
      "name:text",
      "total:text",
    ]);
  });
});
