import { runMain } from "./refusal";
import { ensureChromium } from "./testing/chromium";
import { runStages } from "./testing/stage";
import { browserStage, buildStage, staticStages, vitestStage } from "./testing/stages";

await runMain(async () => {
  delete process.env.DATABASE_URL;
  const chromium = await ensureChromium();
  const isGreen = await runStages([
    ...staticStages(),
    vitestStage(["unit", "architecture"]),
    vitestStage(["platform"]),
    vitestStage(["integration"]),
    buildStage(),
    browserStage(chromium),
  ]);
  process.exit(isGreen ? 0 : 1);
});
