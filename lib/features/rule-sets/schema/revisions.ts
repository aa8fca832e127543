import { z } from "zod";
import { RuleKind } from "@/lib/core/db/generated/enums";
import { choice, dayField, id, note, optionalText, text, version } from "@/lib/core/fields";
import { type Certainty, certainty } from "@/lib/features/rule-sets/schema";
import { parameterSchema, shapeOf } from "@/lib/features/rule-sets/schema/parameters";
import { readTyped, type Typed } from "@/lib/features/rule-sets/schema/typed-value";

export const openRevisionInput = z.strictObject({
  ruleSetId: id(),
  document: text(300),
  startsOn: dayField(),
  reason: note(1000),
});
export type OpenRevisionInput = z.output<typeof openRevisionInput>;

export const editRevisionInput = openRevisionInput.omit({ ruleSetId: true }).extend({ id: id(), version: version() });
export type EditRevisionInput = z.output<typeof editRevisionInput>;

export const revisionStepInput = z.strictObject({ id: id(), version: version() });
export type RevisionStepInput = z.output<typeof revisionStepInput>;

export const closeRevisionInput = revisionStepInput.extend({ reason: note(500) });
export type CloseRevisionInput = z.output<typeof closeRevisionInput>;

/** One parameter as the command takes it; the value is of the shape that its kind and name say. */
export type ChangeParameterInput = {
  readonly id: string;
  readonly version: number;
  readonly kind: RuleKind;
  readonly name: string;
  readonly value: unknown;
  readonly citation: string | null;
  readonly certainty: Certainty;
};

const parameterFields = z.looseObject({
  ...{ id: id(), version: version(), kind: choice(RuleKind), name: z.string().max(60) },
  ...{ citation: optionalText(), certainty: z.enum(certainty.options, { error: "refusals.fields.choose" }) },
});

/** One parameter as the form sends it: its value in controls `value`, `value-part` or `value-0-part`; any other one is refused. */
export const changeParameterInput = parameterFields.transform((typed, context): ChangeParameterInput => {
  const { id: revisionId, version: seen, kind, name, citation, certainty: sure, ...controls } = typed;
  const shape = shapeOf(kind, name);
  const schema = parameterSchema(kind, name);
  const isOfValue = ([control]: [string, unknown]) => /^value(-\d{1,2})?(-[A-Za-z]+)?$/u.test(control);
  if (!shape || !schema || !Object.entries(controls).every(isOfValue)) {
    context.addIssue({ code: "custom", message: "refusals.unknownField" });
    return z.NEVER;
  }
  const found = readTyped(shape, entered(controls));
  if ("faults" in found) {
    for (const { control, key, values = {} } of found.faults) {
      context.addIssue({ code: "custom", message: key, path: [control], params: { key, values } });
    }
    return z.NEVER;
  }
  if (!schema.safeParse({ value: found.value, citation, certainty: sure }).success) {
    context.addIssue({ code: "custom", message: "ruleSets.errors.tooMany", path: ["value"] });
    return z.NEVER;
  }
  return { id: revisionId, version: seen, kind, name, value: found.value, citation, certainty: sure };
});

function entered(controls: Record<string, unknown>): Typed {
  const isText = (one: unknown) => typeof one === "string";
  const texts = Object.entries(controls).map(([control, value]): [string, string | string[]] => [
    control,
    Array.isArray(value) ? value.filter(isText) : isText(value) ? value : "",
  ]);
  return Object.fromEntries(texts);
}
