import type { RefusalParams } from "@/lib/core/errors";

/** What stands in the way: a message key, what its sentence is filled with, and the field it belongs beside. */
export type Obstacle = { readonly reason: string; readonly params?: RefusalParams; readonly field?: string };
