import type { Actor } from "@/lib/core/actor";
import { runImport } from "@/lib/features/imports/commands/run-import";

/* Works off an import in a process of its own, which a test kills while it works. */

process.once("message", ({ actor, id }: { actor: Actor; id: string }) => {
  process.send?.("begun");
  void runImport(actor, id).then((end) => process.send?.(end, () => process.exit(0)));
});
process.send?.("ready");
