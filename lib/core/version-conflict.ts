import type { FormValues } from "@/lib/core/action-state";
import { DomainError } from "@/lib/core/errors";

/** Somebody saved first: carries the stored values under the names of the form's controls, and the version they have. */
export class VersionConflict extends DomainError {
  readonly current: FormValues;
  readonly version: number;

  constructor(current: FormValues, version: number) {
    super("CONFLICT", "refusals.versionConflict");
    this.name = "VersionConflict";
    this.current = current;
    this.version = version;
  }
}
