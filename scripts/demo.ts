import { embeddedSource } from "./database/source";
import { fillSample, markDemo, printAccounts, resetDemo } from "./demo-data";
import { launch } from "./launch";
import { openProfile } from "./profile";
import { runMain } from "./refusal";
import { openSecrets } from "./secrets";

await runMain(async () => {
  process.env.HOST = "127.0.0.1";
  const profile = openProfile("demo");
  if (process.argv.includes("--reset")) await resetDemo(profile);
  await markDemo(profile);
  const secrets = openSecrets(profile.dataDir);
  const source = await embeddedSource(profile, secrets);
  await launch({
    profile,
    secrets,
    source,
    mode: "production",
    distDir: process.env.NEXT_DIST_DIR ?? ".next",
    beforeServing: (prepared) => fillSample(profile, prepared),
    whenServing: async ({ appUrl }) => {
      console.log(`\nSample commune, invented persons: ${appUrl}`);
      console.log(`Data: ${profile.dataDir}${source.place ? ` · database files: ${source.place}` : ""}\n`);
      printAccounts(profile);
    },
  });
});
