import { runMain } from "./refusal";
import { runStages } from "./testing/stage";
import { staticStages, vitestStage } from "./testing/stages";

await runMain(async () => {
  const isGreen = await runStages([...staticStages(), vitestStage(["unit", "architecture"])]);
  process.exit(isGreen ? 0 : 1);
});
