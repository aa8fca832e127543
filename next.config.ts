import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
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

export default createNextIntlPlugin("./lib/core/i18n/request.ts")(config);
