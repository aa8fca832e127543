import { embeddedSource } from "./database/source";
import { fillSample, markDemo, printAccounts } from "./demo-data";
import { launch } from "./launch";
import { openProfile } from "./profile";
import { runMain } from "./refusal";
import { openSecrets } from "./secrets";

await runMain(async () => {
  process.env.HOST = "127.0.0.1";
  Object.assign(process.env, { NODE_ENV: "development" });
  const profile = openProfile("dev");
  await markDemo(profile);
  const secrets = openSecrets(profile.dataDir);
  await launch({
    profile,
    secrets,
    source: await embeddedSource(profile, secrets),
    mode: "development",
    distDir: ".next-ratings",
    beforeServing: (prepared) => fillSample(profile, prepared),
    whenServing: async ({ appUrl }) => {
      console.log(`\nDeveloping at ${appUrl}\n`);
      printAccounts(profile);
    },
  });
});
