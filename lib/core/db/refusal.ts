import "server-only";
import { DomainError } from "@/lib/core/errors";

const UNIQUE_VIOLATION = "23505";
const EXCLUSION_VIOLATION = "23P01";
const CHECK_VIOLATION = "23514";
const FOREIGN_KEY_VIOLATION = "23503";
const PRIVILEGE = "42501";
const UNREADABLE_VALUE = "22P02";
const READ_ONLY = "25006";

/** The SQLSTATE and the constraint's name, wherever the driver and the ORM have put them. */
function violationOf(error: unknown): { state: string; constraint: string } | null {
  const seen = new Set<unknown>();
  const queue: unknown[] = [error];
  let state = "";
  let text = "";
  while (queue.length > 0) {
    const next = queue.shift();
    if (typeof next === "string") text += ` ${next}`;
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const key of ["code", "originalCode"]) {
      const value: unknown = Reflect.get(next, key);
      if (typeof value === "string" && /^\d[0-9A-Z]{4}$/.test(value)) state ||= value;
    }
    for (const key of ["message", "originalMessage", "meta", "cause", "driverAdapterError", "constraint", "index"]) {
      queue.push(Reflect.get(next, key));
    }
  }
  if (!state) return null;
  const constraint = /\b([A-Z][A-Za-z]+_[A-Za-z_]+)\b/.exec(text)?.[1] ?? "";
  return { state, constraint };
}

/**
 * The one place where a constraint of the database becomes a refusal: unique and exclusion violations are CONFLICTs, checks are
 * RULEs, each with the constraint's own sentence; a reference to a hidden row or a right the wall denies is "not found",
 * and so is an id that is none; a write while a restored state waits to be accepted is a RULE.
 * Returns null for anything else.
 */
export function refusalFrom(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const violation = violationOf(error);
  if (!violation) return null;
  const reason = violation.constraint ? `refusals.constraints.${violation.constraint}` : "refusals.conflict";
  switch (violation.state) {
    case UNIQUE_VIOLATION:
    case EXCLUSION_VIOLATION:
      return new DomainError("CONFLICT", reason);
    case CHECK_VIOLATION:
      return new DomainError("RULE", reason);
    case FOREIGN_KEY_VIOLATION:
    case PRIVILEGE:
    case UNREADABLE_VALUE:
      return new DomainError("NOT_FOUND", "refusals.notFound");
    case READ_ONLY:
      return new DomainError("RULE", "refusals.restorePending");
    default:
      return null;
  }
}
