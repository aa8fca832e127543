import { generateClient } from "./generate";
import { runOnce } from "./refusal";

await runOnce(async () => generateClient());
