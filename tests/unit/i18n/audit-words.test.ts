import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/core/i18n/namespaces";

const folders = ["lib/features", "lib/core"];

function eventTypes(): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const texts = files.filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(name, "utf8"));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/\btype: "([a-zA-Z]+\.[a-zA-Z]+)"/g)].map((one) => one[1] ?? ""),
  );
  return [...new Set(found)].sort();
}

describe("the audit trail", () => {
  it.each(["vi", "en"] as const)("has words for every event in %s", (locale) => {
    const known = Object.entries(messages[locale].audit.events).flatMap(([noun, verbs]) =>
      Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    );
    const types = eventTypes();
    expect(types.length).toBeGreaterThan(30);
    expect(types.filter((type) => !known.includes(type))).toEqual([]);
  });
});
