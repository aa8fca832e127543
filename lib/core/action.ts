import "server-only";
import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { noteRefusal, pathAlone } from "@/lib/core/access-refusal";
import type { ActionState, FormValues, Problem } from "@/lib/core/action-state";
import type { Actor } from "@/lib/core/actor";
import { givePasswordAgain } from "@/lib/core/auth/password-again";
import { requestAddress } from "@/lib/core/auth/request-facts";
import { findActor } from "@/lib/core/auth/require-actor";
import type { FormSending } from "@/lib/core/command";
import { diskIsScarce } from "@/lib/core/disk";
import { DomainError, SessionEndedError } from "@/lib/core/errors";
import { optionalNote } from "@/lib/core/fields";
import {
  CORRECTION_REASON,
  excessIn,
  type FieldProblem,
  formEntries,
  PASSWORD_AGAIN,
  schemaInput,
  typedValues,
  withoutPasswords,
} from "@/lib/core/form-input";
import { withText } from "@/lib/core/i18n/problem-text";
import { report } from "@/lib/core/log";
import { VersionConflict } from "@/lib/core/version-conflict";

/** A command as an action calls it: the parsed input and the sending it belongs to. */
type Command<Input, Result> = (actor: Actor, input: Input, sending: FormSending) => Promise<Result>;

type PublicCommand<Input, Result> = (input: Input, sending: FormSending) => Promise<Result>;

type Next = { redirectTo: string } | { message: Problem } | undefined;
type Then<Result> = (result: Result) => Next | Promise<Next>;

/**
 * Runs one form: proves the actor, parses the input strictly, takes the password where it was asked for again, calls the
 * command, and turns refusals into a state that carries every typed value; so does a session that has ended. Anything
 * unexpected is rethrown. `then` says where to go or what to tell after success.
 */
export async function runAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  formData: FormData,
  command: Command<z.output<Schema>, Result>,
  then: Then<Result>,
): Promise<ActionState> {
  const actor = await findActor();
  const typed = typedValues(formEntries(formData));
  if (!actor) return refused(withoutPasswords(typed), sessionEnded);
  if (actor.mustChangePassword) redirect("/set-password");
  if (await diskIsScarce()) return refused(withoutPasswords(typed), scarceDisk);
  const passwordAgain = typed[PASSWORD_AGAIN];
  const work: PublicCommand<z.output<Schema>, Result> = async (input, sending) => {
    if (typeof passwordAgain === "string" && passwordAgain !== "") {
      await givePasswordAgain(actor, passwordAgain, await requestAddress());
    }
    try {
      return await command(actor, input, sending);
    } catch (error) {
      await noteRefusal(actor, error);
      throw error;
    }
  };
  return runPublicAction(schema, formData, work, then);
}

/** As `runAction`, for the forms in front of the sign-in: `work` itself proves who may do this. */
export async function runPublicAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  formData: FormData,
  work: PublicCommand<z.output<Schema>, Result>,
  then: Then<Result>,
): Promise<ActionState> {
  const entries = formEntries(formData);
  const typed = typedValues(entries);
  const values = withoutPasswords(typed);
  const excess = excessIn(typed);
  if (excess) return invalid(values, [excess]);
  const parsed = schema.safeParse(schemaInput(entries));
  const reason = correctionReason.safeParse({ [CORRECTION_REASON]: typed[CORRECTION_REASON] });
  if (!parsed.success || !reason.success) {
    const issues = [...(parsed.error?.issues ?? []), ...(reason.error?.issues ?? [])];
    return invalid(values, issues.map(fieldProblemOf));
  }
  const formKey = typeof values.formKey === "string" && isUuid(values.formKey) ? values.formKey : randomUUID();

  let result: Result;
  try {
    result = await work(parsed.data, { formKey, correctionReason: reason.data[CORRECTION_REASON] });
  } catch (error) {
    if (error instanceof SessionEndedError) return refused(values, sessionEnded);
    if (!(error instanceof DomainError)) throw error;
    return refused(values, error, [...Object.keys(typed), ...groupsIn(parsed.data)]);
  }
  const next = await then(result);
  if (next && "redirectTo" in next) redirect(next.redirectTo);
  const [message] = next ? await withText([next.message]) : [];
  return { status: "done", message };
}

/* A group of check boxes of which none is ticked sends nothing, and is a control of the form nevertheless. */
function groupsIn(input: unknown): string[] {
  if (typeof input !== "object" || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => (Array.isArray(value) ? [name] : []));
}

const correctionReason = z.object({ [CORRECTION_REASON]: optionalNote(500) });

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}

async function invalid(values: FormValues, problems: readonly FieldProblem[]): Promise<ActionState> {
  if (problems.some(({ problem }) => problem.key === UNKNOWN_FIELD)) {
    report({ event: "input.refused", reason: UNKNOWN_FIELD, path: await pathAlone() });
  }
  const texts = await withText(problems.map((one) => one.problem));
  const fieldErrors: Record<string, (typeof texts)[number][]> = {};
  const formErrors: (typeof texts)[number][] = [];
  problems.forEach(({ field }, index) => {
    const text = texts[index];
    if (!text) return;
    if (field) fieldErrors[field] = [...(fieldErrors[field] ?? []), text];
    else formErrors.push(text);
  });
  return { status: "invalid", values, fieldErrors, formErrors };
}

function fieldProblemOf(issue: z.core.$ZodIssue): FieldProblem {
  return { field: issue.path.join("."), problem: problemOf(issue) };
}

/* Our own forms never send one. */
const UNKNOWN_FIELD = "refusals.unknownField";

const problemSchema = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Schemas name their sentence as `message: "key"` or in `params`; what zod says by itself becomes a general sentence. */
function problemOf(issue: z.core.$ZodIssue): Problem {
  if (issue.code === "unrecognized_keys") return { key: UNKNOWN_FIELD };
  if (issue.code === "custom") {
    const named = problemSchema.safeParse({ key: issue.params?.key, params: issue.params?.values });
    if (named.success) return named.data;
  }
  if (/^[a-z][A-Za-z]*(\.[A-Za-z_]+)+$/.test(issue.message)) return { key: issue.message };
  if (issue.code === "too_big") return { key: "refusals.tooLong", params: { max: Number(issue.maximum) } };
  return { key: "refusals.fillIn" };
}

const scarceDisk = new DomainError("RULE", "refusals.scarceDisk");
const sessionEnded = new DomainError("RULE", "common.form.signedOut");

/** A refusal that names a control of the form stands beside it, also beside a password, which is never sent back. */
async function refused(values: FormValues, error: DomainError, controls: readonly string[] = []): Promise<ActionState> {
  const [reason] = await withText([{ key: error.reason, params: error.params }]);
  if (!reason) throw error;
  if (error instanceof VersionConflict) {
    return { status: "conflict", values, reason, current: error.current, version: String(error.version) };
  }
  if (error.field && [...controls, PASSWORD_AGAIN, CORRECTION_REASON].includes(error.field))
    return { status: "invalid", values, fieldErrors: { [error.field]: [reason] }, formErrors: [] };
  return { status: "refused", values, reason };
}
