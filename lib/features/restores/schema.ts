import { z } from "zod";
import { id, tick, version } from "@/lib/core/fields";

export const acceptRestoreInput = z.strictObject({
  id: id(),
  version: version(),
  seen: tick().refine((ticked) => ticked, "restores.errors.tickSeen"),
});
export type AcceptRestoreInput = z.output<typeof acceptRestoreInput>;
