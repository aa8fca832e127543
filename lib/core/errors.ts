/**
 * Why a request was refused. NOT_FOUND also stands for "not yours to see"; FORBIDDEN only for what the caller may read;
 * RULE for what the Party's rules or the record's state do not allow; CONFLICT for a version or key someone else took first.
 */
export type RefusalCode = "NOT_FOUND" | "FORBIDDEN" | "RULE" | "CONFLICT";

/** What a refusal's sentence is filled with. */
export type RefusalParams = Record<string, string | number>;

/** A refusal that reaches the user as a sentence: `reason` is a message key. `field` names the field it belongs beside. */
export class DomainError extends Error {
  readonly code: RefusalCode;
  readonly reason: string;
  readonly params: RefusalParams;
  readonly field: string | undefined;

  constructor(code: RefusalCode, reason: string, params: RefusalParams = {}, field?: string) {
    super(`${code}: ${reason}`);
    this.name = "DomainError";
    this.code = code;
    this.reason = reason;
    this.params = params;
    this.field = field;
  }
}

/** The session behind the request has ended, or there never was one. */
export class SessionEndedError extends Error {
  constructor() {
    super("The session has ended");
    this.name = "SessionEndedError";
  }
}

/** The record is not there, or not the caller's to see: the same answer for both. */
export function notFound(reason = "refusals.notFound"): DomainError {
  return new DomainError("NOT_FOUND", reason);
}

/** Passes when the policy says yes; otherwise refuses with FORBIDDEN. Only for records the caller may read. */
export function authorize(allowed: boolean, reason = "refusals.forbidden"): asserts allowed {
  if (!allowed) throw new DomainError("FORBIDDEN", reason);
}

/** Passes when a rule names no obstacle; otherwise refuses with RULE and the obstacle's message key. */
export function requireNoObstacle(obstacle: { reason: string; params?: RefusalParams; field?: string } | null): void {
  if (obstacle) throw new DomainError("RULE", obstacle.reason, obstacle.params, obstacle.field);
}
