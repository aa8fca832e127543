import { defineConfig } from "@playwright/test";

const port = process.env.E2E_PORT ?? "3300";
const url = `http://localhost:${port}`;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 480_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  /* The demo on data of its own, filled afresh for each run. */
  webServer: {
    command: "node scripts/run.mjs demo --reset",
    url: `${url}/healthz`,
    env: {
      PORT: port,
      APP_URL: url,
      DATA_DIR: process.env.E2E_DATA_DIR ?? "data/e2e",
      NEXT_DIST_DIR: ".next-test",
      /* Several journeys take files as one person on one day. */
      WHOLE_FILES_PER_DAY: "100",
    },
    timeout: 480_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "pipe",
  },
  projects: [
    { name: "sign-in", testMatch: "sign-in.setup.ts" },
    /* What passes through states in which the figures of the sample are others. */
    { name: "first", testMatch: "*.first.ts", dependencies: ["sign-in"] },
    /* The longest first, so that both workers end together. */
    { name: "screens", testMatch: "screens.spec.ts", dependencies: ["first"] },
    { name: "journeys", testMatch: "*.spec.ts", testIgnore: "screens.spec.ts", dependencies: ["first"] },
    { name: "whole", testMatch: "*.last.ts", dependencies: ["screens", "journeys"] },
  ],
  use: {
    baseURL: url,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--disable-gpu", ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});
