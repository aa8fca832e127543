import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Refusal } from "../refusal";
import { packagedChromium } from "./packaged-chromium";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** A browser for the end-to-end tests: the system's, else the distribution's package, else the one inside npm. */
export async function ensureChromium(): Promise<string> {
  const found = systemChromium() ?? installChromium() ?? (await packagedChromium());
  if (found) return found;
  throw new Refusal("There is no Chromium for the browser tests: install Chromium or Chrome, or set CHROMIUM_PATH.");
}

function systemChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path !== undefined && existsSync(path));
}

function installChromium(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log("Installing Chromium for the browser tests …");
  const options = { stdio: "ignore" as const, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update"], options);
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
  return systemChromium();
}
