import { runApart } from "./child";
import { openDatabaseSource } from "./database/source";
import { launch, type Prepared } from "./launch";
import { openProfile } from "./profile";
import { runMain } from "./refusal";
import { openSecrets } from "./secrets";

await runMain(async () => {
  const profile = openProfile("main");
  const secrets = openSecrets(profile.dataDir);
  const source = await openDatabaseSource(profile, secrets);
  await launch({
    profile,
    secrets,
    source,
    mode: "production",
    distDir: ".next",
    beforeServing: async () => undefined,
    whenServing: async (prepared: Prepared) => {
      console.log(`\nServing ${prepared.appUrl}`);
      console.log(`Data: ${profile.dataDir}${source.place ? ` · database files: ${source.place}` : ""}`);
      await runApart("issue-set-up-codes", { ...prepared.environment, OWNER_DATABASE_URL: prepared.urls.owner });
    },
  });
});
