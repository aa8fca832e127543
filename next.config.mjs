import { PHASE_PRODUCTION_SERVER } from "next/constants.js";

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.NEXT_TSCONFIG ?? "tsconfig.json" },
  images: { unoptimized: true },
  devIndicators: false,
  /* Pages that only the bench measures are no pages otherwise. */
  pageExtensions: process.env.NEXT_BENCH ? ["bench.tsx", "tsx", "ts"] : ["tsx", "ts"],
  experimental: { authInterrupts: true, cpus: 2 },
};

/**
 * The settings of Next. In plain JavaScript and without the build's plugin when serving: the compiler that both bring
 * along would stay in memory.
 *
 * @param {string} phase
 * @returns {Promise<import("next").NextConfig>}
 */
export default async function settings(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  return createNextIntlPlugin("./lib/core/i18n/request.ts")(config);
}
