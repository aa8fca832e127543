import { z } from "zod";
import type { RuleKind } from "@/lib/core/db/generated/enums";
import {
  badgeParameters,
  charterParameters,
  inspectionParameters,
  meetingParameters,
  membershipParameters,
  ratingParameters,
  retentionParameters,
  termParameters,
} from "@/lib/features/rule-sets/schema";
import { planningParameters, trainingParameters } from "@/lib/features/rule-sets/schema/cadres";
import { disciplineParameters } from "@/lib/features/rule-sets/schema/discipline";

/** The shape of the parameters of each kind of rules. */
export const parameterSchemas = {
  RATING: ratingParameters,
  BADGE: badgeParameters,
  DISCIPLINE: disciplineParameters,
  CHARTER: charterParameters,
  MEMBERSHIP: membershipParameters,
  RETENTION: retentionParameters,
  TERM: termParameters,
  MEETING: meetingParameters,
  TRAINING: trainingParameters,
  PLANNING: planningParameters,
  INSPECTION: inspectionParameters,
} as const satisfies Record<RuleKind, z.ZodType>;

/** How a value is entered: by one control, by several of one name, by one for each part, or by lines of such parts. */
export type Shape =
  | { readonly of: "COUNT"; readonly least: number; readonly most: number }
  | { readonly of: "YES_NO" }
  | { readonly of: "CHOICE" | "CHOICES"; readonly options: readonly string[] }
  | { readonly of: "COUNTS" | "DATES" }
  | { readonly of: "GROUP" | "LINES"; readonly parts: Readonly<Record<string, Shape>> };

/** The schema of one parameter by its name, in which `_` leads into a group; null where the kind has none of that name. */
export function parameterSchema(kind: RuleKind, name: string): z.ZodObject | null {
  let at: unknown = parameterSchemas[kind];
  for (const part of name.split("_")) {
    const inside = at instanceof z.ZodNullable ? at.unwrap() : at;
    if (!(inside instanceof z.ZodObject) || !Object.hasOwn(inside.shape, part)) return null;
    at = inside.shape[part];
  }
  const found = at instanceof z.ZodNullable ? at.unwrap() : at;
  return found instanceof z.ZodObject && Object.hasOwn(found.shape, "certainty") ? found : null;
}

/** How the value of that parameter is entered; null where the kind has none of that name. */
export function shapeOf(kind: RuleKind, name: string): Shape | null {
  const schema = parameterSchema(kind, name);
  return schema && shapeIn(schema.shape.value);
}

function shapeIn(schema: unknown): Shape {
  if (schema instanceof z.ZodBoolean) return { of: "YES_NO" };
  if (schema instanceof z.ZodEnum) return { of: "CHOICE", options: schema.options.map(String) };
  if (schema instanceof z.ZodNumber) return { of: "COUNT", least: schema.minValue ?? 0, most: schema.maxValue ?? 0 };
  if (schema instanceof z.ZodObject) return { of: "GROUP", parts: partsIn(schema) };
  if (schema instanceof z.ZodArray) {
    const { element } = schema;
    if (element instanceof z.ZodEnum) return { of: "CHOICES", options: element.options.map(String) };
    if (element instanceof z.ZodNumber) return { of: "COUNTS" };
    if (element instanceof z.ZodString) return { of: "DATES" };
    if (element instanceof z.ZodObject) return { of: "LINES", parts: partsIn(element) };
  }
  throw new TypeError("A parameter has a shape that no form enters.");
}

function partsIn(schema: z.ZodObject): Record<string, Shape> {
  return Object.fromEntries(Object.entries(schema.shape).map(([name, part]) => [name, shapeIn(part)]));
}
