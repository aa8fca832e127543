import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { packagedChromium } from "@/scripts/testing/packaged-chromium";

it.runIf(process.platform === "linux" && process.arch === "x64")(
  "carries a browser for machines that have none and may install none",
  async () => {
    const browser = await packagedChromium();
    expect(spawnSync(browser ?? "", ["--version"], { encoding: "utf8" }).stdout).toMatch(/^Chromium \d+/);
  },
);
