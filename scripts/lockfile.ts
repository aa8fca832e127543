import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { completeLockfile, type Lockfile } from "./complete-lockfile";
import { ROOT } from "./profile";
import { runOnce } from "./refusal";

await runOnce(async () => {
  const file = join(ROOT, "package-lock.json");
  const before = JSON.parse(readFileSync(file, "utf8")) as Lockfile;
  const { lockfile, added } = completeLockfile(before);
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
  console.log(added.length > 0 ? `Added to the lockfile:\n  ${added.join("\n  ")}` : "The lockfile is complete.");
});
