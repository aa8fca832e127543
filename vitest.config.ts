import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const quiet = "tests/support/no-console-errors.ts";

const resolve = {
  alias: [
    { find: /^@\//, replacement: root },
    { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
  ],
};

export default defineConfig({
  resolve,
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], setupFiles: [quiet], testTimeout: 30_000 },
      },
      {
        resolve,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          setupFiles: [quiet],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: "platform",
          include: ["tests/platform/**/*.test.ts"],
          setupFiles: [quiet],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database.ts"],
          setupFiles: ["tests/support/use-test-database.ts", quiet],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
