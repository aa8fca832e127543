import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { ICON_SPRITE } from "@/components/ui/icon";
import { iconSprite } from "@/components/ui/icon-sprite";

it("lies under the hash of what is in it, since browsers keep it for good", () => {
  const hash = createHash("sha256").update(iconSprite()).digest("hex").slice(0, 8);
  expect(ICON_SPRITE).toBe(`/icons/${hash}.svg`);
});

it("holds each picture once, with its shapes", () => {
  const sprite = iconSprite();
  expect(sprite).toMatch(
    /^<svg xmlns="[^"]+">(<symbol id="\w+" viewBox="0 0 24 24">(<\w+( [\w-]+="[\w .,-]+")+><\/\w+>)+<\/symbol>)+<\/svg>$/,
  );
  const ids = [...sprite.matchAll(/<symbol id="(\w+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain("members");
});
