import { generateClient } from "./generate";
import { runMain } from "./refusal";

await runMain(async () => generateClient());
