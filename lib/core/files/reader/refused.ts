import type { FileRefusal } from "./sheet.ts";

/** Ends the reading of a file with the reason. */
export class RefusedError extends Error {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal);
    this.name = "RefusedError";
    this.refusal = refusal;
  }
}
