import { ensureBuild } from "./build";
import { Refusal, runMain } from "./refusal";

const DIST_DIR = ".next-bench";

/*
 * What the built product costs beside a bare server with the same rows, with one commune and with 432 of them in one
 * database. All in one run: on a shared machine only the ratios mean something.
 */

await runMain(async () => {
  if (process.platform !== "linux") throw new Refusal("The bench reads processor time from /proc: run it on Linux.");
  process.env.NEXT_BENCH = "1";
  await ensureBuild(DIST_DIR);
  /* What follows stands on the client of the database, which comes into being with the build. */
  const { runBench } = await import("./bench/run");
  await runBench(DIST_DIR);
});
